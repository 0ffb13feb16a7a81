// Tables about help: assistance, funds, tasks.

import { fundsIn, tasksIn } from "#seeds/demo/funds";
import { careIn, helpIn } from "#seeds/demo/help";
import { withheldIfFew } from "./withheld.ts";
import { type FactTable, table } from "./table.ts";

export const helpTable: FactTable = table(
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
);

export const fundsTable: FactTable = table(
  {
    id: "funds",
    department: { en: "Finance, Civil Affairs", zh: "财政、民政" },
    reportingDate: "2023-01-20",
    unsurveyed: 0.02,
  },
  [
    "funds_allocated_fen",
    "funds_paid_fen",
    "funds_arrived_fen",
    "projects_due",
    "late_projects",
    "donations_received_fen",
  ],
  (land, cell, year) => {
    const funds = fundsIn(land, cell, year);
    return {
      funds_allocated_fen: funds.allocatedFen,
      funds_paid_fen: funds.paidFen,
      funds_arrived_fen: funds.arrivedFen,
      projects_due: funds.projectsDue,
      late_projects: funds.projectsLate,
      donations_received_fen: funds.donationsFen,
    };
  },
);

export const tasksTable: FactTable = table(
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
);
