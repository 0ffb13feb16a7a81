// Need, supply and help side by side: the default indicator of each lens.

import type { Profile } from "#domain/contract/areas";
import { useWords } from "#client/i18n/words.ts";
import { entryOf } from "#client/lenses/facts.ts";
import { useScreen } from "#client/data/screen.ts";
import { Provenance } from "#client/figures/AreaFigureLink.tsx";
import { changeOf, toneOf } from "#client/model/change.ts";

export function Trio({ profile }: { readonly profile: Profile }) {
  const words = useWords();
  const { t, text } = words;
  const { catalog } = useScreen();
  return (
    <section>
      <h3>{t.trio}</h3>
      <ul className="trio">
        {catalog.lenses.map((lens) => {
          const indicator = catalog.indicators.find(({ id }) => id === lens.defaultIndicator);
          const entry = indicator && entryOf(profile, indicator.id);
          const change = entry && changeOf(entry, profile.period, indicator);
          return (
            <li key={lens.id}>
              {indicator && entry?.value !== undefined ? (
                <Provenance indicator={indicator}>{words.number(entry.value, indicator.unit)}</Provenance>
              ) : (
                <span className="is-missing">{entry?.missing ? words.missing(entry.missing) : "–"}</span>
              )}
              <small>{indicator ? text(indicator.label) : text(lens.label)}</small>
              {change && indicator && (
                <small className={toneOf(change.direction)}>
                  {change.direction === "same" ? (
                    t.same
                  ) : (
                    <Provenance indicator={indicator}>
                      {t.join([words.difference(change.by, indicator.unit), t[change.direction]])}
                    </Provenance>
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
