// Travel times and access computed from the stored roads and schools, as a table beside those of departments.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unpackGraph } from "#analysis/access/graph_bytes";
import type { DatasetInput } from "#domain/dataset";
import type { RoadInput } from "#domain/things";
import { REACH_STATES, travelScenario } from "#domain/travel";
import { ACCESS_MEASURES } from "#server/import/network/access_figures";
import { computeAccess } from "#server/import/network/compute_access";
import { loadDataset } from "#server/import/load/load";
import { query } from "#sql/query";
import { DATABASES, type TestDatabase } from "#sql/test/databases";
import { square } from "#tiles/fixtures/coverages";
import { auditEvents } from "./audit_events.ts";
import { SILENT } from "./running.ts";
import { area, dataset, table } from "./small_dataset.ts";

/** V1 and V2 lie 5.6 km apart on one road, V3 is an island, nobody knows where V4 is. */
const AREAS = {
  county: [area("C", null, square(0, 0, 2))],
  village: [
    area("V1", "C", square(0, 0, 0.05)),
    area("V2", "C", square(0.05, 0, 0.05)),
    area("V3", "C", square(1, 1, 0.05)),
    { ...area("V4", "C", square(0, 0, 1)), geometry: null },
  ],
};

const road = (line: RoadInput["line"], change: Partial<RoadInput> = {}): RoadInput => ({
  roadClass: "township",
  surface: "paved",
  names: {},
  line,
  speedKmh: null,
  oneWay: "both",
  level: 0,
  opened: null,
  closed: null,
  ...change,
});

const SOURCE = { fileName: "things", department: { en: "Education" }, reportingDate: null, priority: 0 };

const THINGS: NonNullable<DatasetInput["things"]> = {
  roads: [
    {
      ...SOURCE,
      id: "roads",
      checksum: "roads",
      roads: () => [
        [
          // Two records of one road, and one that is built in 2021.
          road([
            [0.025, 0.025],
            [0.075, 0.025],
          ]),
          road(
            [
              [0.075, 0.025],
              [0.025, 0.025],
            ],
            { roadClass: "village_road" },
          ),
          road(
            [
              [1.02, 1.02],
              [1.03, 1.03],
            ],
            { opened: "2021" },
          ),
        ],
      ],
    },
  ],
  facilities: [
    {
      ...SOURCE,
      id: "schools",
      checksum: "schools",
      measures: ["pupils", "places"],
      facilities: () => [
        [
          {
            kind: "primary_school",
            code: "S1",
            names: { en: "School" },
            point: [0.025, 0.025],
            areaCode: "V1",
            locatedCode: "V1",
            opened: null,
            closed: null,
          },
        ],
      ],
      rows: () => [
        [
          { code: "S1", period: "2020", values: [70, 60] },
          { code: "S1", period: "2021", values: [70, null] },
        ],
      ],
    },
  ],
};

const PUPILS = ["2020", "2021"].flatMap((period): [string, string, number][] => [
  ["V1", period, 40],
  ["V2", period, 30],
  ["V3", period, 10],
  ["V4", period, 5],
]);

const input = (things: DatasetInput["things"]): DatasetInput => {
  const tables = [
    table(PUPILS, { id: "pupils", fileName: "pupils.csv", measures: ["pupils"] }),
    table([["V2", "2020", 100]], { id: "stated", fileName: "stated.csv", measures: ["pupil_travel_min"] }),
  ];
  const own = dataset(tables, { lineage: [] });
  const boundaries = {
    ...own.boundaries!,
    async *areas(level: string) {
      yield [...AREAS[level as keyof typeof AREAS]];
    },
  };
  return { ...own, boundaries, ...(things ? { things } : {}) };
};

const OPTIONS = {
  scenario: travelScenario("walk_then_motor"),
  importedBy: "test",
  onProgress: () => undefined,
};

