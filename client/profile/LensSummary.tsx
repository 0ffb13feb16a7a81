// Need, supply and help side by side: the default indicator of each lens.

import type { Profile } from "#domain/contract/areas";
import { useWords } from "#client/i18n/words.ts";
import { entryOf } from "#client/lenses/facts.ts";
import { useView } from "#client/data/view_context.ts";
import { AreaFigureLink } from "#client/figures/AreaFigureLink.tsx";
import { changeOf, toneOf } from "#client/model/change.ts";

export function LensSummary({ profile }: { readonly profile: Profile }) {
  const words = useWords();
  const { t, label } = words;
  const { catalog } = useView();
  return (
    <section>
      <h3>{t.lensSummary}</h3>
      <ul className="lens-summary">
        {catalog.lenses.map((lens) => {
          const indicator = catalog.indicators.find(({ id }) => id === lens.defaultIndicator);
          const entry = indicator && entryOf(profile, indicator.id);
          const change = entry && changeOf(entry, profile.period, indicator);
          return (
            <li key={lens.id}>
              {indicator && entry?.value !== undefined ? (
                <AreaFigureLink indicator={indicator}>
                  {words.number(entry.value, indicator.unit)}
                </AreaFigureLink>
              ) : (
                <span className="is-missing">{entry?.missing ? words.missing(entry.missing) : "–"}</span>
              )}
              <small>{label(indicator ? indicator.label : lens.label)}</small>
              {change && indicator && (
                <small className={toneOf(change.direction)}>
                  {change.direction === "same" ? (
                    t.same
                  ) : (
                    <AreaFigureLink indicator={indicator}>
                      {t.join([words.difference(change.by, indicator.unit), t[change.direction]])}
                    </AreaFigureLink>
                  )}
                </small>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
