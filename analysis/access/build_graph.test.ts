import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildGraph, type GraphOptions } from "./build_graph.ts";
import { EDGE_FLAGS } from "./graph.ts";
import { contentHash, packGraph, unpackGraph } from "./graph_bytes.ts";
import type { Road, RoadFindingKind } from "./road.ts";
import { line, road } from "./fixtures/roads.ts";

const build = (roads: readonly Road[], options?: GraphOptions) => buildGraph(roads, options);

const kinds = (roads: readonly Road[], options?: GraphOptions): RoadFindingKind[] =>
  build(roads, options).report.findings.map(({ kind }) => kind);

describe("nodes", () => {
  test("two roads that share a vertex meet there, and a bend is no node", () => {
    const { graph } = build([
      road("a", line([0, 0], [500, 10], [1000, 0])),
      road("b", line([500, 10], [500, 900])),
    ]);
    expect(graph.nodeCount).toBe(4);
    expect(graph.edgeCount).toBe(3);
    const bent = build([road("a", line([0, 0], [500, 10], [1000, 0]))]).graph;
    expect([bent.nodeCount, bent.edgeCount, bent.shape.length]).toEqual([2, 1, 2]);
    expect(bent.lengthM[0]).toBeCloseTo(Math.hypot(500, 10) * 2, 0);
  });

  test("two roads that cross at grade without a vertex meet, and it is listed", () => {
    const { graph, report } = build([
      road("a", line([0, 0], [1000, 0])),
      road("b", line([400, -500], [400, 500])),
    ]);
    expect([graph.nodeCount, graph.edgeCount]).toEqual([5, 4]);
    expect(report.findings).toMatchObject([{ kind: "crossing", road: "a", other: "b", metres: null }]);
    expect(report.pieces).toHaveLength(1);
  });

  test("a road over a bridge does not meet the road below, with and without a vertex at the place", () => {
    const over = { grade: 1 };
    const crossing = [road("a", line([0, 0], [1000, 0])), road("b", line([400, -500], [400, 500]), over)];
    expect(build(crossing).report).toMatchObject({
      findings: [{ kind: "overpass", road: "a", other: "b" }],
      pieces: [{ nodes: 2 }, { nodes: 2 }],
    });
    const shared = [
      road("a", line([0, 0], [400, 0], [1000, 0])),
      road("b", line([400, -500], [400, 0], [400, 500]), over),
    ];
    expect(build(shared).report.pieces).toHaveLength(2);
    const broken = [
      road("a1", line([0, 0], [400, 0])),
      road("a2", line([400, 0], [1000, 0])),
      road("b1", line([400, -500], [400, 0]), over),
      road("b2", line([400, 0], [400, 500]), over),
    ];
    expect(build(broken).report.pieces).toHaveLength(2);
  });

  test("a bridge meets the road at its ends, and a tunnel passes under everything", () => {
    const roads = [
      road("west", line([0, 0], [400, 0])),
      road("bridge", line([400, 0], [600, 0]), { grade: 1 }),
      road("east", line([600, 0], [1000, 0])),
      road("river road", line([500, -400], [500, 400])),
      road("tunnel", line([300, -400], [300, 400]), { grade: -1 }),
    ];
    const { report } = build(roads);
    expect(report.pieces.map(({ nodes }) => nodes)).toEqual([4, 2, 2]);
    expect(report.findings.map(({ kind }) => kind)).toEqual(["overpass", "overpass"]);
  });

  test("a ferry meets roads at its ends only, whatever it crosses", () => {
    const { report } = build([
      road("shore", line([0, -300], [0, 300])),
      road("ferry", line([0, 0], [2000, 0]), { roadClass: "ferry" }),
      road("far shore", line([2000, 0], [2500, 0])),
      road("causeway", line([1000, -500], [1000, 500])),
    ]);
    expect(report.pieces.map(({ nodes }) => nodes)).toEqual([5, 2]);
  });

  test("one end on the inside of another line is a junction, without a vertex there", () => {
    const { graph, report } = build(
      [road("a", line([0, 0], [1000, 0])), road("b", line([400, 0], [400, 500]))],
      {
        snapM: 0,
      },
    );
    expect([graph.nodeCount, graph.edgeCount]).toEqual([4, 3]);
    expect(report.pieces).toHaveLength(1);
  });
});

