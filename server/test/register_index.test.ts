// An index of a profile's own: the golden sample through the import and the SQL, with weights, strata, clusters and groups.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { catalogContract } from "#domain/contract/catalog";
import { valuesContract } from "#domain/contract/values";
import { surveyRatio } from "#domain/method/reference/survey_ratio";
import { Z } from "#domain/method/uncertainty";
import { loadDataset } from "#server/import/load/load";
import { publish } from "#server/release/publish";
import { DATABASES } from "#sql/test/databases";
import { PATTERNS, SAMPLE_WEIGHTS, SCORES_BY_CLUSTER } from "./golden_records.ts";
import { openReading } from "./reading.ts";
import { asking, serveDatabase, SILENT, type Asking } from "./running.ts";
import { collection, ringsOf } from "./trial_profile.ts";

const VILLAGES = ["A11", "A12", "A21", "A22"];

/** Golden `alkire_foster_design_se`: two clusters in each village, the first four in stratum 1; half of each cluster is rural. */
const sample = SCORES_BY_CLUSTER.flatMap(([weight, scores], psu) =>
  scores.map((score, at) => ({
    village: VILLAGES[Math.floor(psu / 2)]!,
    year: 2020,
    key: `S${psu}-${at}`,
    weight,
    stratum: psu < 4 ? 1 : 2,
    psu,
    place: at % 2 === 0 ? "R" : "U",
    lacks: PATTERNS[score]!,
    income: "",
    size: 1,
    members: [{ well: PATTERNS[score]![4] === "1" ? "no" : "yes", age: 30 }],
  })),
);

/** Golden `fgt_gini`: incomes against a line of 4,000, weights as in a sample. */
const incomes = [1200, 3999, 4000, 4001, 2000, 8000, 500, 3000].map((income, at) => ({
  ...sample[0]!,
  year: 2021,
  key: `I${at}`,
  weight: [4, 3, 5, 2, 6, 4, 1, 3][at]!,
  stratum: at % 2,
  psu: at,
  lacks: "00000",
  income: String(income),
  members: [{ well: "yes", age: 30 }],
}));

/** Four people on 8,000, of an equivalent size of 2 and of 2.1; what is known of their members differs. */
const equivalent = [2, 2.1].map((size, at) => ({
  ...sample[0]!,
  year: 2022,
  key: `E${at}`,
  weight: 1,
  lacks: at === 0 ? "00000" : "00010",
  income: "8000",
  size,
  members: [
    { well: "no", age: 40 },
    { well: at === 0 ? "" : "no", age: 41 },
    { well: at === 0 ? "yes" : "no", age: 20 },
    { well: "no", age: 3 },
  ],
}));

/**
 * Golden incomes again, each six times. Half of the people have at most 3,000, so that the median lies between it and 3,999;
 * the line is 60 % of it, of a county and of a village of too few households.
 */
const relative = incomes.flatMap((row) =>
  Array.from({ length: 6 }, (_, copy) => ({
    ...row,
    year: 2023,
    key: `${row.key}-${copy}`,
  })),
);

const all = [...sample, ...incomes, ...equivalent, ...relative];
const FILES = {
  "v.json": collection(VILLAGES.map((code, at) => ({ code, coordinates: ringsOf(at, 0) }))),
  "h.csv": [
    "village,year,key,w,stratum,psu,place,income,size,d1,d2,d3,d4",
    ...all.map((row) =>
      [
        row.village,
        row.year,
        row.key,
        row.weight,
        row.stratum,
        row.psu,
        row.place,
        row.income,
        row.size,
        ...[...row.lacks].slice(0, 4),
      ].join(","),
    ),
    "A11,2020,NO-WEIGHT,,1,0,R,,1,1,1,1,1",
  ].join("\n"),
  "p.csv": [
    "village,year,key,nr,well,age",
    ...all.flatMap((row) =>
      row.members.map(({ well, age }, nr) => [row.village, row.year, row.key, nr + 1, well, age].join(",")),
    ),
  ].join("\n"),
};

const DEPRIVATIONS = SAMPLE_WEIGHTS.slice(0, 4)
  .map(
    (weight, at) =>
      `        - { id: d${at + 1}, weight: ${weight}, when: ${at % 2 === 0 ? `d${at + 1}` : `"d${at + 1} == 1"`} }\n`,
  )
  .join("");
