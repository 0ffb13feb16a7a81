import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { REACH_STATES, travelScenario, travelScenarioSchema, type TravelScenario } from "#domain/travel";
import { buildGraph } from "./build_graph.ts";
import { at, line, road } from "./fixtures/roads.ts";
import { Linker, type LinkOptions } from "./links.ts";
import { matrixOfColumns, minutesOf, transposed, travelMatrix } from "./matrix.ts";
import type { Place } from "./reach.ts";
import type { LonLat, Road } from "./road.ts";
import { villageReach } from "./states.ts";
import { speedOf, timeGraph } from "./timed_graph.ts";
import { NOBODY } from "./two_nearest.ts";
import { findWay } from "./way.ts";

const WALK = travelScenario("walk");
const MOTOR = travelScenario("walk_then_motor");

type Point = readonly [number, number];

/** Villages and facilities, given in metres, on the graph of roads. */
function world(
  roads: readonly Road[],
  villages: readonly Point[],
  facilities: readonly Point[],
  scenario: TravelScenario = MOTOR,
  options: LinkOptions & { snapM?: number } = {},
) {
  const { graph } = buildGraph(roads, options);
  const linker = new Linker(timeGraph(graph, scenario), options);
  const place = ([east, north]: Point): Place => {
    const point: LonLat = at(east, north);
    return { at: point, links: linker.linksOf(point) };
  };
  const [from, to] = [villages.map(place), facilities.map(place)];
  return {
    matrix: (limit?: number) => travelMatrix(linker, from, to, limit),
    reach: () => villageReach(linker, from, to),
    states: () => Array.from(villageReach(linker, from, to).state, (state) => REACH_STATES[state]),
    way: (village: number, facility: number) => findWay(linker, from[village]!, to[facility]!),
  };
}

/** Minutes on foot off the road: 4 km/h × 0.75. */
const offRoad = (metres: number): number => (metres / 1000 / 3) * 60;
const driven = (metres: number, kmh: number): number => (metres / 1000 / kmh) * 60;

describe("speeds", () => {
  const kind = { roadClass: "township", surface: "unpaved", statedKmh: 0 } as const;

  test("the scenarios that ship are what the schema asks for", () => {
    for (const scenario of [WALK, MOTOR]) expect(travelScenarioSchema.parse(scenario)).toEqual(scenario);
    expect(() => travelScenario("fly")).toThrow(
      'unknown travel scenario "fly": known are walk, walk_then_bus, walk_then_motor, walk_rain, walk_then_motor_rain',
    );
  });

  test("rain halves the speed on what is not paved, and closes fords", () => {
    const rain: TravelScenario = { ...MOTOR, season: "rain" };
    expect(speedOf(MOTOR, "motor", kind)).toBe(22);
    expect(speedOf(rain, "motor", kind)).toBe(11);
    expect(speedOf(rain, "motor", { ...kind, surface: "paved" })).toBe(35);
    expect(speedOf(rain, "motor", { ...kind, surface: "unknown" })).toBe(11);
    expect(speedOf(MOTOR, "motor", { ...kind, surface: "ford" })).toBe(22);
    expect(speedOf(rain, "motor", { ...kind, surface: "ford" })).toBe(0);
    expect(speedOf(rain, "walk", { ...kind, surface: "ford" })).toBe(0);
  });

  test("a stated speed counts for wheels, not for feet; no wheel goes over a footpath", () => {
    expect(speedOf(MOTOR, "motor", { ...kind, statedKmh: 30 })).toBe(30);
    expect(speedOf(MOTOR, "walk", { ...kind, statedKmh: 30 })).toBe(5);
    expect(speedOf(MOTOR, "motor", { ...kind, roadClass: "footpath" })).toBe(0);
  });
});

