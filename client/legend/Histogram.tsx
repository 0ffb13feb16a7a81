// The histogram over the classes of the legend, and the lines that lead from each break to its place between two classes.

import type { CatalogIndicator } from "#domain/contract/catalog";
import type { ClassesResponse } from "#domain/contract/values";
import { Marks } from "#client/charts/Marks.tsx";
import type { ChartMark } from "#client/charts/Marks.tsx";
import { useWords } from "#client/i18n/words.ts";
import { colourOfValue } from "#client/model/fill.ts";
import type { Fill } from "#client/model/fill.ts";
import type { ClassesQuery } from "#client/model/figure_ref.ts";
import { binParts, binText } from "./bins.ts";

export interface HistogramProps {
  readonly answer: ClassesResponse;
  readonly indicator: CatalogIndicator;
  /** The question that `answer` answers. */
  readonly query: ClassesQuery;
  readonly fill: Fill;
  readonly classCount: number;
  /** Place of a value on the axis, per cent of the width. */
  place(value: number): number;
}

const HEIGHT = 44;
/** Height of the lines that lead from a break on the axis to its place between two classes. */
const LEADER = 9;

export function Histogram({ answer, indicator, query, fill, classCount, place }: HistogramProps) {
  const words = useWords();
  const { t } = words;
  const { histogram, classes } = answer;
  const highest = Math.max(...histogram, 1);
  const bins = histogram.length;
  const step = 100 / bins;
  const marks = histogram.flatMap((count, i): ChartMark[] => {
    if (count === 0) return [];
    const label = t.pair(
      binText(classes, bins, i, words, indicator.unit),
      words.number(count, "count", { whole: true }),
    );
    const of = { kind: "classes", query, pick: null, bin: i } as const;
    return [{ key: String(i), label, of, column: i, row: 0, x: i * step, y: 0, width: step, height: HEIGHT }];
  });
  return (
    <Marks box={{ width: 100, height: HEIGHT + LEADER }} marks={marks}>
      <svg
        className="histogram"
        viewBox={`0 0 100 ${HEIGHT + LEADER}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t.histogram}
      >
        {histogram.flatMap((count, i) => {
          const height = count === 0 ? 0 : Math.max(1.5, (count / highest) * HEIGHT);
          return binParts(i, bins, classes).map(({ left, width, value }) => (
            <rect
              key={left}
              x={left}
              width={width}
              y={HEIGHT - height}
              height={height}
              fill={colourOfValue(fill, value) ?? undefined}
            />
          ));
        })}
        {classes.breaks.map((value, i) => {
          const to = ((i + 1 + Number(classes.hasZeroClass)) / classCount) * 100;
          return (
            <path key={value} d={`M${place(value)} ${HEIGHT}L${to} ${HEIGHT + LEADER}`} className="leader" />
          );
        })}
      </svg>
    </Marks>
  );
}
