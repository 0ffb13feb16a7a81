// The sentence as phrases with slots, and as text.

import { insideOf, shownInside } from "#client/data/column.ts";
import { useView } from "#client/data/view_context.ts";
import type { Phrase, Slot } from "#client/i18n/en/shell.ts";
import { isAgainstNorm, normOf } from "#client/model/against_norm.ts";
import { useWords } from "#client/i18n/words.ts";
import { modeRow } from "#client/modes/modes.ts";

/** The phrases of the sentence in the reader's language, in its order. */
export function usePhrases(): readonly Phrase[] {
  const { t, text } = useWords();
  const here = useView();
  const { open, mode } = here.resolved;
  // Far out of the open area all areas of the level are shown.
  const isInside = insideOf(here) === null || shownInside(here) !== null;
  const place = isInside ? open && text(open.names) : text(here.catalog.title);
  if (mode.kind === "change") return t.sentence.changed(place);
  return mode.kind === "compare" ? t.sentence.compared(place) : t.sentence.shown(place);
}

/** What stands in each slot. */
export function useSlotTexts(): Readonly<Record<Slot, string>> {
  const words = useWords();
  const { view, resolved } = useView();
  const { indicator, level, period, mode } = resolved;
  const norm = indicator && isAgainstNorm(view, indicator) ? normOf(indicator) : null;
  return {
    indicator: indicator ? words.title(indicator) : "",
    level: words.plural(level),
    period: words.t.sentence.period(period),
    since: mode.kind === "change" ? mode.since : "",
    against:
      indicator && norm !== null
        ? words.t.sentence.norm(words.number(norm, indicator.unit))
        : modeRow(mode).against(mode, words),
  };
}

/** The sentence as text: heading of the page, name of the map, title on paper. */
export function useSentenceText(phrases: readonly Phrase[]): string {
  const texts = useSlotTexts();
  return phrases
    .map((phrase) => phrase.map((part) => (typeof part === "string" ? part : texts[part.slot])).join(" "))
    .join(" ")
    .replaceAll(" ,", ",");
}
