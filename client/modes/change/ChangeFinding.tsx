// What became of the areas that are shown: how many are better, how many are worse, and which of them most.

import { parseColumnPeriod } from "#domain/column_id";
import { findIndicator } from "#domain/indicator";
import { useClasses } from "#client/data/use_classes.ts";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";

export function ChangeFinding() {
  const words = useWords();
  const { catalog } = useView();
  const answer = useClasses().data;
  const indicator = findIndicator(catalog.indicators, answer?.indicator ?? "");
  const level = catalog.levels.find(({ id }) => id === answer?.level);
  if (!answer?.change || !indicator || !level || parseColumnPeriod(answer.period)?.from == null) return null;
  const { better, worse, same } = answer.change;
  return words.t.changeMap.finding({
    areas: words.areas(level, better + worse + same),
    ...answer.change,
    names: answer.change.worst.map(({ names }) => words.text(names)),
    isNeutral: indicator.polarity === "neutral",
  });
}
