// Measures: additive whole numbers counted in a village in a period. Only measures are stored as facts.

import { z } from "zod";
import { UNIT_IDS } from "./units.ts";

export const measureSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  label: z.record(z.string(), z.string()),
  unit: z.enum(UNIT_IDS),
});

export type Measure = z.infer<typeof measureSchema>;

/** The deprivations of the multidimensional index, equally weighted; a household is poor from POVERTY_CUTOFF of them. */
export const DEPRIVATIONS = [
  { id: "schooling", label: { en: "Schooling", zh: "上学" } },
  { id: "health", label: { en: "Long illness", zh: "慢性病" } },
  { id: "housing", label: { en: "Housing and water", zh: "住房饮水" } },
  { id: "work", label: { en: "Work", zh: "劳动就业" } },
] as const;

/** k: how many of the DEPRIVATIONS make a household poor (Alkire & Foster 2011, weak inequality). */
export const POVERTY_CUTOFF = 2;

const deprivationCounts: Measure[] = Array.from({ length: DEPRIVATIONS.length + 1 }, (_, count) => ({
  id: `households_deprived_${count}`,
  label: { en: `Households deprived in ${count} dimensions`, zh: `在 ${count} 个方面被剥夺的户数` },
  unit: "households",
}));

const censoredCounts: Measure[] = DEPRIVATIONS.map(({ id, label }) => ({
  id: `poor_households_deprived_in_${id}`,
  label: { en: `Poor households deprived in: ${label.en}`, zh: `贫困户中被剥夺：${label.zh}` },
  unit: "households",
}));

export const MEASURES: readonly Measure[] = [
  { id: "persons", label: { en: "People", zh: "人口" }, unit: "persons" },
  { id: "poor_persons", label: { en: "People below the poverty line", zh: "贫困人口" }, unit: "persons" },
  ...deprivationCounts,
  ...censoredCounts,
  { id: "pupils", label: { en: "Pupils", zh: "学生" }, unit: "pupils" },
  { id: "teachers", label: { en: "Full-time teachers", zh: "专任教师" }, unit: "teachers" },
  {
    id: "pupil_travel_min",
    label: { en: "Travel time to school, summed over pupils", zh: "学生到校时间合计" },
    unit: "pupil_minutes",
  },
  {
    id: "target_households",
    label: { en: "Registered or monitored households", zh: "建档立卡或监测户" },
    unit: "households",
  },
  {
    id: "target_households_with_plan",
    label: { en: "Of these, with an active help plan", zh: "其中有帮扶计划的户" },
    unit: "households",
  },
];
