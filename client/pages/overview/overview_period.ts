// The period of the overview.

import type { ViewValue } from "#client/data/view_context.ts";
import { mainIndicator } from "./main_indicator.ts";

/** The period of the link, else the last in which there is something to say. */
export function overviewPeriod({ catalog, view }: Pick<ViewValue, "catalog" | "view">): string {
  const { periods } = mainIndicator(catalog) ?? catalog;
  return view.period !== null && catalog.periods.includes(view.period)
    ? view.period
    : (periods.at(-1) ?? catalog.periods.at(-1) ?? "");
}
