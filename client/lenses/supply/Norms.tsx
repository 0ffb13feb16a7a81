// What a norm asks for against what is there: a bar up to its mark, and the gap in units.

import type { Profile } from "#domain/contract/areas";
import type { UnitId } from "#domain/unit";
import { normGap } from "#domain/method/norm_gap";
import { Bullet, BulletKey } from "#client/charts/Bullet.tsx";
import { useWords } from "#client/i18n/words.ts";
import type { FigureText } from "#client/i18n/rich_text.ts";
import { areaFigureRef } from "#client/model/figure_ref.ts";
import { AreaFigureLink } from "#client/figures/AreaFigureLink.tsx";
import { Sentence } from "#client/figures/Sentence.tsx";
import { DerivedFigure } from "#client/figures/DerivedFigure.tsx";
import type { DerivedFigureProps } from "#client/figures/DerivedFigure.tsx";
import { useView } from "#client/data/view_context.ts";
import { indicatorValueOf, indicatorValuesOfLens } from "#client/lenses/indicator_value.ts";
import type { IndicatorValue } from "#client/lenses/indicator_value.ts";

function Gap({ profile, known }: { readonly profile: Profile; readonly known: IndicatorValue }) {
  const words = useWords();
  const t = words.t.panels;
  const { catalog } = useView();
  const { indicator, numerator, denominator } = known;
  const gap = denominator === null ? null : normGap(indicator, { numerator, denominator });
  const measure = catalog.measures.find(({ id }) => id === gap?.measure);
  if (!gap || !measure || !indicator.norm) return null;
  const count = (value: number, unit: UnitId = measure.unit): string =>
    words.number(value, unit, { whole: true });
  const shortage = indicator.norm.shortage && indicatorValueOf(profile, catalog, indicator.norm.shortage);
  const name = words.text(measure.label);
  const derived = {
    title: words.t.pair(
      words.label(measure.label),
      gap.gap > 0 ? t.missing(count(gap.gap)) : t.spare(count(-gap.gap)),
    ),
    how: t.gapHow,
    from: [
      [t.required, count(gap.required)],
      [t.present, count(gap.present)],
      [t.norm, words.number(indicator.norm.value, indicator.unit)],
      [
        words.label(indicator.label),
        words.number(known.value, indicator.unit),
        areaFigureRef(profile.area.code, indicator.id, profile.period),
      ],
    ],
  } satisfies Omit<DerivedFigureProps, "children">;
  const figureText = (value: number): FigureText => ({
    text: count(value),
    of: { kind: "derived", ...derived },
  });
  return (
    <p className="panel-note">
      {t.normIs(words.text(indicator.norm.label))}
      <DerivedFigure {...derived}>
        {gap.gap > 0 ? t.missing(count(gap.gap)) : gap.gap < 0 ? t.spare(count(-gap.gap)) : t.met}
      </DerivedFigure>
      <Sentence
        of={t.gapOf({ name, present: figureText(gap.present), required: figureText(gap.required) })}
      />
      {shortage && (
        <>
          {t.placeByPlace}
          <AreaFigureLink indicator={shortage.indicator}>
            {t.missing(words.number(shortage.value, shortage.indicator.unit, { whole: true }))}
          </AreaFigureLink>
          {t.stop}
        </>
      )}
    </p>
  );
}

export function Norms({ profile, lens }: { readonly profile: Profile; readonly lens: string }) {
  const words = useWords();
  const t = words.t.panels;
  const { catalog } = useView();
  const known = indicatorValuesOfLens(profile, catalog, lens).filter(({ indicator }) => indicator.norm);
  if (known.length === 0) return null;
  const parent = profile.area.parents.at(-1);
  return (
    <section>
      <h3>
        {t.norms} <small>{t.normsSub}</small>
      </h3>
      <ul className="norms">
        {known.map((ruled) => {
          const { indicator, entry, value } = ruled;
          const norm = indicator.norm!.value;
          const isShort = indicator.polarity === "higher-is-better" ? value < norm : value > norm;
          return (
            <li key={indicator.id}>
              <p>
                {words.label(indicator.label)}
                <AreaFigureLink indicator={indicator}>{words.number(value, indicator.unit)}</AreaFigureLink>
              </p>
              <Bullet
                value={value}
                max={Math.max(value, norm, entry.parentValue ?? 0) * 1.08}
                norm={norm}
                parent={entry.parentValue}
                isShort={isShort}
              />
              <Gap profile={profile} known={ruled} />
            </li>
          );
        })}
      </ul>
      <BulletKey parent={parent ? words.text(parent.names) : null} hasNorm />
    </section>
  );
}
