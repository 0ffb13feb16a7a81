// All tables that departments report.

import { roadsTable, clinicsTable } from "./facility_tables.ts";
import { helpTable, fundsTable, tasksTable } from "./help_tables.ts";
import {
  povertyTable,
  incomeTable,
  monitoringTable,
  insuranceTable,
  housingWaterTable,
  incomeSurveyTable,
} from "./household_tables.ts";
import { educationTable, schoolRollsTable } from "./school_tables.ts";
import type { FactTable } from "./table.ts";

/** Their order is part of the draw of what is missing: new ones go to the end. */
export const FACT_TABLES: readonly FactTable[] = [
  povertyTable,
  educationTable,
  helpTable,
  incomeTable,
  monitoringTable,
  schoolRollsTable,
  insuranceTable,
  housingWaterTable,
  fundsTable,
  tasksTable,
  roadsTable,
  clinicsTable,
  incomeSurveyTable,
];
