// What an area was made of when boundaries changed, and that older figures are recomputed from these.

import { group } from "d3-array";
import type { FormerArea } from "#domain/contract/areas";
import type { CatalogLevel } from "#domain/contract/catalog";
import { useWords } from "../i18n/words.ts";

export interface MadeOfProps {
  readonly madeOf: readonly FormerArea[];
  readonly level: CatalogLevel;
}

export function MadeOf({ madeOf, level }: MadeOfProps) {
  const words = useWords();
  const { t } = words;
  return [...group(madeOf, ({ since }) => since)].map(([since, areas]) => {
    const parts = areas.map(({ code, share }) =>
      share === 1 ? t.madeOf.whole(code) : t.madeOf.part(code, words.number(share, "share")),
    );
    const [only, ...others] = areas;
    return (
      <p key={since} className="made-of">
        {only && others.length === 0 && only.share < 1
          ? t.madeOf.split(since, only.code, words.number(only.share, "share"))
          : t.madeOf.said({
              since,
              areas: words.areas(level, areas.length),
              parts,
              isPart: areas.some(({ share }) => share < 1),
            })}
      </p>
    );
  });
}
