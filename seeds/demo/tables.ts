// The tables that departments report.

import { MULTIDIMENSIONAL_MEASURES } from "#domain/registry/multidimensional";
import type { Value } from "#domain/missing";
import { hasClinic, roadsIn } from "./facilities.ts";
import { fundsIn, tasksIn } from "./funds.ts";
import { careIn, helpIn } from "./help.ts";
import { incomeIn } from "./income.ts";
import { dwellingIn, insuranceIn } from "./living.ts";
import { monitoringIn } from "./monitoring.ts";
import { poorPersonsIn, povertyIn } from "./poverty.ts";
import { insuredByFund, unsafeUntilAccepted } from "./register/disputes.ts";
import { rollsIn, schoolsIn } from "./schools.ts";
import { surveyIn } from "./survey.ts";
import { type FactTable, table } from "./table.ts";

/** Fewer registered households than this are not given out for one village. */
const FEWEST_TARGETS = 8;
/** Poverty is not given out for villages with fewer people than this. */
const FEWEST_PERSONS = 380;

const withheldIfFew = (counts: readonly number[], count: number): readonly Value[] =>
  count > 0 && count < FEWEST_TARGETS ? counts.map(() => "suppressed") : counts;

/** Their order is part of the draw of what is missing: new ones go to the end. */
export const FACT_TABLES: readonly FactTable[] = [
  {
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
  },
  table(
    {
      id: "education",
      department: { en: "Education", zh: "教育" },
      reportingDate: "2022-09-30",
      unsurveyed: 0.02,
    },
    [
      "pupils",
      "teachers",
      "pupil_travel_min",
      "routed_pupils",
      "schools",
      "schools_100_mbps",
      "teacher_shortage",
      "school_place_shortage",
      "classes",
      "oversize_classes",
      "village_school_classes",
      "multigrade_classes",
      "day_pupils",
      "far_day_pupils",
      "boarders",
      "boarding_beds",
      "accessible_milliplaces",
      "teaching_terminals",
      "school_funds_fen",
    ],
    schoolsIn,
  ),
  table(
    {
      id: "help",
      department: { en: "Assistance", zh: "帮扶" },
      reportingDate: "2022-12-31",
      publish: (counts) => withheldIfFew(counts, counts[0]!),
      unsurveyed: 0.02,
    },
    [
      "target_households",
      "target_households_with_plan",
      "target_persons",
      "target_households_with_cadre",
      "visits_due",
      "visits_on_time",
      "cause_and_plan_households",
      "matched_households",
      "yulu_eligible_students",
      "yulu_paid_students",
    ],
    (land, cell, year) => {
      const help = helpIn(land, cell, year);
      const care = careIn(land, cell, year, help);
      return {
        target_households: help.targets,
        target_households_with_plan: help.withPlan,
        target_persons: help.targetPersons,
        target_households_with_cadre: care.withCadre,
        visits_due: care.visitsDue,
        visits_on_time: care.visitsOnTime,
        cause_and_plan_households: care.causeAndPlan,
        matched_households: care.matched,
        yulu_eligible_students: care.vocationalEligible,
        yulu_paid_students: care.vocationalPaid,
      };
    },
  ),
  table(
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
  ),
  table(
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
      "cause_schooling_households",
      "cause_illness_households",
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
        cause_schooling_households: counts.causeSchooling,
        cause_illness_households: counts.causeIllness,
        no_labour_households: counts.withoutLabour,
      };
    },
  ),
  table(
    {
      id: "school_rolls",
      department: { en: "Education, Public Security", zh: "教育、公安" },
      reportingDate: "2022-10-15",
      unsurveyed: 0.02,
    },
    ["school_age_residents", "suspected_dropouts", "aid_eligible_pupils", "aid_paid_pupils"],
    rollsIn,
  ),
  table(
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
  ),
  table(
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
  ),
  table(
    {
      id: "funds",
      department: { en: "Finance, Civil Affairs", zh: "财政、民政" },
      reportingDate: "2023-01-20",
      unsurveyed: 0.02,
    },
    ["funds_allocated_fen", "funds_paid_fen", "projects_due", "late_projects", "donations_received_fen"],
    (land, cell, year) => {
      const funds = fundsIn(land, cell, year);
      return {
        funds_allocated_fen: funds.allocatedFen,
        funds_paid_fen: funds.paidFen,
        projects_due: funds.projectsDue,
        late_projects: funds.projectsLate,
        donations_received_fen: funds.donationsFen,
      };
    },
  ),
  table(
    {
      id: "tasks",
      department: { en: "Rural Revitalisation, Inspection", zh: "乡村振兴、纪检" },
      reportingDate: "2022-12-31",
      unsurveyed: 0.02,
    },
    ["tasks_due", "tasks_on_time", "overdue_alerts"],
    (land, cell, year) => {
      const { due, onTime, overdueAlerts } = tasksIn(land, cell, year);
      return { tasks_due: due, tasks_on_time: onTime, overdue_alerts: overdueAlerts };
    },
  ),
  table(
    {
      id: "roads",
      department: { en: "Transport", zh: "交通" },
      reportingDate: "2022-12-31",
      unsurveyed: 0.02,
    },
    ["hamlets", "paved_hamlets"],
    (land, cell, year) => {
      const { hamlets, paved } = roadsIn(land, cell, year);
      return { hamlets, paved_hamlets: paved };
    },
  ),
  table(
    {
      id: "clinics",
      department: { en: "Health", zh: "卫健" },
      reportingDate: "2022-12-31",
      // Two villages that were merged are one village, with one clinic or none.
      publish: (counts) => counts.map((count) => Math.min(1, count)),
      unsurveyed: 0.02,
    },
    ["villages", "clinic_villages"],
    (land, cell, year) => {
      const clinic = hasClinic(land, cell, year);
      return clinic === null ? null : { villages: 1, clinic_villages: Number(clinic) };
    },
  ),
  table(
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
  ),
];
