// Every indicator of the area, by lens; a press shows it on the map.

import type { Profile } from "#domain/contract/areas";
import { useWords } from "#client/i18n/words.ts";
import { entryOf } from "#client/lenses/facts.ts";
import { useView } from "#client/data/view_context.ts";
import { AreaFigureLink } from "#client/figures/AreaFigureLink.tsx";

export function AllIndicators({ profile }: { readonly profile: Profile }) {
  const words = useWords();
  const { t } = words;
  const { catalog, change, resolved } = useView();
  return (
    <section>
      <h3>{t.all}</h3>
      {catalog.lenses
        .filter(({ indicators }) => indicators.length > 0)
        .map((lens) => (
          <details key={lens.id} className="all" open={lens.id === resolved.lens}>
            <summary>{words.label(lens.label)}</summary>
            <ul>
              {catalog.indicators
                .filter((indicator) => indicator.lens === lens.id && !indicator.partOf)
                .map((indicator) => {
                  const entry = entryOf(profile, indicator.id);
                  return (
                    <li key={indicator.id}>
                      <button
                        type="button"
                        className="link"
                        aria-pressed={resolved.indicator?.id === indicator.id}
                        onClick={() => change({ lens: indicator.lens, indicator: indicator.id })}
                      >
                        {words.title(indicator)}
                      </button>
                      {entry?.value !== undefined ? (
                        <AreaFigureLink indicator={indicator}>
                          {words.number(entry.value, indicator.unit)}
                        </AreaFigureLink>
                      ) : (
                        <span className="is-missing">
                          {entry?.missing ? words.missing(entry.missing) : "–"}
                        </span>
                      )}
                    </li>
                  );
                })}
            </ul>
          </details>
        ))}
    </section>
  );
}
