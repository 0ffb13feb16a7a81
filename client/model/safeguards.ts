// Compulsory education, basic medical care, safe housing and drinking water (两不愁三保障和饮水安全) as four lights.

import type { Profile } from "#domain/contract/areas";
import type { Catalog } from "#domain/contract/catalog";
import { shortfallOf } from "./shortfall.ts";
import type { Shortfall } from "./shortfall.ts";

/** Each with the indicator that says who goes without. */
export const SAFEGUARDS = {
  education: "suspected_dropout_rate",
  medical: "medical_insurance_coverage",
  housing: "unsafe_housing_share",
  water: "unsafe_water_share",
} as const;

export type SafeguardId = keyof typeof SAFEGUARDS;
export const SAFEGUARD_IDS = Object.keys(SAFEGUARDS) as SafeguardId[];

/** `good` nobody goes without, `close` less than CLOSE_SHARE do, `bad` more do, `none` nothing is known. */
export type Light = "good" | "close" | "bad" | "none";

/** Up to this share without a safeguard the light is amber: what basic medical insurance has to reach is 95 %. */
export const CLOSE_SHARE = 0.05;

/** The light of those who go without. */
export function lightOf(short: Pick<Shortfall, "count" | "total"> | null): Light {
  if (short?.total == null || short.total === 0) return "none";
  if (short.count === 0) return "good";
  return short.count / short.total <= CLOSE_SHARE ? "close" : "bad";
}

export interface Safeguard {
  readonly id: SafeguardId;
  readonly light: Light;
  readonly short: Shortfall | null;
}

/** The four lights of an area; empty where the release has none of their indicators. */
export function safeguardsOf(profile: Profile, catalog: Catalog): Safeguard[] {
  const isKnown = (id: SafeguardId): boolean =>
    catalog.indicators.some((indicator) => indicator.id === SAFEGUARDS[id]);
  if (!SAFEGUARD_IDS.some(isKnown)) return [];
  return SAFEGUARD_IDS.map((id) => {
    const short = shortfallOf(profile, catalog, SAFEGUARDS[id]);
    return { id, light: lightOf(short), short };
  });
}

/** The light with the largest share without; null where everybody is safe or nothing is known. */
export function worstSafeguard(safeguards: readonly Safeguard[]): (Safeguard & { short: Shortfall }) | null {
  const shareOf = ({ short }: Safeguard): number => (short?.total ? short.count / short.total : 0);
  const [worst] = [...safeguards].sort((a, b) => shareOf(b) - shareOf(a));
  return worst?.short && shareOf(worst) > 0 ? { ...worst, short: worst.short } : null;
}
