// What stands round the dots of the scatter: ticks, the bounds of the classes, the names of both axes.

import type { PairsResponse } from "#domain/contract/bivariate";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { useWords } from "#client/i18n/words.ts";
import type { Words } from "#client/i18n/words.ts";
import type { Plot } from "./ScatterDots.tsx";
import type { ScatterGeometry } from "./scatter.ts";
import type { BivariateColumns } from "./use_bivariate.ts";

/** "M0", "travel time, minutes". */
export const axisName = ({ label, symbol, unit }: CatalogIndicator, words: Words): string =>
  words.label(label) +
  (symbol ? ` ${symbol}` : "") +
  (words.unit(unit) ? words.t.unitSuffix(words.unit(unit)) : "");

const tickText = (value: number, { unit }: CatalogIndicator, words: Words): string =>
  words
    .number(value, unit, { bare: true, ...(unit === "index" ? { digits: 2 } : {}) })
    .replace(/\.0(?=\D|$)/, "");

export interface ScatterAxesProps {
  readonly columns: BivariateColumns;
  readonly geometry: ScatterGeometry;
  readonly plot: Plot;
  /** Bounds of the classes of these columns; null until they are known. */
  readonly classes: PairsResponse | null;
}

export function ScatterAxes({ columns: { need, second }, geometry, plot, classes }: ScatterAxesProps) {
  const words = useWords();
  const { xTicks, yTicks, xOf, yOf } = geometry;
  const across = `H${plot.right}`;
  return (
    <>
      {yTicks.map(({ value, at }) => (
        <g key={value}>
          <path d={`M${plot.left} ${at}${across}`} className="grid" />
          <text x={plot.left - 6} y={at + 3.5} className="is-end">
            {tickText(value, need, words)}
          </text>
        </g>
      ))}
      {xTicks.map(({ value, at }) => (
        <text key={value} x={at} y={plot.bottom + 14}>
          {tickText(value, second, words)}
        </text>
      ))}
      {classes?.need.axis.breaks.map((value) => (
        <path key={value} d={`M${plot.left} ${yOf(value)}${across}`} className="bound" />
      ))}
      {classes?.other.axis.breaks.map((value) => (
        <path key={value} d={`M${xOf(value)} ${plot.top}V${plot.bottom}`} className="bound" />
      ))}
    </>
  );
}

export interface AxisNamesProps {
  readonly columns: BivariateColumns;
  readonly plot: Plot;
  /** Height of the chart, pixels. */
  readonly height: number;
  /** What the size of the dots counts; null where they are all alike. */
  readonly sizedBy: string | null;
}

/** The names of both axes and of what the dots' size says, over the dots. */
export function AxisNames({ columns: { need, second }, plot, height, sizedBy }: AxisNamesProps) {
  const words = useWords();
  return (
    <>
      <text x={plot.right} y={height - 4} className="is-end is-name">
        {`${axisName(second, words)} →`}
      </text>
      <text x={4} y={14} className="is-start is-name">
        {`↑ ${axisName(need, words)}`}
      </text>
      {sizedBy !== null && (
        <text x={plot.right} y={14} className="is-end">
          {words.t.panels.scatterSize(sizedBy)}
        </text>
      )}
    </>
  );
}
