// Whom the help does not reach: households without a plan, without a responsible cadre.

import type { Profile } from "#domain/contract/areas";
import { useView } from "#client/data/view_context.ts";
import { Sentence } from "#client/figures/Sentence.tsx";
import { useWords } from "#client/i18n/words.ts";
import { entryOf } from "#client/lenses/facts.ts";
import { areaFigureRef } from "#client/model/figure_ref.ts";
import { shortfallOf } from "#client/model/shortfall.ts";
import { changeText, shortRef, shortText, toneOfChange } from "./figure_texts.ts";
import { BigFigure, Tile, WorstLink } from "./Tile.tsx";

const PLAN = "help_plan_coverage";
const CADRE = "responsible_cadre_coverage";

export function HelpTile({ profile }: { readonly profile: Profile }) {
  const words = useWords();
  const { t } = words;
  const { catalog } = useView();
  const noPlan = shortfallOf(profile, catalog, PLAN);
  const noCadre = shortfallOf(profile, catalog, CADRE);
  const entry = entryOf(profile, PLAN);
  if (!noPlan || entry?.value === undefined) return null;
  const { area, period } = profile;
  const change = changeText(profile, noPlan, words.text(noPlan.indicator.label), words);
  const parent = area.parents.at(-1);
  const share = (value: number, code: string) => ({
    text: words.number(value, "share"),
    of: areaFigureRef(code, PLAN, period),
  });
  return (
    <Tile name="help" title={t.overview.help}>
      <BigFigure
        of={shortRef(profile, noPlan, catalog, words)}
        number={words.number(noPlan.count, "count", { whole: true })}
        unit={words.unit(noPlan.unit)}
      />
      <p>{t.overview.noPlan}</p>
      {change && (
        <p className={toneOfChange(noPlan)}>
          <Sentence of={change} />
        </p>
      )}
      {noCadre && (
        <p>
          <Sentence of={t.overview.noCadre(shortText(profile, noCadre, catalog, words))} />
        </p>
      )}
      <p>
        <Sentence
          of={t.overview.covered(
            share(entry.value, area.code),
            entry.parentValue === undefined || !parent
              ? []
              : t.overview.parentShare(words.text(parent.names), share(entry.parentValue, parent.code)),
          )}
        />
      </p>
      <WorstLink profile={profile} indicator={noPlan.indicator} />
    </Tile>
  );
}
