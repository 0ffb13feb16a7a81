// One area in the table.

import { memo } from "react";
import { setHover } from "#client/model/hover.ts";
import { useWords } from "#client/i18n/words.ts";
import { Swatch } from "#client/ui/swatch.tsx";
import { rowAttributes } from "#client/ui/VirtualTable.tsx";
import type { Fill } from "#client/model/fill.ts";
import { directionOf, toneOf } from "#client/model/change.ts";
import { AreaName } from "#client/figures/AreaName.tsx";
import { Figure } from "#client/figures/Figure.tsx";
import type { FigureRef } from "#client/model/figure_ref.ts";
import type { AnsweredColumn } from "#client/data/column.ts";
import { useView } from "#client/data/view_context.ts";
import { EndCells, PeopleCell, RelativeCell } from "./change_cells.tsx";
import { Sparkline } from "./Sparkline.tsx";
import { ValueCell } from "./ValueCell.tsx";
import type { BarSpan } from "./ValueBar.tsx";
import { countedMeasure } from "#client/model/ranking.ts";
import type { Row } from "#client/model/ranking.ts";
import type { ChangedPeople } from "./use_people.ts";
import type { RowTrends } from "./use_trends.ts";

export interface TableRowProps {
  readonly row: Row;
  readonly at: number;
  /** What the row is about. */
  readonly column: AnsweredColumn;
  /** The fill of the same column; null while it is not there. */
  readonly fill: Fill | null;
  readonly span: BarSpan;
  /** Of all rows; null for a table without trends. */
  readonly trends: RowTrends | null;
  /** Periods that the table shows. */
  readonly marked: readonly string[];
  /** Of a change: the people in need; null where none are counted. */
  readonly people: ChangedPeople | null;
  /** What tells the area apart from others of the same name, the nearest area above first. */
  readonly above: readonly string[] | undefined;
  readonly isSelected: boolean;
  readonly isHovered: boolean;
  readonly isTabStop: boolean;
  onOpen(code: string): void;
}

export const TableRow = memo((props: TableRowProps) => {
  const { row, at, column, people, isSelected, isHovered, isTabStop, onOpen } = props;
  const { area, name } = row;
  const { indicator, period, since } = column;
  const figureRef: FigureRef = {
    kind: "area",
    code: area.code,
    shown: [{ indicator: indicator.id, period, since }],
  };
  const state = [isHovered && "is-hovered", isSelected && "is-selected"];
  const pointAtArea = (): void => setHover({ code: area.code, name, from: "table", point: null, box: null });
  return (
    <tr
      {...rowAttributes(at, isTabStop)}
      data-code={area.code}
      aria-selected={isSelected}
      className={state.filter(Boolean).join(" ")}
      onPointerEnter={pointAtArea}
      onFocus={pointAtArea}
      onClick={() => onOpen(area.code)}
    >
      <RankCell row={row} figureRef={figureRef} />
      <NameCell {...props} figureRef={figureRef} />
      <WorthCells {...props} figureRef={figureRef} />
      {people && <PeopleCell code={area.code} people={people} period={period} />}
      {since === null && <CountCell row={row} indicator={indicator} figureRef={figureRef} />}
      {since === null && <ChangeCell row={row} indicator={indicator} figureRef={figureRef} />}
      <TrendCell {...props} />
    </tr>
  );
});

interface CellProps {
  readonly row: Row;
  /** What a press on a figure of the row asks. */
  readonly figureRef: FigureRef;
}

/** The rank, or the span of ranks that a sample leaves open. */
function RankCell({ row: { area, range }, figureRef }: CellProps) {
  const { t } = useWords();
  return (
    <td className="num rank" title={area.value !== undefined && !range ? t.notRanked : undefined}>
      {range ? (
        <Figure of={figureRef} isPassed>
          {t.rankRange(range.first, range.last)}
        </Figure>
      ) : (
        area.value !== undefined && "–"
      )}
    </td>
  );
}

/** The name in both languages, and a mark where values of the area contradict each other. */
function NameCell({
  row: { area, name },
  column,
  above,
  figureRef,
}: CellProps & Pick<TableRowProps, "column" | "above">) {
  const words = useWords();
  const { catalog } = useView();
  const lowest = catalog.levels[catalog.levels.length - 1]!;
  const isLowest = column.level.id === lowest.id;
  const other = words.otherText(area.names);
  return (
    <th scope="row">
      <AreaName name={name} above={above} />
      {other && <span>{other}</span>}
      {area.contestedAreas !== undefined && (
        <Figure of={figureRef} isPassed className="conflict-mark">
          {words.t.panels.conflictMark(isLowest ? null : words.areas(lowest, area.contestedAreas))}
        </Figure>
      )}
    </th>
  );
}

/** The value with its bar, or why there is none; of a change both ends before it and the change in per cent after it. */
function WorthCells({
  row: { area },
  column,
  fill,
  span,
  trends,
  figureRef,
}: CellProps & Pick<TableRowProps, "column" | "fill" | "span" | "trends">) {
  const words = useWords();
  const { indicator, period, since } = column;
  const { code } = area;
  return (
    <>
      {since !== null && trends && <EndCells {...{ code, indicator, trends, since, period }} />}
      {area.value !== undefined ? (
        <ValueCell {...{ area, column, fill, span, figureRef }} value={area.value} />
      ) : (
        <td className="missing-word">
          {area.missing && (
            <>
              <Swatch reason={area.missing} /> {words.missing(area.missing)}
            </>
          )}
        </td>
      )}
      {since !== null && trends && <RelativeCell {...{ code, trends, since }} by={area.value} />}
    </>
  );
}

/** The people or things that the indicator counts; left out where it counts none. */
function CountCell({ row: { area }, indicator, figureRef }: CellProps & Pick<AnsweredColumn, "indicator">) {
  const words = useWords();
  if (countedMeasure(indicator) === null) return null;
  return (
    <td className="num dim counted">
      {area.numerator !== undefined && (
        <Figure of={figureRef} isPassed>
          {words.number(area.numerator, "count", { whole: true })}
        </Figure>
      )}
    </td>
  );
}

/** The change since the period before. */
function ChangeCell({
  row: { change },
  indicator,
  figureRef,
}: CellProps & Pick<AnsweredColumn, "indicator">) {
  const words = useWords();
  return (
    <td className={`num ${change === null ? "" : toneOf(directionOf(change, indicator))}`}>
      {change !== null && (
        <Figure of={figureRef} isPassed>
          {words.difference(change, indicator.unit, { bare: true })}
        </Figure>
      )}
    </td>
  );
}

/** The small line over all periods; left out of a table without trends. */
function TrendCell({
  row: { area },
  column,
  trends,
  marked,
}: Pick<TableRowProps, "row" | "column" | "trends" | "marked">) {
  if (!trends) return null;
  const trend = trends.of.get(area.code);
  return (
    <td className="trend-cell">
      <Sparkline
        values={trend?.values ?? null}
        byShare={trend?.byShare}
        scale={trends.scale}
        indicator={column.indicator}
        marked={marked}
        code={area.code}
      />
    </td>
  );
}
