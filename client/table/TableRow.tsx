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

export const TableRow = memo(
  ({
    row,
    at,
    column,
    fill,
    span,
    trends,
    marked,
    people,
    above,
    isSelected,
    isHovered,
    isTabStop,
    onOpen,
  }: TableRowProps) => {
    const words = useWords();
    const { catalog } = useView();
    const { indicator, period, since, level } = column;
    const isChange = since !== null;
    const { area, range, change, name } = row;
    const lowest = catalog.levels[catalog.levels.length - 1]!;
    const hasCount = !isChange && countedMeasure(indicator) !== null;
    const other = words.otherText(area.names);
    const figureRef: FigureRef = {
      kind: "area",
      code: area.code,
      shown: [{ indicator: indicator.id, period, since }],
    };
    const isLowest = level.id === lowest.id;
    const state = [isHovered && "is-hovered", isSelected && "is-selected"];
    return (
      <tr
        {...rowAttributes(at, isTabStop)}
        data-code={area.code}
        aria-selected={isSelected}
        className={state.filter(Boolean).join(" ")}
        onPointerEnter={() => setHover({ code: area.code, name, from: "table", point: null, box: null })}
        onFocus={() => setHover({ code: area.code, name, from: "table", point: null, box: null })}
        onClick={() => onOpen(area.code)}
      >
        <td className="num rank" title={area.value !== undefined && !range ? words.t.notRanked : undefined}>
          {range ? (
            <Figure of={figureRef} isPassed>
              {words.t.rankRange(range.first, range.last)}
            </Figure>
          ) : (
            area.value !== undefined && "–"
          )}
        </td>
        <th scope="row">
          <AreaName name={name} above={above} />
          {other && <span>{other}</span>}
          {area.contestedAreas !== undefined && (
            <Figure of={figureRef} isPassed className="conflict-mark">
              {words.t.panels.conflictMark(isLowest ? null : words.areas(lowest, area.contestedAreas))}
            </Figure>
          )}
        </th>
        {since !== null && trends && (
          <EndCells code={area.code} indicator={indicator} trends={trends} since={since} period={period} />
        )}
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
        {since !== null && trends && (
          <RelativeCell code={area.code} trends={trends} since={since} by={area.value} />
        )}
        {people && <PeopleCell code={area.code} people={people} period={period} />}
        {hasCount && (
          <td className="num dim counted">
            {area.numerator !== undefined && (
              <Figure of={figureRef} isPassed>
                {words.number(area.numerator, "count", { whole: true })}
              </Figure>
            )}
          </td>
        )}
        {!isChange && (
          <td className={`num ${change === null ? "" : toneOf(directionOf(change, indicator))}`}>
            {change !== null && (
              <Figure of={figureRef} isPassed>
                {words.difference(change, indicator.unit, { bare: true })}
              </Figure>
            )}
          </td>
        )}
        {trends && (
          <td className="trend-cell">
            <Sparkline
              values={trends.of.get(area.code)?.values ?? null}
              byShare={trends.of.get(area.code)?.byShare}
              scale={trends.scale}
              indicator={indicator}
              marked={marked}
              code={area.code}
            />
          </td>
        )}
      </tr>
    );
  },
);
