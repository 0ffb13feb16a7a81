// Tables about people and households: poverty, income, monitoring, insurance, housing and water, income survey.

import { causeMeasure } from "#domain/registry/causes";
import { CAUSES } from "#domain/register/codes";
import { MULTIDIMENSIONAL_MEASURES } from "#domain/registry/multidimensional";
import { incomeIn } from "#seeds/demo/income";
import { dwellingIn, insuranceIn } from "#seeds/demo/living";
import { monitoringIn } from "#seeds/demo/monitoring";
import { poorPersonsIn, povertyIn } from "#seeds/demo/poverty";
import { insuredByFund, unsafeUntilAccepted } from "#seeds/demo/register/conflicts";
import { surveyIn } from "#seeds/demo/survey";
import { withheldIfFew } from "./withheld.ts";
import { type FactTable, table } from "./table.ts";

/** Poverty is not published for villages with fewer people than this. */
const FEWEST_PERSONS = 380;

export const povertyTable: FactTable = {
  id: "poverty",
  isOfHouseholds: true,
  department: { en: "Rural Revitalisation", zh: "乡村振兴" },
  reportingDate: "2022-12-31",
  measures: ["persons", "poor_persons", ...MULTIDIMENSIONAL_MEASURES.map(({ id }) => id)],
  count(land, cell, year) {
    const { persons, scored, poor, poorIn } = povertyIn(land, cell, year);
    return [persons, poorPersonsIn(land, cell, year), scored, poor, ...poorIn];
  },
  publish: (counts) =>
    counts[0]! < FEWEST_PERSONS ? counts.map((count, at) => (at === 0 ? count : "suppressed")) : counts,
  unsurveyed: 0.025,
};

export const incomeTable: FactTable = table(
  {
    id: "income",
    isOfHouseholds: true,
    department: { en: "Statistics", zh: "统计" },
    reportingDate: "2023-01-15",
    unsurveyed: 0.025,
  },
  [
    "income_gap_fen",
    "income_line_fen",
    "squared_income_gap",
    "squared_income_line",
    "net_income_fen",
    "registered_persons",
  ],
  (land, cell, year) => {
    const income = incomeIn(land, cell, year);
    return {
      income_gap_fen: income.gapFen,
      income_line_fen: income.lineFen,
      squared_income_gap: income.squaredGap,
      squared_income_line: income.squaredLine,
      net_income_fen: income.registeredIncomeFen,
      registered_persons: income.registeredPersons,
    };
  },
);

export const monitoringTable: FactTable = table(
  {
    id: "monitoring",
    isOfHouseholds: true,
    department: { en: "Rural Revitalisation", zh: "乡村振兴" },
    reportingDate: "2022-12-31",
    publish: (counts) => withheldIfFew(counts, counts[1]!),
    unsurveyed: 0.02,
  },
  [
    "rural_households",
    "registered_households",
    "scored_households",
    "exit_score_poor_households",
    "exit_score_borderline_households",
    "exit_score_centipoints",
    "monitored_unstable_households",
    "monitored_marginal_households",
    "monitored_sudden_households",
    "exited_persons",
    "fallen_back_persons",
    "cause_recorded_households",
    ...CAUSES.map(({ id }) => causeMeasure(id)),
    "no_labour_households",
  ],
  (land, cell, year) => {
    const counts = monitoringIn(land, cell, year);
    return {
      rural_households: counts.households,
      registered_households: counts.registered,
      scored_households: counts.scored,
      exit_score_poor_households: counts.scoredPoor,
      exit_score_borderline_households: counts.scoredBorderline,
      exit_score_centipoints: counts.scoreCentipoints,
      monitored_unstable_households: counts.unstable,
      monitored_marginal_households: counts.marginal,
      monitored_sudden_households: counts.sudden,
      exited_persons: counts.exited,
      fallen_back_persons: counts.fallenBack,
      cause_recorded_households: counts.causeRecorded,
      ...Object.fromEntries(CAUSES.map(({ id }) => [causeMeasure(id), counts.causes[id]])),
      no_labour_households: counts.withoutLabour,
    };
  },
);

export const insuranceTable: FactTable = table(
  {
    id: "insurance",
    isOfHouseholds: true,
    besideRegister: insuredByFund,
    department: { en: "Medical Insurance", zh: "医保" },
    reportingDate: "2022-12-31",
    unsurveyed: 0.02,
  },
  ["insurable_persons", "insured_persons"],
  (land, cell, year) => {
    const { insurable, insured } = insuranceIn(land, cell, year);
    return { insurable_persons: insurable, insured_persons: insured };
  },
);

export const housingWaterTable: FactTable = table(
  {
    id: "housing_water",
    isOfHouseholds: true,
    besideRegister: unsafeUntilAccepted,
    department: { en: "Housing and Construction, Water Resources", zh: "住建、水利" },
    reportingDate: "2022-11-30",
    unsurveyed: 0.025,
  },
  [
    "housing_assessed_households",
    "unsafe_housing_households",
    "water_assessed_households",
    "unsafe_water_households",
  ],
  (land, cell, year) => {
    const dwelling = dwellingIn(land, cell, year);
    return {
      housing_assessed_households: dwelling.homesAssessed,
      unsafe_housing_households: dwelling.homesUnsafe,
      water_assessed_households: dwelling.waterAssessed,
      unsafe_water_households: dwelling.waterUnsafe,
    };
  },
);

export const incomeSurveyTable: FactTable = table(
  {
    id: "income_survey",
    department: { en: "Statistics", zh: "统计" },
    reportingDate: "2023-01-15",
    unsurveyed: 0.02,
  },
  ["surveyed_households", "survey_frame_households"],
  (land, cell, year) => {
    const { asked, frame } = surveyIn(land, cell, year);
    return { surveyed_households: asked, survey_frame_households: frame };
  },
);
