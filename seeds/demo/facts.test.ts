import { describe, expect, it } from "vitest";
import { measuresOf } from "#domain/indicator";
import { CAUSES } from "#domain/register/codes";
import { causeMeasure } from "#domain/registry/causes";
import { ACCESS_INDICATORS } from "#domain/registry/access";
import { ACCESS_MEASURES } from "#domain/registry/access_measures";
import { INDICATORS, MEASURES } from "#domain/registry/index";
import { DEPRIVATIONS, DEPRIVATION_TOTAL, POVERTY_CUTOFF } from "#domain/registry/multidimensional";
import { demoDataset } from "./dataset.ts";

const dataset = demoDataset({ villages: 300, seed: 7 });

/** Measures of every village and year by name, over all tables, as far as they are given out. */
async function villageYears(): Promise<Map<string, Record<string, number>>> {
  const all = new Map<string, Record<string, number>>();
  for (const { measures, rows } of dataset.tables)
    for await (const batch of rows())
      for (const { code, period, values } of batch) {
        const key = `${period} ${code}`;
        const known = all.get(key) ?? {};
        all.set(key, known);
        values.forEach((value, at) => {
          if (typeof value === "number") known[measures[at]!] = value;
        });
      }
  return all;
}

const all = await villageYears();

/** No village-year has more of a measure than of the one that follows it. */
const WITHIN = [
  ["poor_persons", "persons"],
  ["multidimensionally_poor_persons", "deprivation_scored_persons", "persons"],
  ["registered_persons", "target_persons", "persons"],
  ["insured_persons", "insurable_persons", "persons"],
  ["exited_persons", "persons"],
  ["fallen_back_persons", "exited_persons"],
  ["unsafe_housing_households", "housing_assessed_households", "rural_households"],
  ["unsafe_water_households", "water_assessed_households", "rural_households"],
  ["scored_households", "registered_households", "target_households", "rural_households"],
  ["no_labour_households", "registered_households"],
  ["monitored_unstable_households", "registered_households"],
  ["cause_recorded_households", "target_households"],
  ["matched_households", "cause_and_plan_households", "target_households_with_plan", "target_households"],
  ["cause_and_plan_households", "cause_recorded_households"],
  ["target_households_with_cadre", "target_households", "target_persons"],
  ["visits_on_time", "visits_due"],
  ["yulu_paid_students", "yulu_eligible_students", "target_persons"],
  ["aid_paid_pupils", "aid_eligible_pupils", "pupils", "school_age_residents"],
  ["far_day_pupils", "day_pupils", "pupils"],
  ["surveyed_households", "survey_frame_households"],
  ["routed_pupils", "pupils"],
  ["routed_pupils", "pupil_travel_min"],
  ["schools_100_mbps", "schools"],
  ["oversize_classes", "classes", "pupils"],
  ["multigrade_classes", "village_school_classes", "classes"],
  ["funds_arrived_fen", "funds_paid_fen", "funds_allocated_fen"],
  ["late_projects", "projects_due"],
  ["tasks_on_time", "tasks_due"],
  ["paved_hamlets", "hamlets"],
  ["clinic_villages", "villages"],
] as const;

type Of = (measure: string) => number;
const poorIn = DEPRIVATIONS.map(({ id }) => `poor_persons_deprived_in_${id}`);
const score = (of: Of) => DEPRIVATIONS.reduce((total, { weight }, at) => total + weight * of(poorIn[at]!), 0);

/** Each holds in every village-year that has all of its measures. */
const RULES: Record<string, (of: Of) => boolean> = {
  "the poor score at least the cut-off and at most everything": (of) =>
    score(of) >= POVERTY_CUTOFF * of("multidimensionally_poor_persons") &&
    score(of) <= DEPRIVATION_TOTAL * of("multidimensionally_poor_persons"),
  "only the poor are counted by deprivation": (of) =>
    poorIn.every((measure) => of(measure) <= of("multidimensionally_poor_persons")),
  "scores of both bands are within the scored": (of) =>
    of("exit_score_poor_households") + of("exit_score_borderline_households") <= of("scored_households"),
  "scores add up to what their bands allow": (of) => {
    const [poor, borderline] = [of("exit_score_poor_households"), of("exit_score_borderline_households")];
    const safe = of("scored_households") - poor - borderline;
    const points = of("exit_score_centipoints") / 100;
    return 60 * borderline + 80 * safe <= points && points <= 60 * poor + 80 * borderline + 100 * safe;
  },
  "causes are all of the recorded": (of) =>
    CAUSES.reduce((sum, { id }) => sum + of(causeMeasure(id)), 0) === of("cause_recorded_households"),
  "targets are the registered and those only monitored": (of) =>
    of("registered_households") + of("monitored_marginal_households") + of("monitored_sudden_households") ===
    of("target_households"),
  "unsafe homes and water are enough for the poor who lack them, at most seven in each": (of) =>
    of("poor_persons_deprived_in_housing") <= 7 * of("unsafe_housing_households") &&
    of("poor_persons_deprived_in_safe_water") <= 7 * of("unsafe_water_households"),
  "pupils come daily or board": (of) => of("day_pupils") + of("boarders") === of("pupils"),
  "a pupil on a roll is no dropout": (of) =>
    of("pupils") + of("suspected_dropouts") <= of("school_age_residents"),
  "there is a teacher and a class wherever there are pupils": (of) =>
    of("pupils") > 0 && of("teachers") >= 1 && of("classes") >= 1,
  "missing teachers are at least what 19 pupils to a post leave missing": (of) =>
    of("teacher_shortage") >= Math.ceil(of("pupils") / 19) - of("teachers"),
  "there is one village in a village": (of) => of("villages") === 1,
  "who has a gap is poor, and only who is poor": (of) =>
    of("income_gap_fen") > 0 === of("poor_persons") > 0 &&
    of("squared_income_gap") > 0 === of("poor_persons") > 0,
  // Squares of recorded households are rounded one by one.
  "squares are at least those of equal gaps": (of) =>
    (of("squared_income_gap") + of("rural_households") / 2) * of("poor_persons") >=
    (of("income_gap_fen") / 1000) ** 2 - 1e-6,
};

