// How deep the income poverty is: P0, P1 and P2 on one axis, and the money that would lift everyone to the line.

import type { Profile } from "#domain/contract/areas";
import { Bullet, BulletKey } from "#client/charts/Bullet.tsx";
import { useWords } from "#client/i18n/words.ts";
import { areaFigureRef } from "#client/model/figure_ref.ts";
import { AreaFigureLink } from "#client/figures/AreaFigureLink.tsx";
import { DerivedFigure } from "#client/figures/DerivedFigure.tsx";
import { useView } from "#client/data/view_context.ts";
import { indicatorValueOf } from "#client/lenses/indicator_value.ts";

const STEPS = ["headcount_ratio", "poverty_gap", "poverty_severity"];

export function Depth({ profile }: { readonly profile: Profile }) {
  const words = useWords();
  const { text } = words;
  const t = words.t.panels;
  const { catalog } = useView();
  const steps = STEPS.flatMap((id) => indicatorValueOf(profile, catalog, id) ?? []);
  const total = indicatorValueOf(profile, catalog, "poverty_gap_total");
  const poor = indicatorValueOf(profile, catalog, "headcount_ratio");
  if (steps.length === 0) return null;
  const parent = profile.area.parents.at(-1);
  const max = Math.max(...steps.flatMap(({ value, entry }) => [value, entry.parentValue ?? 0]));
  const of = (id: string) => areaFigureRef(profile.area.code, id, profile.period);
  const yuan = (fen: number): string => words.number(fen, "yuan");
  return (
    <section>
      <h3>
        {t.depth} <small>{t.depthSub}</small>
      </h3>
      <ul className="bars">
        {steps.map(({ indicator, entry, value }) => (
          <li key={indicator.id}>
            <span>
              {indicator.symbol && <b>{indicator.symbol}</b>}{" "}
              {t.depthOf[indicator.id] ?? text(indicator.label)}
            </span>
            <Bullet value={value} max={max} parent={entry.parentValue} />
            <AreaFigureLink indicator={indicator}>
              {words.number(value, "share", { digits: value < 0.1 ? 2 : 1 })}
            </AreaFigureLink>
          </li>
        ))}
      </ul>
      <BulletKey parent={parent ? text(parent.names) : null} />
      {total && (
        <p className="panel-note">
          {t.closesGap(text(profile.area.names), profile.period)}{" "}
          <AreaFigureLink indicator={total.indicator}>{yuan(total.value)}</AreaFigureLink>
          {!poor || poor.numerator === 0 ? (
            t.stop
          ) : (
            <>
              {t.gapEachBefore}
              <DerivedFigure
                title={t.gapEachTitle}
                how={t.gapEachHow}
                from={[
                  [
                    words.label(total.indicator.label),
                    words.number(total.value, "yuan", { whole: true }),
                    of(total.indicator.id),
                  ],
                  [
                    t.poorPeople(profile.period),
                    words.number(poor.numerator, "persons", { whole: true }),
                    of(poor.indicator.id),
                  ],
                ]}
              >
                {words.number(total.value / poor.numerator, "yuan", { whole: true })}
              </DerivedFigure>
              {t.gapEachAfter}
            </>
          )}
        </p>
      )}
    </section>
  );
}
