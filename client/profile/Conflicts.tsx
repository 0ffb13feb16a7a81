// What two departments state differently about the area or inside it: shown in the profile, whatever indicator is shown.

import type { ConflictingClaim, Profile } from "#domain/contract/areas";
import { measuresOf } from "#domain/indicator";
import type { FigureText } from "#client/i18n/rich_text.ts";
import { useWords } from "#client/i18n/words.ts";
import { areaFigureRef } from "#client/model/figure_ref.ts";
import { Sentence } from "#client/figures/Sentence.tsx";
import { useView } from "#client/data/view_context.ts";

export function Conflicts({ profile }: { readonly profile: Profile }) {
  const words = useWords();
  const { t, text } = words;
  const { catalog } = useView();
  const { area, period, contested } = profile;
  if (contested.length === 0) return null;
  const lowest = catalog.levels[catalog.levels.length - 1]!;
  const isLeaf = area.childLevel === null;
  const lines = contested.flatMap((claim: ConflictingClaim) => {
    const label = catalog.measures.find(({ id }) => id === claim.measure)?.label ?? { en: claim.measure };
    const indicator = catalog.indicators.find((known) => measuresOf(known).includes(claim.measure));
    if (!indicator) return [];
    const count = (value: number): string => words.number(value, "count", { whole: true });
    const figureText = (text: string): FigureText => ({
      text,
      of: areaFigureRef(area.code, indicator.id, period),
    });
    const both = t.figure.usedAndOther(count(claim.used), count(claim.stated));
    return [
      {
        key: `${claim.measure} ${claim.fileName}`,
        sentence: isLeaf
          ? t.conflictHere(text(label), figureText(both))
          : t.conflictInside(text(label), figureText(words.areas(lowest, claim.areas))),
      },
    ];
  });
  return (
    <section className="conflict-note">
      <h3>{t.conflictTitle}</h3>
      <ul>
        {lines.map(({ key, sentence }) => (
          <li key={key}>
            <Sentence of={sentence} />
          </li>
        ))}
      </ul>
    </section>
  );
}
