// Tables about schools and pupils.

import { rollsIn, schoolsIn } from "#seeds/demo/schools";
import { type FactTable, table } from "./table.ts";

export const educationTable: FactTable = table(
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
);

export const schoolRollsTable: FactTable = table(
  {
    id: "school_rolls",
    department: { en: "Education, Public Security", zh: "教育、公安" },
    reportingDate: "2022-10-15",
    unsurveyed: 0.02,
  },
  ["school_age_residents", "suspected_dropouts", "aid_eligible_pupils", "aid_paid_pupils"],
  rollsIn,
);