describe.each(DATABASES)("access on the $name database", (kind) => {
  let test: TestDatabase;
  let summary: Awaited<ReturnType<typeof computeAccess>>;

  beforeAll(async () => {
    test = await kind.open();
    await loadDataset(test.database, input(undefined), SILENT);
  });
  afterAll(() => test.drop());

  /** Values of the computed table by village and measure; null where it says why there is none. */
  async function figures(period: string): Promise<Record<string, Record<string, number | null>>> {
    const rows = await query<{ code: string; value: number[]; missing: number[] | null }>(
      test.database.knex,
      `select area_code as code, value, missing from fact.measure_value v join fact.batch b on b.id = v.batch
       where b.table_id = 'computed_access' and b.state = 'current' and period = ? order by 1`,
      [period],
    );
    return Object.fromEntries(
      rows.map(({ code, value, missing }) => [
        code,
        Object.fromEntries(ACCESS_MEASURES.map((id, at) => [id, missing?.[at] ? null : value[at]!])),
      ]),
    );
  }

  it("says what is missing where there is nothing to compute from, and stores nothing", async () => {
    await expect(computeAccess(test.database, OPTIONS)).rejects.toThrow(
      "no roads are stored: import a profile with a section roads",
    );
    expect(await query(test.database.knex, "select from network.graph")).toHaveLength(0);
  });

  it("counts who is within reach, with a place and without, by the roads of the period", async () => {
    await loadDataset(test.database, input(THINGS), SILENT);
    summary = await computeAccess(test.database, OPTIONS);
    expect(summary).toMatchObject({
      periods: ["2020", "2021"],
      schools: 1,
      roads: 3,
      states: { minutes_known: 2, off_road_only: 0, network_incomplete: 0, no_path: 1 },
      isUnchanged: false,
    });
    const { V1, V2, V3, V4 } = await figures("2020");
    expect(V1).toMatchObject({ pupils_within_15: 40, pupils_with_place: 40, routed_pupils: 40 });
    expect(V2).toMatchObject({ pupils_within_15: 30, pupils_with_place: 20, pupils_without_place: 10 });
    expect(V3).toMatchObject({
      pupils_within_60: 0,
      pupils_out_of_reach: 10,
      routed_pupils: 0,
      pupil_travel_min: 0,
    });
    expect(Object.values(V4!).every((value) => value === null)).toBe(true);
    // 5.57 km at 35 km/h, and a little beside the road.
    expect(V2!["pupil_travel_min"]! / 30).toBeCloseTo((5.566 / 35) * 60, 0);
    const places =
      V1!["accessible_milliplaces"]! + V2!["accessible_milliplaces"]! + V3!["accessible_milliplaces"]!;
    expect(Math.abs(places - 60_000)).toBeLessThanOrEqual(1);
  });

  it("leaves out what hangs on places that are not stated, and keeps the minutes", async () => {
    const { V1 } = await figures("2021");
    expect(V1).toMatchObject({ pupils_within_15: 40, pupils_with_place: null, accessible_milliplaces: null });
  });

  it("stands beside the minutes that a department states, which are used", async () => {
    const columns = await query<{ indicator: string }>(
      test.database.knex,
      "select indicator from release.column where release = ? and level = 'village' and indicator like 'contested.%'",
      [summary.draft],
    );
    expect(columns.map(({ indicator }) => indicator)).toContain("contested.pupil_travel_min computed_access");
  });

  it("stores each graph and matrix once, and they cannot be changed", async () => {
    const { knex } = test.database;
    const graphs = await query<{ graph: Buffer; road: number[]; report: { counts: object } }>(
      knex,
      "select graph, road, report from network.graph order by cardinality(road)",
    );
    expect(graphs.map(({ road: numbers }) => numbers.length)).toEqual([2, 3]);
    expect(graphs.map(({ graph }) => unpackGraph(graph).edgeCount)).toEqual([1, 2]);
    expect(graphs[0]!.report.counts).toEqual({ duplicate: 1 });
    const travels = await query<{ state: Buffer; kind: string }>(
      knex,
      "select state, facility_kind as kind from network.travel",
    );
    expect(travels.map(({ kind: own }) => own)).toEqual(["primary_school", "primary_school"]);
    expect([...travels[0]!.state].map((state) => REACH_STATES[state] ?? state)).toEqual([
      "minutes_known",
      "minutes_known",
      "no_path",
      255,
    ]);
    await expect(query(knex, "update network.travel set limit_min = 1")).rejects.toThrow("cannot be changed");
  });

  it("changes nothing when it is run again", async () => {
    expect(await computeAccess(test.database, OPTIONS)).toMatchObject({ isUnchanged: true });
    const [{ count }] = (await query<{ count: number }>(
      test.database.knex,
      "select count(*)::int as count from network.travel",
    )) as [{ count: number }];
    expect(count).toBe(2);
    const imports = await auditEvents(test.database.knex, "dataset:");
    expect(imports.map(({ action, after }) => [action, after]).slice(-1)).toEqual([
      ["import", { tables: { computed_access: expect.stringMatching(/^[0-9a-f]{64}$/) } }],
    ]);
    expect(imports.filter(({ after }) => JSON.stringify(after).includes("computed_access"))).toHaveLength(1);
  });
});
