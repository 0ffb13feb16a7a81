// What tells areas of a list apart where their names repeat.

import { useMemo } from "react";
import type { ListedArea } from "#domain/contract/areas";
import { useInsiders } from "#client/data/use_area_names.ts";
import { useWords } from "#client/i18n/words.ts";
import { namesAbove } from "#client/model/names_above.ts";

/** The names to write behind those of a list of areas, by code; the nearest first. */
export function useNamesAbove(
  areas: readonly Pick<ListedArea, "code" | "names" | "parentNames">[] | undefined,
): ReadonlyMap<string, readonly string[]> {
  const words = useWords();
  return useMemo(
    () =>
      namesAbove(
        (areas ?? []).map(({ code, names, parentNames }) => ({
          code,
          name: words.text(names),
          above: parentNames.map((parent) => words.text(parent)).reverse(),
        })),
      ),
    [areas, words],
  );
}

/** The same for the areas that the map shows inside the open area. */
export const useShownNamesAbove = (): ReadonlyMap<string, readonly string[]> => useNamesAbove(useInsiders());
