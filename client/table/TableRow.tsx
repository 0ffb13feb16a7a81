// One area in the table.

import { memo } from "react";
import type { KeyboardEvent } from "react";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { CHANGE_COLOURS } from "#domain/lens";
import { setHover } from "#client/model/hover.ts";
import { useWords } from "#client/i18n/words.ts";
import { Swatch } from "#client/ui/swatch.tsx";
import { colourOfValue } from "#client/model/fill.ts";
import { useUncertainty } from "#client/figures/uncertainty.ts";
import { directionOf, toneOf } from "#client/model/change.ts";
import { Figure } from "#client/figures/Figure.tsx";
import type { FigureRef } from "#client/model/figure_ref.ts";
import { useScreen } from "#client/data/screen.ts";
import { Sparkline } from "./Sparkline.tsx";
import { countedMeasure } from "#client/model/ranking.ts";
import type { Row } from "#client/model/ranking.ts";
import type { RowTrends } from "./use_trends.ts";

export interface TableRowProps {
  readonly row: Row;
  readonly at: number;
  readonly indicator: CatalogIndicator;
  /** Of all rows; null for a table without trends. */
  readonly trends: RowTrends | null;
  /** Periods that the table shows. */
  readonly marked: readonly string[];
  readonly isHovered: boolean;
  readonly isActive: boolean;
  onOpen(code: string): void;
  onKeyDown(event: KeyboardEvent): void;
}

export const TableRow = memo(
  ({ row, at, indicator, trends, marked, isHovered, isActive, onOpen, onKeyDown }: TableRowProps) => {
    const words = useWords();
    const { catalog, classes, fill, resolved, view } = useScreen();
    const { area, range, change, name } = row;
    const sure = useUncertainty(area, indicator, resolved.since !== null);
    const { min, max: most } = classes.shown?.answer.classes ?? { min: null, max: null };
    const max = Math.max(Math.abs(min ?? 0), Math.abs(most ?? 0));
    const isChange = resolved.since !== null;
    const hasCount = !isChange && countedMeasure(indicator) !== null;
    const other = words.otherText(area.names);
    const figureRef: FigureRef = {
      kind: "area",
      code: area.code,
      shown: [{ indicator: indicator.id, period: resolved.period, since: resolved.since }],
    };
    const lowest = catalog.levels[catalog.levels.length - 1]!;
    const isLowest = resolved.level.id === lowest.id;
    const isPicked = view.set?.includes(area.code) === true;
    const state = [
      isHovered && "is-hovered",
      (isPicked || resolved.selected?.code === area.code) && "is-selected",
    ];
    return (
      <tr
        data-row={at}
        data-code={area.code}
        tabIndex={isActive ? 0 : -1}
        aria-rowindex={at + 2}
        aria-selected={isPicked || resolved.selected?.code === area.code}
        className={state.filter(Boolean).join(" ")}
        onPointerEnter={() => setHover({ code: area.code, name, from: "table", point: null, box: null })}
        onFocus={() => setHover({ code: area.code, name, from: "table", point: null, box: null })}
        onClick={() => onOpen(area.code)}
        onKeyDown={onKeyDown}
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
          {name}
          {other && <span>{other}</span>}
          {area.contestedAreas !== undefined && (
            <Figure of={figureRef} isPassed className="conflict-mark">
              {words.t.panels.conflictMark(isLowest ? null : words.areas(lowest, area.contestedAreas))}
            </Figure>
          )}
        </th>
        {area.value !== undefined && classes.shown?.answer ? (
          <td className="value">
            <span>
              {sure.byShare && (
                <em title={sure.byShare}>
                  <span aria-hidden="true">≈</span>
                  <span className="visually-hidden">{sure.byShare}</span>
                </em>
              )}
              <Figure of={figureRef} isPassed>
                {isChange
                  ? words.difference(area.value, indicator.unit, { bare: true })
                  : words.number(area.value, indicator.unit, { bare: true })}
              </Figure>
            </span>
            {indicator.sampling && (
              <small title={sure.said ?? undefined}>
                {sure.range}
                {sure.isDoubtful && (
                  <>
                    <sup aria-hidden="true">!</sup>
                    <span className="visually-hidden">{sure.said}</span>
                  </>
                )}
              </small>
            )}
            <i
              className={!isChange && area.reliability === "unreliable" ? "is-unreliable" : undefined}
              style={{
                ["--share" as string]: max > 0 ? Math.max(0.01, Math.abs(area.value) / max) : 0,
                backgroundColor:
                  (isChange && area.reliability === "unreliable"
                    ? CHANGE_COLOURS[view.theme].unsure
                    : colourOfValue(fill, area.value)) ?? resolved.ramp[3],
              }}
            />
          </td>
        ) : (
          <td className="missing-word">
            {area.missing && (
              <>
                <Swatch reason={area.missing} /> {words.missing(area.missing)}
              </>
            )}
          </td>
        )}
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