describe("minutes worked by hand", () => {
  const roads = [
    road("path", line([0, 0], [900, 0]), { roadClass: "footpath", surface: "unpaved" }),
    road("road", line([900, 0], [9650, 0])),
  ];

  test("on foot to the road, by motor over it, on foot to the school", () => {
    const { matrix, way } = world(roads, [[0, 150]], [[9650, 100]]);
    const expected = offRoad(150) + driven(900, 4) + driven(8750, 35) + offRoad(100);
    expect(minutesOf(matrix(), 0, 0)).toBeCloseTo(expected, 2);
    const legs = way(0, 0)!.legs;
    expect(legs.map(({ mode, roadClass }) => [mode, roadClass])).toEqual([
      ["off_road", null],
      ["walk", "footpath"],
      ["motor", "township"],
      ["off_road", null],
    ]);
    expect(way(0, 0)!.minutes).toBeCloseTo(expected, 2);
    expect(legs.map(({ roads: used }) => used)).toEqual([[], [0], [1], []]);
  });

  test("on foot alone it takes longer, and beyond the limit there is no entry", () => {
    const { matrix } = world(roads, [[0, 0]], [[9650, 0]], WALK);
    expect(minutesOf(matrix(), 0, 0)).toBeCloseTo(driven(900, 4) + driven(8750, 5), 2);
    expect(minutesOf(matrix(60), 0, 0)).toBe(Infinity);
    expect(matrix(60).column).toHaveLength(0);
  });

  test("by bus at its own speeds, on foot where none goes", () => {
    const { matrix, way } = world(roads, [[0, 0]], [[9650, 0]], travelScenario("walk_then_bus"));
    expect(minutesOf(matrix(), 0, 0)).toBeCloseTo(driven(900, 4) + driven(8750, 30), 2);
    expect(way(0, 0)!.legs.map(({ mode }) => mode)).toEqual(["walk", "bus"]);
  });

  test("in rain at half the speed where it is not paved, and the long way round where a ford is closed", () => {
    const wet = [
      road("ford", line([0, 0], [1000, 0]), { surface: "ford" }),
      road("earth", line([0, 0], [0, 2000]), { surface: "unpaved" }),
      road("bridge", line([0, 2000], [1000, 2000], [1000, 0])),
    ];
    const minutes = (id: string): number =>
      minutesOf(
        world(wet, [[0, 0]], [[1000, 0]], { ...travelScenario(id), offRoadLimitM: 200 }).matrix(),
        0,
        0,
      );
    expect(minutes("walk_then_motor")).toBeCloseTo(driven(1000, 22), 2);
    expect(minutes("walk_then_motor_rain")).toBeCloseTo(driven(2000, 22 / 2) + driven(3000, 35), 2);
    expect(minutes("walk_rain")).toBeCloseTo(driven(2000, 5 / 2) + driven(3000, 5), 2);
  });

  test("two places on one edge go along it without a node, and the shortest may be straight over land", () => {
    const bend = [road("bend", line([0, 0], [0, 4000], [400, 4000], [400, 0]))];
    const along = world(bend, [[0, 1000]], [[0, 2500]]);
    expect(minutesOf(along.matrix(), 0, 0)).toBeCloseTo(driven(1500, 35), 2);
    const across = world(bend, [[0, 0]], [[400, 0]]);
    expect(minutesOf(across.matrix(), 0, 0)).toBeCloseTo(offRoad(400), 2);
    expect(across.way(0, 0)!.legs.map(({ mode }) => mode)).toEqual(["off_road"]);
    expect(across.states()).toEqual(["minutes_known"]);
  });

  test("uphill takes longer than downhill, by Tobler", () => {
    const heightOf = (lon: number): number => (lon - at(0, 0)[0]) * 9_000;
    const roads = [road("slope", line([0, 0], [2000, 0]), { roadClass: "footpath" })];
    const up = world(roads, [[0, 0]], [[2000, 0]], { ...WALK, offRoadLimitM: 500 }, { heightOf });
    const down = world(roads, [[2000, 0]], [[0, 0]], { ...WALK, offRoadLimitM: 500 }, { heightOf });
    const slope = (heightOf(at(2000, 0)[0]) - heightOf(at(0, 0)[0])) / 2000;
    const flat = driven(2000, 4.5);
    expect(slope).toBeGreaterThan(0.05);
    expect(minutesOf(up.matrix(), 0, 0)).toBeCloseTo(flat * Math.exp(3.5 * slope), 1);
    expect(minutesOf(down.matrix(), 0, 0)).toBeCloseTo(flat * Math.exp(3.5 * (slope - 0.1)), 1);
  });

  test("a ferry costs its crossing and one wait", () => {
    const roads = [
      road("a", line([0, 0], [1000, 0])),
      road("ferry", line([1000, 0], [2000, 0], [3000, 0]), { roadClass: "ferry" }),
      road("b", line([3000, 0], [8000, 0])),
    ];
    const { matrix } = world(roads, [[0, 0]], [[8000, 0]]);
    expect(minutesOf(matrix(), 0, 0)).toBeCloseTo(
      driven(1000, 35) + driven(2000, 8) + 10 + driven(5000, 35),
      2,
    );
  });

  test("a one-way road is a detour for wheels in one direction only, and feet go against it where that is faster", () => {
    const roads = [
      road("direct", line([0, 0], [3000, 0]), { oneWay: 1 }),
      road("detour", line([0, 0], [0, 3000], [3000, 3000], [3000, 0])),
    ];
    const { matrix } = world(roads, [[0, 0]], [[3000, 0]], { ...MOTOR, offRoadLimitM: 100 });
    expect(minutesOf(matrix(), 0, 0)).toBeCloseTo(driven(3000, 35), 2);
    const back = world(roads, [[3000, 0]], [[0, 0]], { ...MOTOR, offRoadLimitM: 100 });
    expect(minutesOf(back.matrix(), 0, 0)).toBeCloseTo(driven(9000, 35), 2);
    const onFoot = world(roads, [[3000, 0]], [[0, 0]], { ...WALK, offRoadLimitM: 100 });
    expect(minutesOf(onFoot.matrix(), 0, 0)).toBeCloseTo(driven(3000, 5), 2);
  });

  test("an overpass without a node is no way down", () => {
    const roads = [
      road("low", line([0, 0], [10_000, 0])),
      road("high", line([5000, -5000], [5000, 5000]), { grade: 1 }),
    ];
    const far = { ...MOTOR, offRoadLimitM: 200 };
    expect(world(roads, [[0, 0]], [[5000, 5000]], far).states()).toEqual(["no_path"]);
    const flat = [roads[0]!, { ...roads[1]!, grade: 0 }];
    const { matrix } = world(flat, [[0, 0]], [[5000, 5000]], far);
    expect(minutesOf(matrix(), 0, 0)).toBeCloseTo(driven(10_000, 35), 2);
  });
});

