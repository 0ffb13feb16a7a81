// What an index is made of, period by period: its value times the share of each part.

import type { Profile } from "#domain/contract/areas";
import type { CatalogIndicator } from "#domain/contract/catalog";
import type { StackedPeriod } from "#client/charts/stack.ts";
import { entryOf } from "#client/lenses/facts.ts";

/** The parts of `whole` in each period; null where the whole or all its parts are missing. An index of 0 has no parts. */
export function makeUp(
  profile: Profile,
  whole: string,
  parts: readonly Pick<CatalogIndicator, "id">[],
): StackedPeriod[] {
  const shares = parts.map(({ id }) => ({ id, trend: entryOf(profile, id)?.trend ?? [] }));
  return (entryOf(profile, whole)?.trend ?? []).map(({ period, value }) => {
    if (value === undefined) return { period, parts: null };
    const known = shares.flatMap(({ id, trend }) => {
      const share = trend.find((point) => point.period === period)?.value;
      return share === undefined ? [] : [[id, share * value] as const];
    });
    return { period, parts: known.length > 0 || value === 0 ? Object.fromEntries(known) : null };
  });
}
