// Where inside the area it is worst: a short list that leads there.

import type { AreaDetail } from "#domain/contract/areas";
import { valuesContract } from "#domain/contract/values";
import { setHover } from "#client/model/hover.ts";
import { useWords } from "#client/i18n/words.ts";
import { Figure } from "#client/figures/Figure.tsx";
import { useAnswer } from "#client/data/use_answer.ts";
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
  const values = useAnswer(
    valuesContract,
    indicator && level && area.childLevel !== null && nearestPeriod === null
      ? {
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
  if (!indicator || !level || !values.shown || area.childLevel === null) return null;
  const ranked = rankRows(values.shown.answer.areas, indicator, ({ names }) => text(names));
  const { listed, alike } = standOut(ranked, LISTED, indicator);
  const title = indicator.polarity === "neutral" ? t.bestInside : t.worstInside;
  return (
    <section>
      <h3>
        {title(words.plural(level))} <small>{t.insideOf(text(area.names))}</small>
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
              <b>{name}</b>
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
            : t.alike(alike, words.plural(level))}
        </p>
      )}
    </section>
  );
}
