// The sentence of the help lens: whom it reaches, and how many nobody reaches.

import { entryOf, of100 } from "./facts.ts";
import type { Saying } from "./facts.ts";

export const sayHelp: Saying = (profile, _catalog, words) => {
  const entry = entryOf(profile, "help_plan_coverage");
  if (entry?.value === undefined || entry.numerator === undefined || entry.denominator == null) return null;
  const without = entry.denominator - entry.numerator;
  return words.t.say.help({
    of100: of100(entry.value),
    without,
    withoutText: words.number(without, "households", { whole: true }),
  });
};