describe("what is no road, or one twice", () => {
  test("a road of one point, of no point, of length zero, and one with a bad coordinate are named", () => {
    const roads = [
      road("good", line([0, 0], [100, 0])),
      road("point", line([5, 5])),
      road("empty", []),
      road("zero", line([7, 7], [7, 7])),
      road("bad", [...line([0, 50]), [Number.NaN, 1], ...line([100, 50])]),
    ];
    expect(build(roads).report.findings.map(({ kind, road: id }) => [kind, id])).toEqual([
      ["one_point", "point"],
      ["one_point", "empty"],
      ["zero_length", "zero"],
      ["bad_coordinate", "bad"],
    ]);
  });

  test("of two records of one road the higher class stays, whichever end each is drawn from", () => {
    const [low, high] = [{ roadClass: "village_road" }, { roadClass: "county" }] as const;
    const roads = [
      road("a", line([0, 0], [50, 5], [100, 0]), low),
      road("b", line([100, 0], [50, 5], [0, 0]), high),
    ];
    const { graph, report } = build(roads);
    expect(report.findings).toMatchObject([{ kind: "duplicate", road: "b", other: "a" }]);
    expect(graph.edgeCount).toBe(1);
    expect(roads[graph.road[0]!]!.id).toBe("b");
  });

  test("two one-way records in opposite directions are one road both ways", () => {
    const [there, back] = [line([0, 0], [100, 0]), line([100, 0], [0, 0])];
    const closed = (roads: readonly Road[]): number =>
      build(roads).graph.flags[0]! & (EDGE_FLAGS.closedForward | EDGE_FLAGS.closedBackward);
    expect(closed([road("a", there, { oneWay: 1 }), road("b", back, { oneWay: 1 })])).toBe(0);
    expect(closed([road("a", there, { oneWay: 1 }), road("b", back, { oneWay: -1 })])).toBeGreaterThan(0);
  });

  test("where two lines run over each other for a part, that part is there once", () => {
    const { graph } = build([
      road("a", line([0, 0], [1000, 0])),
      road("b", line([300, 0], [700, 0], [700, 500])),
    ]);
    const total = graph.lengthM.reduce((sum, metres) => sum + metres, 0);
    expect(total).toBeCloseTo(1500, -1);
  });

  test("a line that crosses itself is named, and can be left where it does", () => {
    const { graph, report } = build([
      road("loop", line([0, 0], [1000, 0], [1000, 500], [500, 500], [500, -500])),
    ]);
    expect(report.findings).toMatchObject([{ kind: "self_crossing", road: "loop", other: null }]);
    expect(graph.nodeCount).toBe(3);
  });
});

describe("loose ends", () => {
  const gap = (metres: number): Road[] => [
    road("a", line([0, 0], [1000, 0])),
    road("b", line([1000 + metres, 0], [2000, 0])),
  ];

  test("ends within the snap distance are joined by a piece as long as the gap, and listed with it", () => {
    const { graph, report } = build(gap(15));
    expect(report.pieces).toHaveLength(1);
    expect(report.findings).toMatchObject([{ kind: "end_joined_to_end", road: "a", other: "b" }]);
    expect(report.findings[0]!.metres).toBeCloseTo(15, 0);
    const joins = [...graph.flags.keys()].filter((edge) => graph.flags[edge]! & EDGE_FLAGS.join);
    expect(joins.map((edge) => Math.round(graph.lengthM[edge]!))).toEqual([15]);
    expect(build(gap(25)).report.pieces).toHaveLength(2);
    expect(build(gap(25), { snapM: 30 }).report.pieces).toHaveLength(1);
  });

  test("an end near the inside of a line is joined to it, but not to a bridge over it", () => {
    const spur = road("spur", line([500, 12], [500, 400]));
    expect(kinds([road("a", line([0, 0], [1000, 0])), spur])).toEqual(["end_joined_to_line"]);
    expect(kinds([road("a", line([0, 0], [1000, 0]), { grade: 1 }), spur])).toEqual([]);
  });

  test("a short spur is not joined back to the road that it leaves", () => {
    expect(
      kinds([road("a", line([0, 0], [500, 0], [1000, 0])), road("spur", line([500, 0], [500, 12]))]),
    ).toEqual([]);
  });

  test("300 loose pieces are normal: each is a piece, and the ones that are near are joined", () => {
    const roads = Array.from({ length: 300 }, (_, i) =>
      road(
        `piece ${i}`,
        line(
          [(i % 20) * 1000, Math.floor(i / 20) * 1000],
          [(i % 20) * 1000 + 600, Math.floor(i / 20) * 1000],
        ),
      ),
    );
    const { report } = build(roads);
    expect(report.pieces).toHaveLength(300);
    expect(report.findings).toEqual([]);
    expect(build(roads, { snapM: 450 }).report.pieces).toHaveLength(15);
  });
});

const anyRoads = fc.array(
  fc.record({
    points: fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 })), {
      maxLength: 6,
    }),
    grade: fc.constantFrom(0, 0, 0, 1),
    oneWay: fc.constantFrom(0 as const, 1 as const, -1 as const),
    isFerry: fc.boolean(),
  }),
  { maxLength: 12 },
);

test("any roads give a graph whose edges join existing nodes, pack to bytes and back, and hash the same again", async () => {
  await fc.assert(
    fc.asyncProperty(anyRoads, async (all) => {
      const roads = all.map(({ points, grade, oneWay, isFerry }, i) =>
        road(`r${i}`, line(...points.map(([x, y]): [number, number] => [x * 25, y * 25])), {
          grade,
          oneWay,
          roadClass: isFerry ? "ferry" : "township",
        }),
      );
      const { graph, report } = build(roads);
      for (let edge = 0; edge < graph.edgeCount; edge++) {
        expect(graph.from[edge]).toBeLessThan(graph.nodeCount);
        expect(graph.to[edge]).toBeLessThan(graph.nodeCount);
        expect(graph.lengthM[edge]).toBeGreaterThan(0);
      }
      expect(report.pieces.reduce((sum, { edges }) => sum + edges, 0)).toBe(graph.edgeCount);
      expect(report.pieces.reduce((sum, { nodes }) => sum + nodes, 0)).toBe(graph.nodeCount);
      const bytes = packGraph(graph);
      expect(unpackGraph(bytes)).toEqual(graph);
      expect(await contentHash(packGraph(build(roads).graph))).toBe(await contentHash(bytes));
    }),
    { numRuns: 150 },
  );
});

test("bytes that are no graph are refused", () => {
  expect(() => unpackGraph(new Uint8Array(3))).toThrow("not a packed road graph");
  const bytes = packGraph(build([road("a", line([0, 0], [100, 0]))]).graph);
  expect(() => unpackGraph(bytes.subarray(0, bytes.length - 1))).toThrow("its header asks for");
});