const index = (id: string, more: string, decides: string): string => `    - id: ${id}
      label: { en: index ${id}, zh: 指数${id} }
      cutoff: 6
${more}      deprivations:
${DEPRIVATIONS}        - { id: d5, weight: ${SAMPLE_WEIGHTS[4]}, decides: ${decides}, who: "age >= 16", when: "well == \\"yes\\"", label: well-being }
`;
const PROFILE = `dataset: trial
title: Trial
licence: { name: CC0, attribution: nobody }
levels:
  - { id: county, label: County }
  - { id: town, label: Town, parent: { prefix: 1 } }
  - { id: village, label: Village, file: v.json, code: CODE, parent: { prefix: 2 } }
register:
  period: { column: year }
  households:
    file: h.csv
    village: village
    household: key
    sampling: { weight: w, stratum: stratum, cluster: psu }
    equivalence: { column: size }
    columns: { net_income_yuan: income }
  persons: { file: p.csv, village: village, household: key, columns: { number: nr, age: age } }
  lines:
    - { area: A, period: "2021", yuan: 4000 }
    - { area: A, period: "2022", yuan: 4000 }
    - { area: A, period: "2021", yuan: 2000, concept: extreme }
    - { area: A2, period: "2021", yuan: 9000, concept: extreme }
    - { area: A, period: "2023", share_of_median: 0.6, concept: relative }
    - { area: A21, period: "2023", share_of_median: 0.6, concept: relative }
  further_lines:
    - { id: extreme, label: { en: extreme line, zh: 极端线 }, concept: extreme }
    - { id: relative, label: { en: relative line, zh: 相对线 }, concept: relative }
  indices:
${index("own", "      groups: [{ id: place, column: place, values: [{ is: R, id: rural }, { is: U, id: town }] }]\n", "none")}${index("each", "      identify: person\n", "none")}${index("mild", "      missing: not_deprived\n      count: households\n", "all")}`;

