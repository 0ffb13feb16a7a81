// The value of a row: how far it is covered, its interval, a bar.

import { isAboveWhole } from "#domain/indicator";
import { CHANGE_COLOURS, LENS_RAMPS } from "#domain/lens_colours";
import type { AnsweredColumn } from "#client/data/column.ts";
import { useView } from "#client/data/view_context.ts";
import { Figure } from "#client/figures/Figure.tsx";
import { shareOf, useCoverage } from "#client/figures/coverage.ts";
import { useUncertainty } from "#client/figures/uncertainty.ts";
import { useWords } from "#client/i18n/words.ts";
import type { FigureRef } from "#client/model/figure_ref.ts";
import { colourOfValue } from "#client/model/fill.ts";
import type { Fill } from "#client/model/fill.ts";
import type { Row } from "#client/model/ranking.ts";
import { ValueBar } from "./ValueBar.tsx";
import type { BarSpan } from "./ValueBar.tsx";

export interface ValueCellProps {
  readonly area: Row["area"];
  /** Of the area: it has one. */
  readonly value: number;
  readonly column: AnsweredColumn;
  readonly fill: Fill | null;
  readonly span: BarSpan;
  readonly figureRef: FigureRef;
}

export function ValueCell({ area, value, column, fill, span, figureRef }: ValueCellProps) {
  const words = useWords();
  const { catalog, view } = useView();
  const { indicator, since } = column;
  const isChange = since !== null;
  const sure = useUncertainty(area, indicator, isChange);
  const coverageText = useCoverage();
  const lowest = catalog.levels.at(-1)!;
  const isOfPart = isChange && indicator.denominator === null && area.coverage !== undefined;
  const covered = isOfPart
    ? words.t.changeOfPart(shareOf(area.coverage!, words.number), words.plural(lowest))
    : coverageText(area.coverage);
  const isUnreliable = area.reliability === "unreliable";
  const ramp = LENS_RAMPS[indicator.lens][view.theme];
  const colour =
    (isChange && isUnreliable ? CHANGE_COLOURS[view.theme].unsure : fill && colourOfValue(fill, value)) ??
    ramp[3];
  const remark = words.t.join([covered, sure.byShare].filter((text) => text !== null));
  return (
    <td className={isChange ? "value is-change" : "value"}>
      <span>
        {(covered || sure.byShare) && (
          <em title={remark}>
            <span aria-hidden="true">{(covered ? "◔" : "") + (sure.byShare ? "≈" : "")}</span>
            <span className="visually-hidden">{remark}</span>
          </em>
        )}
        <Figure of={figureRef} isPassed>
          {isChange
            ? words.difference(value, indicator.unit, { bare: true })
            : words.number(value, indicator.unit, { bare: true })}
        </Figure>
        {!isChange && isAboveWhole(indicator, value) && (
          <sup className="above-whole" title={words.t.aboveWhole}>
            <span aria-hidden="true">!</span>
            <span className="visually-hidden">{words.t.aboveWhole}</span>
          </sup>
        )}
      </span>
      {indicator.sampling && (
        <small title={sure.text ?? undefined}>
          {sure.range}
          {sure.isDoubtful && (
            <>
              <sup aria-hidden="true">!</sup>
              <span className="visually-hidden">{sure.text}</span>
            </>
          )}
        </small>
      )}
      <ValueBar
        value={value}
        span={span}
        isChange={isChange}
        isHatched={!isChange && isUnreliable}
        colour={colour}
      />
    </td>
  );
}
