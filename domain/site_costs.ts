// What a site costs: building one, or enlarging a smaller one of the same stage. A row for each kind that is planned for.

import type { PlanQuestion } from "./planning.ts";
import type { ProductText } from "./text.ts";

export type SiteWork = "build" | "extend";

export interface SiteCosts {
  /** Id of a row of FACILITY_KINDS. */
  readonly kind: string;
  readonly buildFen: number;
  readonly extendFen: number;
  readonly source: ProductText;
}

/** Fen in ten thousand yuan. */
const WAN = 1_000_000;

const ASSUMED = {
  en: "assumption, to be replaced by the county's own",
  zh: "假定值，请换成本县造价",
} as const;

export const SITE_COSTS: readonly SiteCosts[] = [
  { kind: "primary_school", buildFen: 300 * WAN, extendFen: 120 * WAN, source: ASSUMED },
  { kind: "teaching_point", buildFen: 60 * WAN, extendFen: 25 * WAN, source: ASSUMED },
  { kind: "junior_school", buildFen: 1_200 * WAN, extendFen: 400 * WAN, source: ASSUMED },
];

/** Fen that a site takes: what the question says, else the row of its kind; null where nobody says. */
export function siteFen(
  { kind, costFen, extendFen }: Pick<PlanQuestion, "kind" | "costFen" | "extendFen">,
  work: SiteWork,
): number | null {
  const row = SITE_COSTS.find((costs) => costs.kind === kind);
  return work === "build" ? (costFen ?? row?.buildFen ?? null) : (extendFen ?? row?.extendFen ?? null);
}