describe.each(DATABASES)("an index of a profile's own, $name", (kind) => {
  const reading = openReading(kind);
  let server: Awaited<ReturnType<typeof serveDatabase>>;
  let ask: Asking["ask"];
  let rules: string[];
  let lines: string[];
  beforeAll(async () => {
    const { input, findings } = await reading.readFiles(PROFILE, FILES);
    const summary = await loadDataset(reading.test.database, input!, { ...SILENT, findings });
    lines = summary.findings
      .filter(({ rule }) => rule.startsWith("median_line"))
      .map(({ message }) => message);
    rules = summary.findings.filter(({ severity }) => severity !== "note").map(({ rule }) => rule);
    await publish(reading.test.database, "indices");
    server = await serveDatabase(reading.test.database, reading.test.config);
    ({ ask } = asking(() => server.url));
  });
  afterAll(() => server?.stop());

  const values = async (indicator: string, level: string, period = "2020") =>
    (await ask(valuesContract, { indicator, period, level })).areas;
  /** Numbers of a table that leaves the register, by period, area and measure. */
  const counted = async (tableId: string): Promise<Map<string, number>> => {
    const { rows } = await reading.test.database.knex.raw<{ rows: { key: string; value: number }[] }>(
      `select v.period || ' ' || v.area_code || ' ' || b.measures[at] as key, x as value
       from fact.batch b join fact.measure_value v on v.batch = b.id, lateral unnest(v.value) with ordinality as u (x, at)
       where b.state = 'current' and b.table_id = ? and coalesce(v.missing[at], 0) = 0`,
      [tableId],
    );
    return new Map(rows.map(({ key, value }) => [key, value]));
  };

  it("gives H, M0 and A of the golden sample, with their standard errors by strata and clusters", async () => {
    // One household has no weight, and so no members that count; of 2022 too little is known of each person.
    expect(rules).toEqual(["weight_missing", "median_line_unknown", "index_coverage_low"]);
    const [headcount] = await values("own_headcount", "county");
    const [m0] = await values("own", "county");
    const [intensity] = await values("own_intensity", "county");
    expect(headcount!.value! / 0.398809523809524).toBeCloseTo(1, 7);
    expect(m0!.value! / 0.1793430335097).toBeCloseTo(1, 7);
    expect(intensity!.value! / 0.449695964621338).toBeCloseTo(1, 7);
    const errors = await counted("register_errors_own_county");
    expect(errors.get("2020 A own_headcount_se")! / 0.0952753290052982).toBeCloseTo(1, 9);
    expect(errors.get("2020 A own_se")! / 0.0498661147880824).toBeCloseTo(1, 9);
    expect(errors.get("2020 A own_intensity_se")! / 0.0295089079855981).toBeCloseTo(1, 9);
    expect(headcount!.ciLow!).toBeCloseTo(0.398809523809524 - Z * 0.0952753290052982, 6);
  });

  it("gives the standard errors of each group, as of a domain of the sample", async () => {
    const expected = (numerator: (score: number) => number): number =>
      surveyRatio(
        sample.map(({ weight, stratum, psu, place, lacks }) => {
          const score = [...lacks].reduce((sum, bit, at) => sum + Number(bit) * SAMPLE_WEIGHTS[at]!, 0);
          const denominator = Number(place === "R");
          return {
            stratum,
            psu,
            weight,
            denominator,
            numerator: score < 6 ? 0 : denominator * numerator(score),
          };
        }),
      )!.standardError;
    const errors = await counted("register_errors_own_county");
    const [headcount, m0] = [expected(() => 1), expected((score) => score / 18)];
    expect(errors.get("2020 A own_place_rural_headcount_se")! / headcount).toBeCloseTo(1, 9);
    expect(errors.get("2020 A own_place_rural_se")! / m0).toBeCloseTo(1, 9);
    const [rural] = await values("own_place_rural_headcount", "county");
    expect(rural!.ciHigh! - rural!.value!).toBeCloseTo(Z * headcount, 6);
  });

  it("gives the standard errors of headcount, gap and severity of incomes, for the line and for a further one", async () => {
    const expected = (line: number, power: number): number =>
      surveyRatio(
        incomes.map(({ stratum, psu, weight, income }) => {
          const numerator = Number(income) < line ? ((line - Number(income)) / line) ** power : 0;
          return { stratum, psu, weight, denominator: 1, numerator };
        }),
      )!.standardError;
    const errors = await counted("register_errors_income_county");
    for (const [power, id] of ["headcount_ratio", "poverty_gap", "poverty_severity"].entries())
      expect(errors.get(`2021 A ${id}_se`)! / expected(4000, power), id).toBeCloseTo(1, 9);
    const further = await counted("register_errors_extreme_county");
    expect(further.get("2021 A extreme_headcount_se")! / expected(2000, 0)).toBeCloseTo(1, 9);
    expect(further.get("2021 A extreme_gap_se")! / expected(2000, 1)).toBeCloseTo(1, 9);
    // Of 2020 no income is known.
    expect([...errors.keys()].filter((key) => key.startsWith("2020 A poverty"))).toEqual([]);
    const [poor] = await values("headcount_ratio", "county", "2021");
    expect(poor!.value! - poor!.ciLow!).toBeCloseTo(Z * expected(4000, 0), 6);
  });

  it("adds up by village, by group and by contribution, and by person as by household of one", async () => {
    const sums = await counted("register");
    const sum = (measure: string): number =>
      VILLAGES.reduce((total, code) => total + sums.get(`2020 ${code} ${measure}`)!, 0);
    const whole = sample.reduce((total, { weight }) => total + weight, 0);
    expect(sum("persons")).toBe(whole);
    expect(sum("own_all")).toBe(whole);
    expect(sum("own_place_rural_scored") + sum("own_place_town_scored")).toBe(whole);
    for (const measure of ["poor", "poor_deprived_in_d5"]) {
      expect(sum(`own_place_rural_${measure}`)).toBeGreaterThan(0);
      expect(sum(`own_place_rural_${measure}`) + sum(`own_place_town_${measure}`)).toBe(
        sum(`own_${measure}`),
      );
    }
    expect(sum("each_poor")).toBe(sum("own_poor"));
    const parts = await Promise.all(
      SAMPLE_WEIGHTS.map(async (_, at) => (await values(`own_contribution_d${at + 1}`, "county"))[0]!.value!),
    );
    expect(parts.reduce((total, part) => total + part, 0)).toBeCloseTo(1, 6);
    const { indicators } = await ask(catalogContract, {});
    const of = (id: string) => indicators.find((indicator) => indicator.id === id);
    expect(of("own")).toMatchObject({
      symbol: "M0",
      label: { en: "index own", zh: "指数own" },
      disclosure: "D1",
    });
    expect(of("own_place_rural_headcount")).toMatchObject({
      disclosure: "D2",
      label: { en: "index own, rural: headcount ratio" },
    });
  });

  it("asks who is to be asked, and leaves out or takes as not deprived who is not known", async () => {
    const sums = await counted("register");
    const at = (measure: string): number => sums.get(`2022 A11 ${measure}`)!;
    // Of the first household a member of 41 is not known, yet one of 20 is well: nobody can be lacking. All of the second do.
    expect([at("own_all"), at("own_scored"), at("own_poor"), at("own_poor_deprived_in_d5")]).toEqual([
      8, 8, 4, 4,
    ]);
    // Each person: one is not known, and the child of 3 is not asked but shares the household's d4.
    expect([at("each_all"), at("each_scored"), at("each_poor"), at("each_deprived_in_d5")]).toEqual([
      8, 7, 5, 4,
    ]);
    // All adults are well in no household; counted are households, of which not known is not deprived.
    expect([at("mild_all"), at("mild_scored"), at("mild_poor"), at("mild_deprived_in_d5")]).toEqual([
      2, 2, 1, 0,
    ]);
  });

  it("compares incomes with a share of their own median, which has no standard errors", async () => {
    const sums = await counted("register");
    // (3,000 + 3,999) / 2 × 0.6 = 2,099.70: people on 500, 1,200 and 2,000 are below it.
    const of = (part: string): number => sums.get(`2023 A11 relative_${part}`)!;
    expect([of("known"), of("poor"), of("line_fen")]).toEqual([6 * 28, 6 * 11, 6 * 28 * 209_970]);
    expect(of("gap_fen")).toBe(6 * (159_970 + 4 * 89_970 + 6 * 9970));
    expect(lines).toEqual([
      "the line of A in 2023, 0.6 of the median income, is 2099.70: of 48 people in 48 households",
      "the line of A21 in 2023, 0.6 of the median income, cannot be known: 0 households have an income, at least 30 are needed",
    ]);
    const [rate] = await values("relative_headcount", "county", "2023");
    expect(rate).toMatchObject({ numerator: 6 * 11, denominator: 6 * 28 });
    expect(rate!.ciLow).toBeUndefined();
    expect((await counted("register_errors_relative_county")).size).toBe(0);
  });

  it("weights incomes, and divides them by the equivalent size", async () => {
    const sums = await counted("register");
    const of = (year: number, measure: string): number => sums.get(`${year} A11 ${measure}`)!;
    expect(of(2021, "poor_persons") / of(2021, "persons")).toBe(17 / 28);
    expect(of(2021, "income_gap_fen") / of(2021, "income_line_fen")).toBeCloseTo(29_703 / 112_000, 12);
    // Of 28 people 5 are below 2,000; those on it are not poor.
    expect(["known", "poor", "gap_fen", "line_fen"].map((part) => of(2021, `extreme_${part}`))).toEqual([
      28,
      5,
      (4 * 800 + 1500) * 100,
      28 * 2000 * 100,
    ]);
    expect(of(2022, "extreme_known")).toBe(0);
    expect((await values("extreme_headcount", "county", "2021"))[0]).toMatchObject({
      numerator: 5,
      denominator: 28,
    });
    const spread = await counted("register_inequality_village");
    const gini = (year: number): number =>
      spread.get(`${year} A11 income_differences`)! / spread.get(`${year} A11 income_differences_greatest`)!;
    expect(gini(2021)).toBeCloseTo(877_927 / 2_752_372, 9);
    // 8,000 over 2 is the line; over 2.1 it is below.
    expect([of(2022, "persons"), of(2022, "poor_persons")]).toEqual([8, 4]);
    expect(of(2022, "income_gap_fen")).toBe(4 * 400_000 - Math.round((800_000 * 4) / 2.1));
  });
});
