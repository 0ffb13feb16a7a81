// The household register: what SQL counts in it equals the tables of the demo, and nothing else leaves it.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DatasetInput } from "#domain/dataset";
import { GOLDEN_WEIGHTS } from "#domain/method/fixtures/golden_county";
import { gini, lorenzCurve } from "#domain/method/reference/inequality";
import { INEQUALITY_MEASURES } from "#domain/registry/inequality";
import { REGISTER_MEASURES } from "#domain/register/measures";
import { LORENZ_PER_CENT } from "#domain/registry/inequality";
import { demoDataset } from "#seeds/demo/dataset";
import { DATABASES, type TestDatabase } from "#sql/test/databases";
import { loadDataset } from "#server/import/load/load";
import type { LoadSummary } from "#server/import/load/load_summary";
import {
  COUNTY,
  FOUR_BY_FOUR,
  FOUR_HOUSEHOLDS,
  GAPS,
  GINI,
  GINI_RECORDS,
  GOLDEN_DEPRIVATIONS,
  goldenWeights,
  SAMPLE,
  SAMPLE_WEIGHTS,
} from "./golden_records.ts";
import { withGolden } from "./register_golden.ts";
import { SILENT } from "./running.ts";

const VILLAGES = 22;
const YEARS = 5;

/** Numbers by period, area and measure. */
type Facts = Map<string, number>;

const isOfRegister = (measure: string): boolean => REGISTER_MEASURES.some(({ id }) => id === measure);

/** What the tables of a dataset state about the measures of the register. */
async function statedIn({ tables }: DatasetInput): Promise<Facts> {
  const facts: Facts = new Map();
  for (const { measures, rows } of tables) {
    if (!measures.some((measure) => isOfRegister(measure))) continue;
    for await (const batch of rows())
      for (const { code, period, values } of batch)
        values.forEach((value, at) => {
          const measure = measures[at]!;
          if (typeof value === "number" && isOfRegister(measure))
            facts.set(`${period} ${code} ${measure}`, value);
        });
  }
  return facts;
}