describe("every village is in one of four states", () => {
  const mainland = road("mainland", line([0, 0], [5000, 0]));

  test("minutes known; off the road only; probably incomplete; no path", () => {
    const roads = [
      mainland,
      // Ends 200 m before the mainland's road, too far to be snapped.
      road("stub", line([5000, 200], [5000, 6000])),
      road("island", line([20_000, 0], [24_000, 0])),
    ];
    const villages: Point[] = [
      [100, 0],
      [5000, 5900],
      [0, -4000],
      [22_000, 100],
      [40_000, 0],
    ];
    const { reach, states } = world(roads, villages, [[1000, 0]]);
    expect(states()).toEqual([
      "minutes_known",
      "network_incomplete",
      "network_incomplete",
      "no_path",
      "no_path",
    ]);
    const { nearest, nearestMinutes } = reach();
    expect(Array.from(nearest)).toEqual([0, NOBODY, NOBODY, NOBODY, NOBODY]);
    expect(Array.from(nearestMinutes.subarray(1))).toEqual([Infinity, Infinity, Infinity, Infinity]);
    expect(world([], [[0, 0]], [[500, 0]]).states()).toEqual(["off_road_only"]);
    expect(world([], [[0, 0]], []).states()).toEqual(["no_path"]);
  });

  test("an island near the shore says no path where the water is drawn", () => {
    const island = road("island", line([2000, 800], [2000, 3000]));
    const places: [Point[], Point[]] = [[[2000, 1000]], [[4000, 0]]];
    const water = [line([-9000, 400], [9000, 400])];
    expect(world([mainland, island], ...places, MOTOR).states()).toEqual(["minutes_known"]);
    expect(world([mainland, island], ...places, MOTOR, { barriers: water }).states()).toEqual(["no_path"]);
  });

  test("one-way streets that let nobody out are data that lack something; a ford closed by rain is no path", () => {
    const far = { ...MOTOR, modes: ["motor" as const], offRoadLimitM: 100 };
    const oneWay = [
      road("in", line([0, 0], [3000, 0]), { oneWay: -1 }),
      road("b", line([3000, 0], [6000, 0])),
    ];
    expect(world(oneWay, [[0, 0]], [[6000, 0]], far).states()).toEqual(["network_incomplete"]);
    const ford = [
      road("a", line([0, 0], [2000, 0])),
      road("ford", line([2000, 0], [4000, 0]), { surface: "ford" }),
      road("b", line([4000, 0], [6000, 0])),
    ];
    expect(world(ford, [[0, 0]], [[6000, 0]], far).states()).toEqual(["minutes_known"]);
    expect(world(ford, [[0, 0]], [[6000, 0]], { ...far, season: "rain" }).states()).toEqual(["no_path"]);
  });

  test("300 loose pieces: each village has the minutes of its own piece, or the word for none", () => {
    const corner = (i: number): Point => [(i % 20) * 5000, Math.floor(i / 20) * 5000];
    const end = (i: number): Point => [corner(i)[0] + 2000, corner(i)[1]];
    const numbers = Array.from({ length: 300 }, (_, i) => i);
    const roads = numbers.map((i) => road(`piece ${i}`, line(corner(i), end(i))));
    const villages = numbers.map(corner);
    const facilities = numbers.filter((i) => i % 3 === 0).map(end);
    const { reach } = world(roads, villages, facilities, { ...MOTOR, offRoadLimitM: 500 });
    const { state, nearest, nearestMinutes } = reach();
    for (let i = 0; i < 300; i++) {
      expect(REACH_STATES[state[i]!]).toBe(i % 3 === 0 ? "minutes_known" : "no_path");
      expect(nearest[i]).toBe(i % 3 === 0 ? i / 3 : NOBODY);
      if (i % 3 === 0) expect(nearestMinutes[i]).toBeCloseTo(driven(2000, 35), 1);
    }
  });
});

