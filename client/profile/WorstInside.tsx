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
import type { AnsweredColumn } from "#client/data/column.ts";
import { useWait } from "#client/data/use_wait.ts";
import { useOpen } from "#client/data/use_navigation.ts";
import { useView } from "#client/data/view_context.ts";
import { areaFigureRef } from "#client/model/figure_ref.ts";
import { WaitBlock, WaitNote, useColumnName, waitProps } from "#client/ui/Waiting.tsx";
import { rankRows, standOut } from "#client/model/ranking.ts";
import type { Row } from "#client/model/ranking.ts";

const LISTED = 5;
/** Inside a larger area the list is made of its children instead of its villages. */
const MOST_AREAS = 6000;

/** The values of the areas inside, of the lowest level, or of the children where those are too many. */
function useInside(area: AreaDetail) {
  const { catalog, resolved } = useView();
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
  const { shown } = values;
  // The list of another area would stand inside the profile of this one.
  const isOfArea = shown !== null && (shown.question.query.parent ?? null) === (isRoot ? null : area.code);
  return { level, values, shown: isOfArea ? shown.answer : null };
}

export function WorstInside({ area }: { readonly area: AreaDetail }) {
  const words = useWords();
  const { t, text } = words;
  const { catalog, resolved } = useView();
  const columnName = useColumnName();
  const { level, values, shown } = useInside(area);
  const wait = useWait(values);
  const coming = requestedColumn(resolved);
  const what = coming ? columnName({ ...coming, since: null, level: level ?? coming.level }) : "";
  const column = answeredColumn(catalog, shown);
  if (area.childLevel === null || !resolved.indicator) return null;
  if (!shown || !column || wait === "overdue")
    return values.isLoading ? <WaitBlock wait={wait} what={what} height={140} /> : null;
  const { parents } = shown;
  const { indicator } = column;
  const plural = words.plural(column.level);
  /** The area right above, where that is not the one whose inside is listed. */
  const aboveOf = ({ parent }: AreaValue): string[] => {
    const over = parent === undefined ? undefined : parents[parent];
    return over && over.code !== area.code ? [text(over.names)] : [];
  };
  const ranked = rankRows(shown.areas, indicator, ({ names }) => text(names));
  const { listed, alike } = standOut(ranked, LISTED, indicator);
  /** Equal figures of a full count are ties; those of a sample may differ, but cannot be told apart. */
  const others = indicator.sampling ? t.alike : t.tied;
  return (
    <section {...waitProps(wait)} style={{ position: "relative" }}>
      <WaitNote wait={wait} what={what} />
      <h3 data-indicator={indicator.id} data-period={column.period} data-level={column.level.id}>
        {indicator.polarity === "neutral" ? t.largestInside(plural, indicator.unit) : t.worstInside(plural)}{" "}
        <small>{t.join([t.insideOf(text(area.names)), words.shortName(indicator), column.period])}</small>
      </h3>
      {listed.length + alike === 0 && <p className="nothing">{t.noInside}</p>}
      <ol className="worst">
        {listed.map((row) => (
          <WorstArea key={row.area.code} row={row} column={column} above={aboveOf(row.area)} />
        ))}
      </ol>
      {alike > 0 && (
        <p className="alike">
          {listed.length === 0 ? t.noneStandsOut(alike, plural) : others(alike, plural)}
        </p>
      )}
    </section>
  );
}

interface WorstAreaProps {
  readonly row: Row;
  readonly column: AnsweredColumn;
  /** What tells the area apart from others of the same name. */
  readonly above: readonly string[];
}

/** An area of the list, which opens it, with its value. */
function WorstArea({ row: { area, name, range }, column, above }: WorstAreaProps) {
  const words = useWords();
  const { t } = words;
  const openArea = useOpen();
  return (
    <li data-code={area.code}>
      <button
        type="button"
        onClick={() => openArea(area.code)}
        onPointerEnter={() => setHover({ code: area.code, name, from: "table", point: null, box: null })}
        onPointerLeave={() => setHover(null)}
      >
        <span>{range && t.rankRange(range.first, range.last)}</span>
        <span className="worst-name">
          <AreaName name={name} above={above} />
        </span>
      </button>
      {area.value !== undefined && (
        <Figure of={areaFigureRef(area.code, column.indicator.id, column.period)}>
          {words.number(area.value, column.indicator.unit)}
        </Figure>
      )}
    </li>
  );
}
