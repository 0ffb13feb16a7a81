// Histogram, classes with their bounds, and how many areas each holds.

import type { CatalogIndicator } from "#domain/contract/catalog";
import type { ClassesResponse } from "#domain/contract/values";
import { useState } from "react";
import { useWidth } from "#client/ui/use_width.ts";
import { useWords } from "#client/i18n/words.ts";
import { colourOfValue } from "#client/model/fill.ts";
import type { ClassPick, Fill } from "#client/model/fill.ts";
import { Figure } from "#client/figures/Figure.tsx";
import { openFigureOnKey } from "#client/data/figure_hotkey.ts";
import type { FigureRef, ClassesQuery } from "#client/model/figure_ref.ts";
import { Marks } from "#client/charts/Marks.tsx";
import type { ChartMark } from "#client/charts/Marks.tsx";
import { NormMark, OpenAreaMark } from "./HistogramMarks.tsx";
import { RampEnds } from "./RampEnds.tsx";
import { binParts, binText } from "./bins.ts";
import { areTight, digitsApart } from "./bounds.ts";
import { givenDigits, legendClasses } from "./classes.ts";
import "./ramp.css";

export interface RampProps {
  readonly answer: ClassesResponse;
  readonly indicator: CatalogIndicator;
  /** The question that `answer` answers. */
  readonly query: ClassesQuery;
  readonly fill: Fill;
  readonly chosen: ClassPick | null;
  onHover(pick: ClassPick | null): void;
  onChoose(pick: ClassPick): void;
}

const HEIGHT = 44;
/** Height of the lines that lead from a break on the axis of the histogram to its place between two classes. */
const LEADER = 9;

export function Ramp({ answer, query, indicator, fill, chosen, onHover, onChoose }: RampProps) {
  const words = useWords();
  const { t } = words;
  const [box, setBox] = useState<HTMLElement | null>(null);
  const width = useWidth(box);
  const { min, max } = answer.classes;
  if (min === null || max === null || fill.kind !== "classes") return <p className="nothing">{t.noValues}</p>;
  const { breaks, hasZeroClass } = answer.classes;
  const write = (value: number, digits: number): string =>
    words.number(value, indicator.unit, { bare: true, digits });
  const whole = (count: number): string => words.number(count, "count", { whole: true });
  const highest = Math.max(...answer.histogram, 1);
  const bins = answer.histogram.length;
  const step = 100 / bins;
  const classes = legendClasses(answer, indicator, fill, words);
  const askedOf = (pick: ClassPick | null): FigureRef => ({ kind: "classes", query, pick });
  // The ends of the classes, from the least value to the largest; a class beyond both has an open end that is not written.
  const least = breaks[0] !== undefined && min >= breaks[0] ? null : min;
  const top = breaks.at(-1);
  const most = top !== undefined && max <= top ? null : max;
  const ends = [...(hasZeroClass ? [0, null] : [least]), ...breaks, most];
  const known = ends.filter((end) => end !== null);
  const digits = digitsApart(known, write, givenDigits(answer, indicator.unit));
  const ticks = ends.map((end) => (end === null ? "" : end === 0 ? write(0, 0) : write(end, digits)));
  // Without room every second bound is written.
  const isTight = areTight(ticks, width);
  const place = (value: number): number =>
    max > min ? Math.min(100, Math.max(0, ((value - min) / (max - min)) * 100)) : 0;
  const marks = answer.histogram.flatMap((count, i): ChartMark[] =>
    count === 0
      ? []
      : [
          {
            key: String(i),
            label: t.pair(binText(answer.classes, bins, i, words, indicator.unit), whole(count)),
            of: { kind: "classes", query, pick: null, bin: i },
            column: i,
            row: 0,
            x: i * step,
            y: 0,
            width: step,
            height: HEIGHT,
          },
        ],
  );
  return (
    <div className="ramp-box" ref={setBox}>
      <Marks box={{ width: 100, height: HEIGHT + LEADER }} marks={marks}>
        <svg
          className="histogram"
          viewBox={`0 0 100 ${HEIGHT + LEADER}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={t.histogram}
        >
          {answer.histogram.flatMap((count, i) => {
            const height = count === 0 ? 0 : Math.max(1.5, (count / highest) * HEIGHT);
            return binParts(i, bins, answer.classes).map(({ left, width: part, value }) => (
              <rect
                key={left}
                x={left}
                width={part}
                y={HEIGHT - height}
                height={height}
                fill={colourOfValue(fill, value) ?? undefined}
              />
            ));
          })}
          {breaks.map((value, i) => {
            const to = ((i + 1 + Number(hasZeroClass)) / classes.length) * 100;
            return (
              <path
                key={value}
                d={`M${place(value)} ${HEIGHT}L${to} ${HEIGHT + LEADER}`}
                className="leader"
              />
            );
          })}
        </svg>
      </Marks>
      <NormMark answer={answer} indicator={indicator} place={place} />
      <OpenAreaMark answer={answer} indicator={indicator} place={place} />
      <div className="classes">
        {classes.map(({ pick, colour, count, label }) => {
          const written = whole(count);
          return (
            <div key={pick} className="class-box">
              <button
                type="button"
                className="class"
                data-class={pick}
                aria-pressed={chosen === pick}
                aria-label={t.classOf(label, written)}
                title={label}
                onPointerEnter={() => onHover(pick)}
                onPointerLeave={() => onHover(null)}
                onFocus={() => onHover(pick)}
                onBlur={() => onHover(null)}
                onClick={() => onChoose(pick)}
                onKeyDown={(event) => openFigureOnKey(event, askedOf(pick))}
              >
                <i style={{ background: colour }} />
              </button>
              <Figure of={askedOf(pick)} isPassed>
                {written}
              </Figure>
            </div>
          );
        })}
      </div>
      <div className="ticks">
        {ends.map((end, i) => (
          <span key={i} style={{ left: `${(i / (ends.length - 1)) * 100}%` }}>
            {end !== null && !(isTight && i % 2 === 1 && i < ends.length - 1) && (
              <Figure of={askedOf(null)} isPassed>
                {ticks[i]}
              </Figure>
            )}
          </span>
        ))}
      </div>
      <RampEnds indicator={indicator} isChange={answer.change !== undefined} />
    </div>
  );
}