describe.each(DATABASES)("the register in the $name database", (kind) => {
  let test: TestDatabase;
  let summary: LoadSummary;
  const withRegister = demoDataset({ villages: VILLAGES, years: YEARS, withRegister: true });

  beforeAll(async () => {
    test = await kind.open();
    summary = await loadDataset(test.database, withRegister, SILENT);
  });
  afterAll(() => test.drop());

  const rows = async <Row>(sql: string, bindings: readonly string[] = []): Promise<Row[]> =>
    (await test.database.knex.raw<{ rows: Row[] }>(sql, [...bindings])).rows;

  const counted = async (tableId: string): Promise<Facts> => {
    const found = await rows<{ key: string; value: number }>(
      `select v.period || ' ' || v.area_code || ' ' || b.measures[at] as key, x as value
       from fact.batch b join fact.measure_value v on v.batch = b.id,
            lateral unnest(v.value) with ordinality as u (x, at)
       where b.state = 'current' and b.table_id = ? and coalesce(v.missing[at], 0) = 0`,
      [tableId],
    );
    return new Map(found.map(({ key, value }) => [key, value]));
  };

  it("counts for every measure, village and year what the demo's own tables hold", async () => {
    expect(summary).toMatchObject({ register: { state: "new" } });
    const bySql = await counted("register");
    const villages = new Set([...bySql.keys()].map((key) => key.split(" ")[1]!));
    const byTables = await statedIn(demoDataset({ villages: VILLAGES, years: YEARS }));
    const stated = new Map([...byTables].filter(([key]) => villages.has(key.split(" ")[1]!)));
    expect(villages.size).toBeGreaterThan(15);
    expect(bySql.size).toBe(stated.size);
    expect(new Set([...bySql.keys()].map((key) => key.split(" ")[2]!)).size).toBe(REGISTER_MEASURES.length);
    const different = [...stated].filter(([key, value]) => bySql.get(key) !== value);
    expect(different.slice(0, 5)).toEqual([]);
    // Together with the tables for the rest it is the whole demo, and what is shown is the same.
    const rest = await statedIn(withRegister);
    expect(new Set([...rest.keys(), ...bySql.keys()]).size).toBe(byTables.size);
    for (const [key, value] of rest) if (!bySql.has(key)) expect(byTables.get(key), key).toBe(value);
  });

  it("keeps beside its counts what two departments report otherwise in a few villages, and reports it", async () => {
    const bySql = await counted("register");
    const differing = [...(await statedIn(withRegister))].filter(
      ([key, value]) => bySql.has(key) && bySql.get(key) !== value,
    );
    expect(new Set(differing.map(([key]) => key.split(" ")[2]))).toEqual(
      new Set(["insured_persons", "unsafe_housing_households"]),
    );
    const expected = differing.map(([key, value]) => {
      const [period, code, measure] = key.split(" ");
      return `${measure} of ${code} in ${period} is ${value} here and ${bySql.get(key)} in demo/register`;
    });
    expect(summary.findings.map(({ message }) => message).sort()).toEqual(expected.sort());
    for (const finding of summary.findings)
      expect(finding).toMatchObject({
        severity: "warning",
        rule: "departments_disagree",
        file: expect.stringMatching(/^demo\/(insurance|housing_water)$/) as string,
        action: "both are kept, demo/register decides (priority 1 against 0)",
      });
    // In the draft they are columns of their own, and nothing of them is in what is shown.
    const conflicting = await rows<{ indicator: string; period: string }>(
      "select distinct indicator, period from release.column where indicator like 'contested.%'",
    );
    expect(new Set(conflicting.map(({ indicator, period }) => `${period} ${indicator}`))).toEqual(
      new Set(
        differing.map(([key]) => {
          const [period, , measure] = key.split(" ");
          const table = measure === "insured_persons" ? "insurance" : "housing_water";
          return `${period} contested.${measure} ${table}`;
        }),
      ),
    );
  });

  it("gives Gini and Lorenz curve of every whole area from the records of its people", async () => {
    const records = await rows<{ village: string; period: string; income: number; persons: number }>(
      `select village_code as village, period, net_income_fen as income, count(*)::int as persons
       from register.household join register.person using (root_code, village_code, period, household_key)
       where net_income_fen is not null and period in ('2018', '2022')
       group by root_code, village_code, period, household_key, net_income_fen`,
    );
    const township = await counted("register_inequality_township");
    const village = await counted("register_inequality_village");
    const areas = [...new Set([...township.keys()].map((key) => key.split(" ")[1]!))];
    expect(areas.length).toBeGreaterThan(1);
    for (const [facts, codes, isIn] of [
      [township, areas, (code: string, area: string) => code.slice(0, 9) === area.slice(0, 9)],
      [
        village,
        records.slice(0, 5).map((record) => record.village),
        (code: string, area: string) => code === area,
      ],
    ] as const)
      for (const area of codes)
        for (const period of ["2018", "2022"]) {
          const people = records
            .filter((record) => record.period === period && isIn(record.village, area))
            .map(({ income, persons }) => ({ income: income / persons, weight: persons }));
          if (people.length === 0) continue;
          const of = (measure: string): number => facts.get(`${period} ${area} ${measure}`)!;
          expect(of("income_differences") / of("income_differences_greatest")).toBeCloseTo(gini(people)!, 9);
          const curve = lorenzCurve(people);
          for (const share of LORENZ_PER_CENT) {
            const after = curve.findIndex(([x]) => x >= share / 100);
            const [[x0, y0], [x1, y1]] = [curve[after - 1]!, curve[after]!];
            const y = y0 + ((share / 100 - x0) / (x1 - x0)) * (y1 - y0);
            expect(of(`lorenz_${share}_fen`) / of("lorenz_income_fen")).toBeCloseTo(y, 6);
          }
        }
    // The province has villages without records, unless all are of the county.
    expect(
      [...(await counted("register_inequality_province")).keys()].length % INEQUALITY_MEASURES.length,
    ).toBe(0);
  });

  it("gives the golden figures of Alkire and Foster, of the gaps and of the Gini coefficient", async () => {
    const all = [...FOUR_BY_FOUR, ...FOUR_HOUSEHOLDS, ...COUNTY, ...SAMPLE, ...GAPS, ...GINI_RECORDS];
    await withGolden(test.database, all, async ({ counts, inequality }) => {
      const indices = (sums: readonly Record<string, number>[], weights: readonly number[]) => {
        const sum = (id: string): number => sums.reduce((total, one) => total + one[id]!, 0);
        const [n, q] = [sum("deprivation_scored_persons"), sum("multidimensionally_poor_persons")];
        const censored = GOLDEN_DEPRIVATIONS.slice(0, weights.length).map((id) =>
          sum(`poor_persons_deprived_in_${id}`),
        );
        const score = censored.reduce((total, persons, j) => total + weights[j]! * persons, 0);
        const whole = weights.reduce((total, weight) => total + weight, 0);
        return {
          n,
          q,
          censored,
          score,
          h: q / n,
          a: score / (whole * q),
          m0: score / (whole * n),
          phi: censored.map((persons, j) => (weights[j]! * persons) / score),
        };
      };

      // The 4 × 4 example at every cut-off.
      const equal = [1, 1, 1, 1];
      for (const [k, h, a, m0, phi] of [
        [1, 3 / 4, 7 / 12, 7 / 16, [1 / 7, 3 / 7, 1 / 7, 2 / 7]],
        [2, 1 / 2, 3 / 4, 3 / 8, [1 / 6, 1 / 3, 1 / 6, 1 / 3]],
        [3, 1 / 4, 1, 1 / 4, [1 / 4, 1 / 4, 1 / 4, 1 / 4]],
        [4, 1 / 4, 1, 1 / 4, [1 / 4, 1 / 4, 1 / 4, 1 / 4]],
      ] as const)
        expect(indices([(await counts(goldenWeights(equal), k)).get("AF")!], equal)).toMatchObject({
          h,
          a,
          m0,
          phi,
        });

      // Five villages; their county is their sum, divided once.
      const villages = await counts(goldenWeights(GOLDEN_WEIGHTS), 6);
      const of = (...codes: string[]) =>
        indices(
          codes.map((code) => villages.get(code)!),
          GOLDEN_WEIGHTS,
        );
      expect(of("V1")).toMatchObject({ n: 14, q: 9, score: 78, censored: [6, 5, 5, 2, 5, 2] });
      expect(of("V2")).toMatchObject({ n: 11, q: 6, score: 36, censored: [0, 0, 0, 6, 0, 6] });
      expect(of("V3")).toMatchObject({ n: 5, q: 3, score: 36, censored: [3, 0, 0, 3, 3, 0] });
      expect(of("V4")).toMatchObject({ n: 12, q: 0, score: 0, censored: [0, 0, 0, 0, 0, 0] });
      expect(of("V5")).toMatchObject({ n: 13, q: 11, score: 88, censored: [7, 3, 8, 4, 0, 4] });
      expect(of("V1", "V2", "V3", "V4", "V5")).toMatchObject({
        n: 55,
        q: 29,
        score: 238,
        censored: [16, 8, 13, 15, 8, 12],
        h: 29 / 55,
        m0: 238 / (18 * 55),
        a: 238 / (18 * 29),
      });

      // Point estimates of the clustered sample.
      const sample = (await counts(goldenWeights(SAMPLE_WEIGHTS), 6)).get("SAMPLE")!;
      const estimate = indices([sample], SAMPLE_WEIGHTS);
      expect(estimate.h / 0.398809523809524).toBeCloseTo(1, 9);
      expect(estimate.m0 / 0.1793430335097).toBeCloseTo(1, 9);
      expect(estimate.a / 0.449695964621338).toBeCloseTo(1, 9);

      // The four households of the note of the United Nations, who need not weigh the same.
      const four = (await counts(goldenWeights(SAMPLE_WEIGHTS), 6)).get("UNDP")!;
      expect(indices([four], SAMPLE_WEIGHTS)).toMatchObject({ n: 20, h: 0.8, a: 0.5625, m0: 0.45 });

      // Foster, Greer and Thorbecke, by group and together; all are whole sums.
      const gaps = (...codes: string[]): number[] => {
        const sum = (id: string): number =>
          codes.reduce((total, code) => total + villages.get(code)![id]!, 0);
        return [
          sum("poor_persons") / sum("persons"),
          sum("income_gap_fen") / sum("income_line_fen"),
          sum("squared_income_gap") / sum("squared_income_line"),
        ];
      };
      expect(gaps("FGT-A", "FGT-B")).toEqual([17 / 28, 29_703 / 112_000, 70_610_003 / 448_000_000]);
      expect(gaps("FGT-A")).toEqual([8 / 13, 0.28275, 0.20966347596153845]);
      expect(gaps("FGT-B")).toEqual([0.6, 0.25, 0.1125]);
      expect(
        ["FGT-A", "FGT-B"].reduce((total, code) => total + villages.get(code)!["income_gap_fen"]!, 0),
      ).toBe(29_703 * 100 * 100);

      const spread = await inequality();
      for (const { village, gini: expected, lorenz = {} } of GINI) {
        const sums = spread.get(village);
        if (expected === null) expect(sums, village).toBeUndefined();
        else {
          const [above, below] = [sums!["income_differences"]!, sums!["income_differences_greatest"]!];
          expect(above / below, village).toBeCloseTo(expected, 9);
        }
        for (const [share, income] of Object.entries(lorenz))
          expect(sums![`lorenz_${share}_fen`]! / sums!["lorenz_income_fen"]!, village).toBe(income);
      }
    });
  });

  it("changes nothing the second time", async () => {
    expect(await loadDataset(test.database, withRegister, SILENT)).toMatchObject({
      isUnchanged: true,
      register: { state: "unchanged" },
    });
  });

  it("counts the same records anew when other measures are counted than before", async () => {
    await rows(
      "update fact.batch set measures[1] = 'people' where table_id = 'register' and state = 'current'",
    );
    const again = await loadDataset(test.database, withRegister, { ...SILENT, dryRun: true });
    expect(again.register).toMatchObject({ state: "replaced" });
  });
});
