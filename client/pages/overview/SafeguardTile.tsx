// Education, medical care, housing and water as lights: shape, colour and number; the rule opens on a press.

import type { Profile } from "#domain/contract/areas";
import { useView } from "#client/data/view_context.ts";
import { Figure } from "#client/figures/Figure.tsx";
import { Sentence } from "#client/figures/Sentence.tsx";
import { useWords } from "#client/i18n/words.ts";
import type { Words } from "#client/i18n/words.ts";
import { areaFigureRef } from "#client/model/figure_ref.ts";
import type { FigureRef } from "#client/model/figure_ref.ts";
import { CLOSE_SHARE, SAFEGUARDS, safeguardsOf, worstSafeguard } from "#client/model/safeguards.ts";
import type { Safeguard } from "#client/model/safeguards.ts";
import { changeText, countInWords, toneOfChange } from "./figure_texts.ts";
import { Tile, WorstLink } from "./Tile.tsx";

/** The rule of a light, with what it was applied to. */
function ruleOf({ area, period }: Profile, { id, light, short }: Safeguard, words: Words): FigureRef {
  const o = words.t.overview;
  const of = areaFigureRef(area.code, SAFEGUARDS[id], period);
  return {
    kind: "derived",
    title: words.t.pair(o.safeguard[id], o.light[light]),
    how: o.lightHow(words.number(CLOSE_SHARE, "share", { digits: 0 })),
    from: short
      ? [
          [o.goWithout, countInWords(words, short.count, short.unit), of],
          ...(short.total === null
            ? []
            : [[o.lookedAt, countInWords(words, short.total, short.unit), of] as const]),
        ]
      : [],
  };
}

export function SafeguardTile({ profile }: { readonly profile: Profile }) {
  const words = useWords();
  const { t } = words;
  const { catalog } = useView();
  const safeguards = safeguardsOf(profile, catalog);
  if (safeguards.length === 0) return null;
  const worst = worstSafeguard(safeguards);
  const change = worst && changeText(profile, worst.short, t.overview.safeguard[worst.id], words);
  return (
    <Tile name="safeguards" title={t.overview.safeguards}>
      <ul className="overview-lights">
        {safeguards.map((safeguard) => {
          const { id, light, short } = safeguard;
          return (
            <li key={id} data-safeguard={id} data-light={light}>
              <i className={`overview-lamp is-${light}`} aria-hidden="true" />
              <span>{t.overview.safeguard[id]}</span>
              <Figure of={ruleOf(profile, safeguard, words)}>
                <span className="visually-hidden">{t.overview.light[light]} </span>
                {short ? countInWords(words, short.count, short.unit) : t.overview.light.none}
              </Figure>
            </li>
          );
        })}
      </ul>
      {worst && change && (
        <p className={toneOfChange(worst.short)}>
          <Sentence of={t.overview.safeguardChange(t.overview.safeguard[worst.id], change)} />
        </p>
      )}
      {worst ? <WorstLink profile={profile} indicator={worst.short.indicator} /> : <p>{t.overview.allMet}</p>}
    </Tile>
  );
}
