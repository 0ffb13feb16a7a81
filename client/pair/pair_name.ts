// The words for a class of two indicators: "high need, nothing registered".

import type { PairClass } from "#domain/pair";
import { useWords } from "../i18n/words.ts";
import { useScreen } from "../screen.ts";

/** Gives the way to name a class. "Nothing" is only said of a rung that holds zeros and nothing else. */
export function usePairName(): (one: PairClass) => string {
  const { t } = useWords();
  const { pair, scene } = useScreen();
  const lens = scene.pair?.other.lens === "supply" ? "supply" : "help";
  const axes = pair.last;
  const { none, some, rungs } = t.nine[lens];
  const hasNone = axes?.other.axis.zeroRung === 2;
  const isEither = hasNone && axes.other.axis.rungs.length === 2;
  return ({ need, other }) =>
    t.nine.name(
      need === axes?.need.axis.zeroRung ? t.nine.noNeed : t.nine.need[need]!,
      hasNone && other === 2 ? none : isEither ? some : rungs[other]!,
    );
}
