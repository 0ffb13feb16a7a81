// The 47 core indicators of the proposed canonical registry (its version of November 2026), against our rows.

import { expect, test } from "vitest";
import { isComparable, measuresOf, samplingMeasuresOf } from "#domain/indicator";
import { ACCESS_INDICATORS } from "./access.ts";
import { INDICATORS, MEASURES } from "./index.ts";
import { causeIndicator, causeMeasure } from "./causes.ts";
import { DEPRIVATIONS } from "./multidimensional.ts";
import { CAUSES } from "#domain/register/codes";
import { REGISTER_MEASURES } from "#domain/register/measures";
import { INCOME_ERROR_MEASURES } from "./income_errors.ts";
import { INEQUALITY_MEASURES } from "./inequality.ts";
import { languagesOf } from "#domain/text";

/** Its id, our id, lens, theme, which end is worse, roll-up rule, disclosure class. */
const CORE = `
  pov.headcount headcount_ratio poverty income_employment worse ratio_of_sums D1
  pov.h_md multidimensional_headcount_ratio poverty income_employment worse ratio_of_sums D1
  pov.a_md intensity poverty income_employment worse ratio_of_sums D1
  pov.m0 mpi poverty income_employment worse ratio_of_sums D1
  pov.m0_contrib contribution_* poverty income_employment neutral ratio_of_sums D1
  pov.p1 poverty_gap poverty income_employment worse ratio_of_sums D1
  pov.gap_yuan poverty_gap_total poverty income_employment worse sum D1
  pov.income_pc net_income_per_person poverty income_employment better ratio_of_sums D1
  pov.exit_poor exit_score_below_60 poverty income_employment worse ratio_of_sums D1
  pov.exit_border exit_score_60_to_80 poverty income_employment worse ratio_of_sums D1
  risk.monitored monitored_share poverty income_employment worse ratio_of_sums D1
  risk.fallback fall_back_rate poverty income_employment worse ratio_of_sums D2
  edu.dropout_suspect suspected_dropout_rate poverty education worse ratio_of_sums D2
  edu.cause_school cause_schooling_share poverty education worse ratio_of_sums D2
  hea.cause_illness cause_illness_share poverty health worse ratio_of_sums D2
  hea.insured medical_insurance_coverage poverty health better ratio_of_sums D1
  hou.unsafe unsafe_housing_share poverty housing_water worse ratio_of_sums D1
  wat.unsafe unsafe_water_share poverty housing_water worse ratio_of_sums D1
  lab.none no_labour_share poverty population_labour worse ratio_of_sums D1
  edu.schools schools supply education better sum D0
  edu.ptr pupil_teacher_ratio supply education worse ratio_of_sums D0
  edu.teacher_short teacher_shortage supply education worse sum D0
  edu.seat_short school_place_shortage supply education worse sum D0
  edu.large_class oversize_class_share supply education worse ratio_of_sums D0
  edu.multigrade multigrade_class_share supply education worse ratio_of_sums D0
  edu.travel_min school_travel_time supply education worse weighted_mean D1
  edu.far_share far_from_school_share supply education worse ratio_of_sums D1
  edu.access school_place_accessibility supply education better weighted_mean D0
  edu.beds boarding_bed_coverage supply education better ratio_of_sums D0
  edu.devices100 devices_per_100_pupils supply education better ratio_of_sums D0
  edu.net100m schools_100_mbps_share supply facilities_network better ratio_of_sums D0
  edu.funds_pupil school_funds_per_pupil supply education better ratio_of_sums D0
  inf.road paved_road_share supply facilities_network better ratio_of_sums D0
  hea.clinic clinic_coverage supply health better ratio_of_sums D0
  help.plan help_plan_coverage help assistance_funds better ratio_of_sums D1
  help.cadre responsible_cadre_coverage help assistance_funds better ratio_of_sums D1
  help.visit visits_on_time_share help assistance_funds better ratio_of_sums D1
  help.match cause_measure_match help assistance_funds better ratio_of_sums D1
  help.edu_aid education_aid_take_up help education better ratio_of_sums D2
  help.yulu yulu_payment_rate help education better ratio_of_sums D2
  fund.planned funds_allocated help assistance_funds neutral sum D4
  fund.paid_rate funds_paid_share help assistance_funds better ratio_of_sums D4
  fund.per_target funds_paid_per_target_person help assistance_funds neutral ratio_of_sums D4
  fund.late late_project_share help assistance_funds worse ratio_of_sums D4
  don.received donations_received help assistance_funds better sum D4
  task.on_time tasks_on_time_share help assistance_funds better ratio_of_sums D3
  alert.overdue overdue_alerts help assistance_funds worse sum D3`
  .trim()
  .split("\n")
  .map((line) => line.trim().split(" "));

