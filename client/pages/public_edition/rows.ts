// Internal and public figures of the same areas side by side, and why the public does not see some.

import type { AreaValue } from "#domain/contract/values";
import type { WithheldReason } from "#domain/disclosure";

export interface EditionRow {
  readonly code: string;
  readonly area: AreaValue;
  /** What the public sees: its figure, why there is none, or null for nothing at all. */
  readonly shown: AreaValue | null;
  /** Null where nothing is withheld, or nobody wrote down why. */
  readonly reason: WithheldReason | null;
  readonly isWithheld: boolean;
}

/** Rows in the order of the areas; `shown` is null for an indicator that the public edition does not have. */
export function editionRows(
  areas: readonly AreaValue[],
  shown: readonly AreaValue[] | null,
  reasons: readonly { readonly code: string; readonly reason: WithheldReason }[],
): EditionRow[] {
  const shownOf = new Map(shown?.map((area) => [area.code, area]));
  const reasonOf = new Map(reasons.map(({ code, reason }) => [code, reason]));
  return areas.map((area) => {
    const own = shownOf.get(area.code) ?? null;
    return {
      code: area.code,
      area,
      shown: own,
      reason: reasonOf.get(area.code) ?? null,
      isWithheld: area.value !== undefined && own?.value === undefined,
    };
  });
}
