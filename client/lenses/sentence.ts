// The one sentence a leader can read out: by lens, from the release record alone.

import type { Profile } from "#domain/contract/areas";
import type { Catalog, CatalogIndicator } from "#domain/contract/catalog";
import type { LensId } from "#domain/lens";
import type { Words } from "#client/i18n/words.ts";
import { rich } from "#client/i18n/rich_text.ts";
import type { RichText } from "#client/i18n/rich_text.ts";
import { changeOf } from "#client/model/change.ts";
import { entryOf, figureTextOf } from "./facts.ts";
import { LENSES } from "./lenses.ts";

/** The sentence of a lens, else one about the indicator shown; null when there is no value to speak of. */
export function sentence(
  profile: Profile,
  catalog: Catalog,
  lens: LensId,
  indicator: CatalogIndicator,
  words: Words,
): RichText | null {
  const { indicators, write } = LENSES[lens].sentence;
  const own = indicators.includes(indicator.partOf ?? indicator.id) ? write(profile, catalog, words) : null;
  if (own !== null) return own;
  const entry = entryOf(profile, indicator.id);
  if (entry?.value === undefined) return null;
  const { sentences } = words.t;
  const { area, period } = profile;
  const value = figureTextOf(profile)(indicator.id, words.number(entry.value, indicator.unit));
  const first = sentences.any({ indicator: words.text(indicator.label), value, period });
  const change = changeOf(entry, period, indicator);
  if (!change) return rich`${first}${sentences.end}`;
  const { since, direction } = change;
  if (direction === "same") return rich`${first}${sentences.unchanged(since, period)}${sentences.end}`;
  const size = {
    text: words.difference(Math.abs(change.by), indicator.unit).replace("+", ""),
    of: {
      kind: "area",
      code: area.code,
      shown: [{ indicator: indicator.id, period, since }],
    },
  } as const;
  return rich`${first}${sentences.change({ size, direction, since, period })}${sentences.end}`;
}