/** Yuan for each person and year. */
const LINES: Record<string, number> = {
  2014: 2800,
  2015: 2855,
  2016: 2952,
  2017: 2952,
  2018: 2995,
  2019: 3218,
  2020: 4000,
  2021: 4000,
  2022: 4000,
};

/** Applies a rule wherever its measures are known; gives where it does not hold, and how often it was applied. */
function broken(rule: (of: Of, period: string) => boolean): { wrong: string[]; applied: number } {
  const wrong: string[] = [];
  let applied = 0;
  for (const [key, known] of all) {
    let isKnown = true;
    const of: Of = (measure) => {
      if (known[measure] === undefined) isKnown = false;
      return known[measure] ?? 0;
    };
    // Both sides of every rule are read before it is believed.
    const holds = rule(of, key.slice(0, 4));
    if (!isKnown) continue;
    applied++;
    if (!holds) wrong.push(key);
  }
  return { wrong, applied };
}

describe("facts of 300 villages over nine years", () => {
  it("are whole numbers from 0 on, for every measure of the registry", () => {
    const seen = new Set<string>();
    for (const [key, known] of all)
      for (const [measure, value] of Object.entries(known)) {
        seen.add(measure);
        if (!Number.isSafeInteger(value) || value < 0) expect.fail(`${key} ${measure} ${value}`);
      }
    const counted = MEASURES.filter(
      (measure) =>
        measure.rollUp !== "from_records" && measure.statistic !== true && !ACCESS_MEASURES.includes(measure),
    );
    expect([...seen].sort()).toEqual(counted.map(({ id }) => id).sort());
  });

  it.each(WITHIN)("never count more %s than %s", (...chain) => {
    for (let at = 1; at < chain.length; at++) {
      const { wrong, applied } = broken((of) => of(chain[at - 1]!) <= of(chain[at]!));
      expect(wrong, `${chain[at - 1]} <= ${chain[at]}`).toEqual([]);
      expect(applied).toBeGreaterThan(2000);
    }
  });

  it.each(Object.entries(RULES))("agree: %s", (_, rule) => {
    const { wrong, applied } = broken(rule);
    expect(wrong).toEqual([]);
    expect(applied).toBeGreaterThan(2000);
  });

  it("measure gaps against the line of the year", () => {
    const { wrong, applied } = broken((of, period) => {
      const line = LINES[period]!;
      const recorded = of("income_line_fen") / (100 * line);
      return (
        Number.isInteger(recorded) &&
        of("poor_persons") <= recorded &&
        recorded <= of("persons") &&
        // Recorded households have rounded squares each, a merged village sums two.
        Math.abs(of("squared_income_line") - (recorded * line * line) / 100) <= recorded / 2 + 1 &&
        of("income_gap_fen") <= of("poor_persons") * line * 100 &&
        of("squared_income_gap") <= (line / 10) * (of("income_gap_fen") / 1000) + of("poor_persons") / 2
      );
    });
    expect(wrong).toEqual([]);
    expect(applied).toBeGreaterThan(2000);
  });

  it("miss up to 5 % of village-years in every table, fewer where households are recorded", async () => {
    for (const { id, rows } of dataset.tables) {
      let missing = 0;
      let count = 0;
      for await (const batch of rows())
        for (const { values } of batch) {
          count++;
          if (values[0] === "not-surveyed") missing++;
        }
      expect(missing / count, id).toBeGreaterThan(0.002);
      expect(missing / count, id).toBeLessThan(0.05);
    }
  });

  it("give every indicator a value in every year", () => {
    for (let year = 2014; year <= 2022; year++) {
      const known = [...all].filter(([key]) => key.startsWith(String(year))).map(([, counts]) => counts);
      for (const indicator of INDICATORS) {
        // From records or computed; no department reports it.
        if (indicator.rollUp === "from_records" || ACCESS_INDICATORS.includes(indicator)) continue;
        const below = Object.keys(indicator.denominator ?? indicator.numerator);
        const counts = known.filter((of) =>
          measuresOf(indicator).every((measure) => of[measure] !== undefined),
        );
        expect(
          counts.some((of) => below.some((measure) => of[measure]! > 0)),
          `${indicator.id} ${year}`,
        ).toBe(true);
      }
    }
  });
});

describe("where things are", () => {
  const rate = (numerator: string, denominator: string, keep: (known: Record<string, number>) => boolean) => {
    let above = 0;
    let below = 0;
    for (const [key, known] of all)
      if (key.startsWith("2018") && known[numerator] !== undefined && known[denominator] && keep(known)) {
        above += known[numerator];
        below += known[denominator];
      }
    return above / below;
  };
  const isFar = (known: Record<string, number>) => known["pupil_travel_min"]! > 30 * known["routed_pupils"]!;
  const isNear = (known: Record<string, number>) =>
    known["pupil_travel_min"]! <= 20 * known["routed_pupils"]!;

  it("places within reach and paved roads are fewer where school is far", () => {
    for (const [numerator, denominator] of [
      ["accessible_milliplaces", "pupils"],
      ["paved_hamlets", "hamlets"],
    ] as const)
      expect(rate(numerator, denominator, isFar)).toBeLessThan(rate(numerator, denominator, isNear));
  });
});
