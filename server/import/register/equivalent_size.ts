// By what the income of a household is divided for each of its members.
// Source: Hagenaars, de Vos & Zaidi (1994), Poverty Statistics in the Late 1980s, for the modified OECD scale.

import type { HouseholdRow, RegisterInput } from "#domain/register/rows";

/** From this age on a member counts 0.5 in the modified OECD scale, below it 0.3; the first counts 1. */
export const ADULT_AGE = 14;

/** The equivalent size of a household by its members; no income where it needs an age that is not known. */
export function equivalentSize(
  { equivalence }: Pick<RegisterInput, "equivalence">,
  { members, adults }: { readonly members: number; readonly adults: number },
): Partial<Pick<HouseholdRow, "equivalentSize" | "netIncomeFen">> {
  if (equivalence === "square_root") return { equivalentSize: Math.sqrt(members) };
  if (equivalence !== "oecd_modified") return {};
  if (Number.isNaN(adults)) return { netIncomeFen: null };
  // In tenths, which are whole. A household of children has one who counts 1.
  const tenths = adults > 0 ? 10 + 5 * (adults - 1) + 3 * (members - adults) : 10 + 3 * (members - 1);
  return { equivalentSize: tenths / 10 };
}
