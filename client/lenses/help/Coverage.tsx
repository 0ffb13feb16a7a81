// Whom the help reaches: for each share of people or households, how many are reached and how many are not.

import type { Profile } from "#domain/contract/areas";
import { formatTerm } from "#domain/indicator";
import { useWords } from "#client/i18n/words.ts";
import { areaFigureRef } from "#client/model/figure_ref.ts";
import { AreaFigureLink } from "#client/figures/AreaFigureLink.tsx";
import { DerivedFigure } from "#client/figures/DerivedFigure.tsx";
import { termInWords } from "#client/figures/terms.ts";
import { useView } from "#client/data/view_context.ts";
import { indicatorValuesOfLens } from "#client/lenses/indicator_value.ts";

export function Coverage({ profile }: { readonly profile: Profile }) {
  const words = useWords();
  const t = words.t.panels;
  const { catalog } = useView();
  const of = (id: string) => areaFigureRef(profile.area.code, id, profile.period);
  const unitOf = (id: string) => catalog.measures.find((measure) => measure.id === id)?.unit ?? "count";
  const reached = indicatorValuesOfLens(profile, catalog, "help").filter(
    ({ indicator }) =>
      indicator.unit === "share" &&
      indicator.polarity === "higher-is-better" &&
      Object.keys(indicator.numerator).every((id) => unitOf(id) !== "yuan"),
  );
  if (reached.length === 0) return null;
  return (
    <section>
      <h3>
        {t.reach} <small>{t.reachSub}</small>
      </h3>
      <ul className="norms">
        {reached.map(({ indicator, value, numerator, denominator }) => {
          const without = (denominator ?? 0) - numerator;
          const unit = words.unit(unitOf(Object.keys(indicator.numerator)[0]!));
          const count = (number: number): string => words.number(number, "count", { whole: true });
          return (
            <li key={indicator.id}>
              <p>
                {words.text(indicator.label)}
                <AreaFigureLink indicator={indicator}>{words.number(value, "share")}</AreaFigureLink>
              </p>
              <i className="bullet is-open" aria-hidden="true">
                <b style={{ width: `${Math.min(1, value) * 100}%` }} />
              </i>
              <p className="panel-note">
                {without === 0 ? (
                  t.allReached
                ) : (
                  <>
                    {t.leftOut}{" "}
                    <DerivedFigure
                      title={t.notReachedBy(words.text(indicator.label))}
                      how={`${formatTerm(indicator.denominator ?? {})} − ${formatTerm(indicator.numerator)}`}
                      from={[
                        [
                          termInWords(indicator.denominator ?? {}, catalog.measures, words),
                          count(denominator ?? 0),
                          of(indicator.id),
                        ],
                        [
                          termInWords(indicator.numerator, catalog.measures, words),
                          count(numerator),
                          of(indicator.id),
                        ],
                      ]}
                    >
                      {t.withUnit(count(without), unit)}
                    </DerivedFigure>
                    {t.outOf}
                    <AreaFigureLink indicator={indicator}>{count(denominator ?? 0)}</AreaFigureLink>
                    {t.stop}
                  </>
                )}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
