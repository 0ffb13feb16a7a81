// How many areas have most need and least of what should meet it.

import { bivariateClassAt } from "#domain/bivariate";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { useBivariateName } from "./class_name.ts";
import { useBivariateClasses } from "./use_bivariate.ts";

/** Most need, least supply or help. */
const WORST = 8;

export function BivariateFinding() {
  const words = useWords();
  const { catalog } = useView();
  const nameOf = useBivariateName();
  const { data } = useBivariateClasses();
  const level = catalog.levels.find(({ id }) => id === data?.level);
  if (!data || !level) return null;
  return words.t.finding.pair(words.areas(level, data.counts[WORST]!), nameOf(bivariateClassAt(WORST)));
}
