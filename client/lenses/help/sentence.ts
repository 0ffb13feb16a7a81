// The sentence of the help lens: whom it reaches, and how many nobody reaches.

import { formatTerm } from "#domain/indicator";
import { capitalise } from "#client/i18n/capitalise.ts";
import { termInWords } from "#client/figures/terms.ts";
import { entryOf, of100, figureTextOf } from "#client/lenses/facts.ts";
import type { LensSentence } from "#client/lenses/facts.ts";

const ID = "help_plan_coverage";

const write: LensSentence["write"] = (profile, catalog, words) => {
  const entry = entryOf(profile, ID);
  const indicator = catalog.indicators.find(({ id }) => id === ID);
  if (!indicator || entry?.value === undefined || entry.numerator === undefined || entry.denominator == null)
    return null;
  const without = entry.denominator - entry.numerator;
  const figureText = figureTextOf(profile);
  const whole = (count: number): string => words.number(count, "households", { whole: true });
  const { of } = figureText(ID, "");
  const nameOf = (term: typeof indicator.numerator): string =>
    capitalise(termInWords(term, catalog.measures, words));
  return words.t.sentences.help({
    of100: figureText(ID, of100(entry.value)),
    without,
    withoutText: {
      text: whole(without),
      of: {
        kind: "derived",
        title: words.t.sentences.withoutTitle,
        how: `${formatTerm(indicator.denominator ?? {})} − ${formatTerm(indicator.numerator)}`,
        from: [
          [nameOf(indicator.denominator ?? {}), whole(entry.denominator), of],
          [nameOf(indicator.numerator), whole(entry.numerator), of],
        ],
      },
    },
  });
};

export const helpSentence: LensSentence = { indicators: [ID], write };