/** Roads on a grid of crossings, some missing, of several classes and directions. */
const gridRoads = fc
  .record({
    size: fc.integer({ min: 2, max: 5 }),
    seeds: fc.array(fc.nat(1000), { minLength: 40, maxLength: 40 }),
  })
  .map(({ size, seeds }) => {
    const roads: Road[] = [];
    let next = 0;
    const add = (from: Point, to: Point): void => {
      const seed = seeds[next++ % seeds.length]! + next;
      if (seed % 7 === 0) return;
      roads.push(
        road(`r${next}`, line(from, to), {
          roadClass: (["county", "township", "footpath"] as const)[seed % 3]!,
          surface: seed % 2 === 0 ? "paved" : "unpaved",
          oneWay: seed % 11 === 0 ? 1 : 0,
        }),
      );
    };
    for (let x = 0; x < size; x++)
      for (let y = 0; y < size; y++) {
        if (x + 1 < size) add([x * 900, y * 900], [(x + 1) * 900, y * 900]);
        if (y + 1 < size) add([x * 900, y * 900], [x * 900, (y + 1) * 900]);
      }
    return { size, roads };
  });

const places = fc.array(
  fc.tuple(fc.integer({ min: -200, max: 3800 }), fc.integer({ min: -200, max: 3800 })),
  {
    minLength: 1,
    maxLength: 6,
  },
);

test("a way to a place within a metre of the end of a road ends at that end", () => {
  const { way } = world([road("a", line([0, 0], [0, 900]))], [[0, -1]], [[0, 1]]);
  const [out, into] = way(0, 0)!.legs;
  expect([out!.line[1], into!.line[0]]).toEqual([at(0, 0), at(0, 0)]);
});

test("matrix, nearest two, way and the search from the other side agree on any grid", () => {
  fc.assert(
    fc.property(gridRoads, places, places, ({ roads }, villages, facilities) => {
      const scenario = { ...MOTOR, offRoadLimitM: 700 };
      const { matrix, reach, way } = world(roads, villages, facilities, scenario);
      const minutes = matrix();
      const { nearestMinutes, secondMinutes } = reach();
      for (const [v] of villages.entries()) {
        const row = facilities.map((_, f) => minutesOf(minutes, v, f)).sort((a, b) => a - b);
        expect(nearestMinutes[v]).toBeCloseTo(row[0]!, 3);
        expect(secondMinutes[v]).toBeCloseTo(row[1] ?? Infinity, 3);
        for (const [f] of facilities.entries()) {
          const own = way(v, f);
          expect(own?.minutes ?? Infinity).toBeCloseTo(minutesOf(minutes, v, f), 3);
          if (!own) continue;
          const points = own.legs.flatMap((leg) => leg.line);
          if (points.length === 0) continue;
          for (const [leg, { line: drawn }] of own.legs.entries())
            if (leg > 0) expect(drawn[0]).toEqual(own.legs[leg - 1]!.line.at(-1));
        }
      }
      // As many facilities as villages and one more, so that the search starts from the villages.
      const others = [...facilities, ...villages].slice(0, villages.length + 1);
      const [few, many] = [world(roads, villages, others, scenario).matrix(), others.map((_, f) => f)];
      for (const [v] of villages.entries())
        for (const f of many) {
          const alone = world(roads, [villages[v]!], [others[f]!], scenario).matrix();
          expect(minutesOf(few, v, f)).toBeCloseTo(minutesOf(alone, 0, 0), 3);
        }
    }),
    { numRuns: 60 },
  );
});

test("a matrix transposed twice is itself", () => {
  const matrix = matrixOfColumns(3, [
    { places: Uint32Array.of(0, 2), minutes: Float32Array.of(5, 6) },
    { places: Uint32Array.of(2), minutes: Float32Array.of(7) },
  ]);
  expect(transposed(transposed(matrix))).toEqual(matrix);
  expect(minutesOf(transposed(matrix), 1, 2)).toBe(7);
});
