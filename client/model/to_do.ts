// What is left to do in an area, by the release: households without a plan, visits not made, money not paid out.

import type { Profile } from "#domain/contract/areas";
import type { Catalog } from "#domain/contract/catalog";
import type { UnitId } from "#domain/unit";
import { shortfallOf } from "./shortfall.ts";
import type { Shortfall } from "./shortfall.ts";

/** The indicators whose shortfall somebody has to see to. */
export const TO_DO_IDS = [
  "help_plan_coverage",
  "responsible_cadre_coverage",
  "visits_on_time_share",
  "overdue_alerts",
  "tasks_on_time_share",
  "late_project_share",
  "funds_paid_share",
] as const;

export type ToDoId = (typeof TO_DO_IDS)[number];

export interface ToDo extends Shortfall {
  readonly id: ToDoId;
}

/** People come first, then what is late, then money: counts of different things do not compare. */
const rankOf = (unit: UnitId): number =>
  unit === "persons" || unit === "households" ? 0 : unit === "yuan" ? 2 : 1;

/** What is left to do, most people first; null where the release has no such indicator or the area no value. */
export function toDoOf(profile: Profile, catalog: Catalog): ToDo[] | null {
  const known = TO_DO_IDS.flatMap((id): ToDo[] => {
    const short = shortfallOf(profile, catalog, id);
    return short ? [{ ...short, id }] : [];
  });
  if (known.length === 0) return null;
  return known
    .filter(({ count }) => count > 0)
    .sort((a, b) => rankOf(a.unit) - rankOf(b.unit) || b.count - a.count);
}
