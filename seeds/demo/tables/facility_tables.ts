// Tables about roads and clinics.

import { hasClinic, roadsIn } from "#seeds/demo/facilities";
import { type FactTable, table } from "./table.ts";

export const roadsTable: FactTable = table(
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
);

export const clinicsTable: FactTable = table(
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
);
