// Where inside the area it is worst: a short list that leads there.

import type { AreaDetail } from "#domain/contract/areas";
import { valuesContract } from "#domain/contract/values";
import type { AreaValue } from "#domain/contract/values";
import { setHover } from "#client/model/hover.ts";
import { useWords } from "#client/i18n/words.ts";
import { AreaName } from "#client/figures/AreaName.tsx";
import { Figure } from "#client/figures/Figure.tsx";
import { useAnswer } from "#client/data/use_answer.ts";
import { answeredColumn, requestedColumn } from "#client/data/column.ts";
import { useWait } from "#client/data/use_wait.ts";
import { useOpen } from "#client/data/use_navigation.ts";
import { useView } from "#client/data/view_context.ts";
import { areaFigureRef } from "#client/model/figure_ref.ts";
import { WaitBlock, WaitNote, useColumnName, waitProps } from "#client/ui/Waiting.tsx";
import { rankRows, standOut } from "#client/model/ranking.ts";

const LISTED = 5;
/** Inside a larger area the list is made of its children instead of its villages. */
const MOST_AREAS = 6000;

export function WorstInside({ area }: { readonly area: AreaDetail }) {
  const words = useWords();
  const { t, text } = words;
  const { catalog, resolved } = useView();
  const openArea = useOpen();
  const columnName = useColumnName();
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
            release: catalog.address,
            indicator: indicator.id,
            period,
            level: level.id,
            parent: isRoot ? null : area.code,
          },
        }
      : null,
  );
  const wait = useWait(values);
  const coming = requestedColumn(resolved);
  const what = coming ? columnName({ ...coming, since: null, level: level ?? coming.level }) : "";
  const { shown } = values;
  const column = answeredColumn(catalog, shown?.answer);
  if (area.childLevel === null || !indicator) return null;
  // The list of another area would stand inside the profile of this one.
  const isOfArea = shown && (shown.question.query.parent ?? null) === (isRoot ? null : area.code);
  if (!isOfArea || !column || wait === "overdue")
    return values.isLoading ? <WaitBlock wait={wait} what={what} height={140} /> : null;
  const { parents } = shown.answer;
  /** The area right above, where that is not the one whose inside is listed. */
  const aboveOf = ({ parent }: AreaValue): string[] => {
    const over = parent === undefined ? undefined : parents[parent];
    return over && over.code !== area.code ? [text(over.names)] : [];
  };
  const ranked = rankRows(shown.answer.areas, column.indicator, ({ names }) => text(names));
  const { listed, alike } = standOut(ranked, LISTED, column.indicator);
  const title =
    column.indicator.polarity === "neutral"
      ? t.largestInside(words.plural(column.level), column.indicator.unit)
      : t.worstInside(words.plural(column.level));
  /** Equal figures of a full count are ties; those of a sample may differ, but cannot be told apart. */
  const others = column.indicator.sampling ? t.alike : t.tied;
  return (
    <section {...waitProps(wait)} style={{ position: "relative" }}>
      <WaitNote wait={wait} what={what} />
      <h3 data-indicator={column.indicator.id} data-period={column.period} data-level={column.level.id}>
        {title}{" "}
        <small>
          {t.join([t.insideOf(text(area.names)), words.shortName(column.indicator), column.period])}
        </small>
      </h3>
      {listed.length + alike === 0 && <p className="nothing">{t.noInside}</p>}
      <ol className="worst">
        {listed.map(({ area: inside, name, range }) => (
          <li key={inside.code} data-code={inside.code}>
            <button
              type="button"
              onClick={() => openArea(inside.code)}
              onPointerEnter={() =>
                setHover({ code: inside.code, name, from: "table", point: null, box: null })
              }
              onPointerLeave={() => setHover(null)}
            >
              <span>{range && t.rankRange(range.first, range.last)}</span>
              <span className="worst-name">
                <AreaName name={name} above={aboveOf(inside)} />
              </span>
            </button>
            {inside.value !== undefined && (
              <Figure of={areaFigureRef(inside.code, column.indicator.id, column.period)}>
                {words.number(inside.value, column.indicator.unit)}
              </Figure>
            )}
          </li>
        ))}
      </ol>
      {alike > 0 && (
        <p className="alike">
          {listed.length === 0
            ? t.noneStandsOut(alike, words.plural(column.level))
            : others(alike, words.plural(column.level))}
        </p>
      )}
    </section>
  );
}