const ours = (id: string) =>
  INDICATORS.filter((row) => (id.endsWith("*") ? row.id.startsWith(id.slice(0, -1)) : row.id === id));

test("every core indicator has its row, with its lens, theme, polarity, roll-up rule and disclosure class", () => {
  expect(CORE).toHaveLength(47);
  for (const [id, ourId, ...stated] of CORE) {
    const rows = ours(ourId!);
    expect(rows, id).toHaveLength(ourId!.endsWith("*") ? DEPRIVATIONS.length : 1);
    for (const { lens, theme, polarity, rollUp, disclosure } of rows)
      expect([lens, theme, polarity.replace("higher-is-", ""), rollUp, disclosure], id).toEqual(stated);
  }
});

test("beyond the core there are only what the register and the product add", () => {
  const core = new Set(CORE.flatMap(([, id]) => ours(id!)).map(({ id }) => id));
  expect(INDICATORS.map(({ id }) => id).filter((id) => !core.has(id))).toEqual([
    "poverty_severity",
    "exit_score_mean",
    ...CAUSES.map(({ id }) => causeIndicator(id)).filter((id) => !core.has(id)),
    "population",
    "gini",
    ...ACCESS_INDICATORS.map(({ id }) => id),
    "funds_arrived_share",
  ]);
});

test("every row says in both languages what it is and whose it is, and a sum is what has no denominator", () => {
  for (const { id, label, description, department, rollUp, denominator, norm, partOf } of INDICATORS) {
    for (const text of [label, department, norm?.label, partOf ? undefined : description])
      if (text) expect(languagesOf(text), id).toEqual(["en", "zh"]);
    expect(department, id).toBeDefined();
    expect(description ?? partOf, id).toBeDefined();
    expect(rollUp === "sum", id).toBe(denominator === null);
  }
});

test("every measure is used by an indicator, stated once, and labelled in both languages", () => {
  const used = new Set([
    ...INDICATORS.flatMap((indicator) => [...measuresOf(indicator), ...samplingMeasuresOf(indicator)]),
    // The points of the Lorenz curve are shown as they are.
    ...INEQUALITY_MEASURES.map(({ id }) => id),
    // A register that is a sample states them in place of the size of the sample.
    ...INCOME_ERROR_MEASURES.map(({ id }) => id),
  ]);
  expect(MEASURES.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  expect(new Set(MEASURES.map(({ id }) => id)).size).toBe(MEASURES.length);
  for (const { id, label } of MEASURES) expect(languagesOf(label), id).toEqual(["en", "zh"]);
});

test("figures of income come from a sample, counts of the register do not", () => {
  const sampled = INDICATORS.filter(({ sampling }) => sampling).map(({ id }) => id);
  expect(sampled).toEqual(["headcount_ratio", "poverty_gap", "poverty_severity", "poverty_gap_total"]);
});

test("every cause of the register has its indicator, and all divide by the households with a recorded cause", () => {
  for (const { id } of CAUSES) {
    const [indicator] = ours(causeIndicator(id));
    expect(indicator?.numerator, id).toEqual({ [causeMeasure(id)]: 1 });
    expect(indicator?.denominator, id).toEqual({ cause_recorded_households: 1 });
  }
});

test("exit scores of two point tables are not compared", () => {
  for (const id of ["exit_score_mean", "exit_score_below_60", "exit_score_60_to_80"]) {
    const [score] = ours(id);
    expect(isComparable(score!, "2018", "2019"), id).toBe(true);
    expect(isComparable(score!, "2019", "2020"), id).toBe(false);
    expect(isComparable(score!, "2020", "2022"), id).toBe(true);
  }
  expect(isComparable(ours("mpi")[0]!, "2014", "2022")).toBe(true);
});

test("minutes to school and exit scores break where the policy says", () => {
  expect(ours("exit_score_mean")[0]!.policyBreaks).toEqual([60, 80]);
  expect(ours("school_travel_time")[0]!.policyBreaks).toEqual([15, 30, 45, 60]);
});

test("what leaves the register are measures of the registry, those of inequality not adding up", () => {
  const byId = new Map(MEASURES.map((measure) => [measure.id, measure]));
  for (const { id } of REGISTER_MEASURES) expect(byId.get(id), id).not.toHaveProperty("rollUp");
  for (const { id } of INEQUALITY_MEASURES) expect(byId.get(id)?.rollUp, id).toBe("from_records");
  expect(new Set(REGISTER_MEASURES.map(({ id }) => id)).size).toBe(REGISTER_MEASURES.length);
});
