// Where inside the area it is worst: a short list that leads there.

import type { AreaDetail } from "#domain/contract/areas";
import { valuesContract } from "#domain/contract/values";
import { setHover } from "#client/model/hover.ts";
import { useWords } from "#client/i18n/words.ts";
import { InnerAreaName } from "#client/figures/AreaName.tsx";
import { Figure } from "#client/figures/Figure.tsx";
import { useResource } from "#client/data/resource.ts";
import { useScreen } from "#client/data/screen.ts";
import { rankRows, standOut } from "#client/model/ranking.ts";

const LISTED = 5;
/** Inside a larger area the list is made of its children instead of its villages. */
const MOST_AREAS = 6000;

export function WorstInside({ area }: { readonly area: AreaDetail }) {
  const words = useWords();
  const { t, text } = words;
  const { catalog, resolved, openArea } = useScreen();
  const { indicator, period, nearestPeriod } = resolved;
  const lowest = catalog.levels[catalog.levels.length - 1]!;
  const isRoot = area.code === catalog.rootCode;
  const level =
    isRoot && lowest.areaCount > MOST_AREAS
      ? catalog.levels.find(({ id }) => id === area.childLevel)
      : lowest;
  const values = useResource(
    indicator && level && area.childLevel !== null && nearestPeriod === null
      ? {
          contract: valuesContract,
          query: {
            release: catalog.release,
            indicator: indicator.id,
            period,
            level: level.id,
            parent: isRoot ? null : area.code,
          },
        }
      : null,
  );
  if (!indicator || !level || !values.last || area.childLevel === null) return null;
  const ranked = rankRows(values.last.areas, indicator, ({ names }) => text(names));
  const { listed, alike } = standOut(ranked, LISTED, indicator);
  const title =
    indicator.polarity === "neutral"
      ? t.largestInside(words.plural(level), indicator.unit)
      : t.worstInside(words.plural(level));
  /** Equal figures of a full count are ties; those of a sample may differ, but cannot be told apart. */
  const others = indicator.sampling ? t.alike : t.tied;
  return (
    <section>
      <h3>
        {title} <small>{t.insideOf(text(area.names))}</small>
      </h3>
      {listed.length + alike === 0 && <p className="nothing">{t.noInside}</p>}
      <ol className="worst">
        {listed.map(({ area: one, name, range }) => (
          <li key={one.code}>
            <button
              type="button"
              onClick={() => openArea(one.code)}
              onPointerEnter={() => setHover({ code: one.code, name, from: "table", point: null, box: null })}
              onPointerLeave={() => setHover(null)}
            >
              <span>{range && t.rankRange(range.first, range.last)}</span>
              <span className="worst-name">
                <InnerAreaName code={one.code} name={name} inside={area.code} />
              </span>
            </button>
            {one.value !== undefined && (
              <Figure of={{ kind: "area", code: one.code, shown: [{ indicator: indicator.id, period }] }}>
                {words.number(one.value, indicator.unit)}
              </Figure>
            )}
          </li>
        ))}
      </ol>
      {alike > 0 && (
        <p className="alike">
          {listed.length === 0
            ? t.noneStandsOut(alike, words.plural(level))
            : others(alike, words.plural(level))}
        </p>
      )}
    </section>
  );
}
