// Histogram, classes with their bounds, and how many areas each holds.

import type { CatalogIndicator } from "#domain/contract/catalog";
import type { ClassesResponse } from "#domain/contract/values";
import { useWords } from "../i18n/words.ts";
import { colourOfValue } from "../map/painting.ts";
import type { ClassPick } from "../map/painting.ts";
import { useScreen } from "../screen.ts";
import { classBounds, shortTicks } from "./bounds.ts";

export interface RampProps {
  readonly answer: ClassesResponse;
  readonly indicator: CatalogIndicator;
  readonly chosen: ClassPick | null;
  onHover(pick: ClassPick | null): void;
  onChoose(pick: ClassPick): void;
}

const HEIGHT = 44;
/** Height of the lines that lead from a break on the axis of the histogram to its place between two classes. */
const LEADER = 9;

export function Ramp({ answer, indicator, chosen, onHover, onChoose }: RampProps) {
  const words = useWords();
  const { t } = words;
  const { painting } = useScreen();
  const { breaks, min, max } = answer.classes;
  if (min === null || max === null || painting.kind !== "classes")
    return <p className="nothing">{t.noValues}</p>;
  const { colours } = painting;
  const bounds = classBounds(breaks, (value) => words.number(value, indicator.unit, { bare: true }));
  const highest = Math.max(...answer.histogram, 1);
  const bins = answer.histogram.length;
  const width = 100 / bins;
  const ends = shortTicks([min, ...breaks, max], (value, digits) =>
    words.number(value, indicator.unit, { bare: true, ...(digits === null ? {} : { digits }) }),
  );
  return (
    <div className="ramp-box">
      <svg
        className="histogram"
        viewBox={`0 0 100 ${HEIGHT + LEADER}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t.histogram}
      >
        {answer.histogram.map((count, i) => {
          const middle = min + ((i + 0.5) / bins) * (max - min);
          const height = count === 0 ? 0 : Math.max(1.5, (count / highest) * HEIGHT);
          return (
            <rect
              key={i}
              x={i * width + 0.3}
              width={width - 0.6}
              y={HEIGHT - height}
              height={height}
              fill={colourOfValue(painting, i === bins - 1 ? max : middle) ?? undefined}
            />
          );
        })}
        {breaks.map((value, i) => {
          const from = ((value - min) / (max - min)) * 100;
          const to = ((i + 1) / (breaks.length + 1)) * 100;
          return <path key={value} d={`M${from} ${HEIGHT}L${to} ${HEIGHT + LEADER}`} className="leader" />;
        })}
      </svg>
      <div className="classes">
        {colours.map((colour, i) => {
          const range = bounds[i]!;
          const said =
            range.low && range.high
              ? t.classRange(range.low, range.high)
              : range.high
                ? t.classBelow(range.high)
                : range.low
                  ? t.classFrom(range.low)
                  : t.allInOne;
          const count = words.number(answer.counts[i] ?? 0, "count", { whole: true });
          return (
            <button
              key={colour}
              type="button"
              className="class"
              data-class={i}
              aria-pressed={chosen === i}
              aria-label={t.classOf(said, count)}
              title={said}
              onPointerEnter={() => onHover(i)}
              onPointerLeave={() => onHover(null)}
              onFocus={() => onHover(i)}
              onBlur={() => onHover(null)}
              onClick={() => onChoose(i)}
            >
              <i style={{ background: colour }} />
              <span>{count}</span>
            </button>
          );
        })}
      </div>
      <div className="ticks" aria-hidden="true">
        {ends.map((end, i) => (
          <span key={i} style={{ left: `${(i / (ends.length - 1)) * 100}%` }}>
            {end}
          </span>
        ))}
      </div>
    </div>
  );
}
