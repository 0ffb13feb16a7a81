// What tells the areas of the shown level apart where their names repeat.

import { useMemo } from "react";
import { useWords } from "#client/i18n/words.ts";
import { namesAbove } from "#client/model/names_above.ts";
import { useScreen } from "./screen.ts";

/** The names to write behind those of the areas that the map shows inside the open area, by code; the nearest first. */
export function useNamesAbove(): ReadonlyMap<string, readonly string[]> {
  const words = useWords();
  const { insiders } = useScreen();
  return useMemo(
    () =>
      namesAbove(
        insiders.map(({ code, names, parentNames }) => ({
          code,
          name: words.text(names),
          above: parentNames.map(words.text).reverse(),
        })),
      ),
    [insiders, words],
  );
}
