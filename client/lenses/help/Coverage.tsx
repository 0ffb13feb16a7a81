// Whom the help reaches: for each share of people or households, how many are reached and how many are not.

import type { Profile } from "#domain/contract/areas";
import { formatTerm } from "#domain/indicator";
import type { Term } from "#domain/indicator";
import { capitalise } from "#client/i18n/capitalise.ts";
import { useWords } from "#client/i18n/words.ts";
import { areaFigureRef } from "#client/model/figure_ref.ts";
import { AreaFigureLink } from "#client/figures/AreaFigureLink.tsx";
import { Sentence } from "#client/figures/Sentence.tsx";
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
  const nameOf = (term: Term): string => capitalise(termInWords(term, catalog.measures, words));
  return (
    <section>
      <h3>
        {t.reach} <small>{t.reachSub}</small>
      </h3>
      <ul className="norms">
        {reached.map(({ indicator, value, numerator, denominator }) => {
          const without = (denominator ?? 0) - numerator;
          const [measure = ""] = Object.keys(indicator.denominator ?? {});
          const count = (number: number): string => words.number(number, "count", { whole: true });
          return (
            <li key={indicator.id}>
              <p>
                {words.label(indicator.label)}
                <AreaFigureLink indicator={indicator}>{words.number(value, "share")}</AreaFigureLink>
              </p>
              <i className="bullet is-open" aria-hidden="true">
                <b style={{ width: `${Math.min(1, value) * 100}%` }} />
              </i>
              <p className="panel-note">
                {without === 0 ? (
                  t.allReached
                ) : (
                  <Sentence
                    of={t.notReached({
                      measure,
                      unit: unitOf(measure),
                      count: without,
                      missing: {
                        text: count(without),
                        of: {
                          kind: "derived",
                          title: t.notReachedBy(words.text(indicator.label)),
                          how: `${formatTerm(indicator.denominator ?? {})} − ${formatTerm(indicator.numerator)}`,
                          from: [
                            [nameOf(indicator.denominator ?? {}), count(denominator ?? 0), of(indicator.id)],
                            [nameOf(indicator.numerator), count(numerator), of(indicator.id)],
                          ],
                        },
                      },
                      total: { text: count(denominator ?? 0), of: of(indicator.id) },
                    })}
                  />
                )}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
