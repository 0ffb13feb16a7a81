// The one sentence a leader can read out: by lens, from the release record alone.

import type { Profile } from "#domain/contract/areas";
import type { Catalog, CatalogIndicator } from "#domain/contract/catalog";
import type { LensId } from "#domain/lens";
import type { Words } from "#client/i18n/words.ts";
import { said } from "#client/i18n/rich_text.ts";
import type { Sentence } from "#client/i18n/rich_text.ts";
import { changeOf } from "#client/model/change.ts";
import { entryOf, tellerOf } from "./facts.ts";
import type { Saying } from "./facts.ts";
import { sayHelp } from "./help/sentence.ts";
import { sayPoverty } from "./poverty/sentence.ts";
import { saySupply } from "./supply/sentence.ts";

/** The sentence of each lens, and the indicators it speaks of. */
const SAYINGS: Readonly<Record<LensId, { readonly say: Saying; readonly of: readonly string[] }>> = {
  poverty: { say: sayPoverty, of: ["mpi", "multidimensional_headcount_ratio", "intensity"] },
  supply: { say: saySupply, of: ["school_travel_time", "pupil_teacher_ratio"] },
  help: { say: sayHelp, of: ["help_plan_coverage"] },
};

/** Gives the sentence of a lens, else one about the indicator shown; null when there is no value to speak of. */
export function sentence(
  profile: Profile,
  catalog: Catalog,
  lens: LensId,
  indicator: CatalogIndicator,
  words: Words,
): Sentence | null {
  const { of, say: sayLens } = SAYINGS[lens];
  const own = of.includes(indicator.partOf ?? indicator.id) ? sayLens(profile, catalog, words) : null;
  if (own !== null) return own;
  const entry = entryOf(profile, indicator.id);
  if (entry?.value === undefined) return null;
  const { say } = words.t;
  const tell = tellerOf(profile);
  const value = tell(indicator.id, words.number(entry.value, indicator.unit));
  const first = say.any({ indicator: words.text(indicator.label), value, period: profile.period });
  const change = changeOf(entry, profile.period, indicator);
  if (!change) return first;
  if (change.direction === "same") return said`${first}${say.unchanged(change.since)}`;
  const { area, period } = profile;
  const size = {
    text: words.difference(Math.abs(change.by), indicator.unit).replace("+", ""),
    of: {
      kind: "area",
      code: area.code,
      shown: [{ indicator: indicator.id, period, since: change.since }],
    },
  } as const;
  return said`${first}${say.change({ size, direction: change.direction, since: change.since })}`;
}
