// What an area was made of when boundaries changed, and that older figures are recomputed from these.

import { group } from "d3-array";
import type { Profile } from "#domain/contract/areas";
import type { CatalogLevel } from "#domain/contract/catalog";
import type { FigureText } from "#client/i18n/rich_text.ts";
import { useWords } from "#client/i18n/words.ts";
import { Sentence } from "#client/figures/Sentence.tsx";

export interface MadeOfProps {
  readonly profile: Pick<Profile, "area" | "madeOf">;
  readonly level: CatalogLevel;
}

export function MadeOf({ profile: { area, madeOf }, level }: MadeOfProps) {
  const words = useWords();
  const { t } = words;
  const shareText = (code: string, share: number): FigureText => ({
    text: words.number(share, "share"),
    of: {
      kind: "derived",
      title: t.madeOf.shareTitle(code),
      how: t.madeOf.shareHow,
      from: [[t.join([code, words.text(area.names)]), words.number(share, "share")]],
    },
  });
  return [...group(madeOf, ({ since }) => since)].map(([since, areas]) => {
    const parts = areas.map(({ code, share }) =>
      share === 1 ? t.madeOf.whole(code) : t.madeOf.part(code, shareText(code, share)),
    );
    const [only, ...others] = areas;
    return (
      <p key={since} className="made-of">
        <Sentence
          of={
            only && others.length === 0 && only.share < 1
              ? t.madeOf.split(since, only.code, shareText(only.code, only.share))
              : t.madeOf.merged({
                  since,
                  areas: words.areas(level, areas.length),
                  parts,
                  isPart: areas.some(({ share }) => share < 1),
                })
          }
        />
      </p>
    );
  });
}
