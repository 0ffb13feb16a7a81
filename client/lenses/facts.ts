// What a lens needs to say its sentence.

import type { Profile, ProfileIndicator } from "#domain/contract/areas";
import type { Catalog } from "#domain/contract/catalog";
import { DEPRIVATIONS } from "#domain/registry/multidimensional";
import type { RichText, FigureText } from "#client/i18n/rich_text.ts";
import type { Words } from "#client/i18n/words.ts";
import { areaFigureRef } from "#client/model/figure_ref.ts";

export interface LensSentence {
  /** Indicators that it is about. */
  readonly indicators: readonly string[];
  /** The sentence for an area; null where it has no value to speak of. */
  write(profile: Profile, catalog: Catalog, words: Words): RichText | null;
}

/** A figure of the area as text in the period of its profile. */
export const figureTextOf =
  ({ area, period }: Pick<Profile, "area" | "period">) =>
  (indicator: string, text: string): FigureText => ({
    text,
    of: areaFigureRef(area.code, indicator, period),
  });

export const entryOf = (profile: Profile, id: string): ProfileIndicator | undefined =>
  profile.indicators.find((entry) => entry.indicator === id);

export interface Cause {
  readonly indicator: string;
  readonly label: string;
  /** 0–1 */
  readonly share: number;
}

/** The parts of an index, largest first, under their short names. */
export function causesOf(profile: Profile, catalog: Catalog, whole: string, words: Words): Cause[] {
  const short = new Map<string, string>(
    DEPRIVATIONS.map(({ id, label }) => [`contribution_${id}`, words.text(label)]),
  );
  return catalog.indicators
    .filter(({ partOf }) => partOf === whole)
    .flatMap(({ id, label }): Cause[] => {
      const value = entryOf(profile, id)?.value;
      return value === undefined
        ? []
        : [{ indicator: id, label: short.get(id) ?? words.text(label), share: value }];
    })
    .sort((a, b) => b.share - a.share);
}

/** Writes a share as "27 of every 100": whole, but never 0 or 100 for a share that is not. */
export function of100(share: number): string {
  const rounded = Math.round(share * 100);
  if (rounded === 0 && share > 0) return (share * 100).toFixed(1);
  if (rounded === 100 && share < 1) return (Math.floor(share * 1000) / 10).toFixed(1);
  return String(rounded);
}
