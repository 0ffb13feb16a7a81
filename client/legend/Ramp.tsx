// Histogram, classes with their bounds, and how many areas each holds.

import type { CatalogIndicator } from "#domain/contract/catalog";
import type { ClassesResponse } from "#domain/contract/values";
import { useState } from "react";
import { useWidth } from "#client/ui/use_width.ts";
import { useWords } from "#client/i18n/words.ts";
import type { ClassPick, Fill } from "#client/model/fill.ts";
import { Figure } from "#client/figures/Figure.tsx";
import { openFigureOnKey } from "#client/data/figure_hotkey.ts";
import type { ClassesQuery } from "#client/model/figure_ref.ts";
import { Histogram } from "./Histogram.tsx";
import { NormMark, OpenAreaMark } from "./HistogramMarks.tsx";
import { RampEnds } from "./RampEnds.tsx";
import { areTight } from "./bounds.ts";
import { legendClasses } from "./classes.ts";
import type { LegendClass } from "./classes.ts";
import { tickTexts } from "./ticks.ts";
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

export function Ramp(props: RampProps) {
  const { answer, query, indicator, fill } = props;
  const words = useWords();
  const [box, setBox] = useState<HTMLElement | null>(null);
  const width = useWidth(box);
  const { min, max } = answer.classes;
  if (min === null || max === null || fill.kind !== "classes")
    return <p className="nothing">{words.t.noValues}</p>;
  const classes = legendClasses(answer, indicator, fill, words);
  const ticks = tickTexts(answer, indicator.unit, words);
  // Without room every second bound is written.
  const isTight = areTight(
    ticks.map((text) => text ?? ""),
    width,
  );
  const place = (value: number): number =>
    max > min ? Math.min(100, Math.max(0, ((value - min) / (max - min)) * 100)) : 0;
  return (
    <div className="ramp-box" ref={setBox}>
      <Histogram {...{ answer, indicator, query, fill, place }} classCount={classes.length} />
      <NormMark answer={answer} indicator={indicator} place={place} />
      <OpenAreaMark answer={answer} indicator={indicator} place={place} />
      <div className="classes">
        {classes.map((legendClass) => (
          <ClassBox key={legendClass.pick} {...props} legendClass={legendClass} />
        ))}
      </div>
      <div className="ticks">
        {ticks.map((text, i) => (
          <span key={i} style={{ left: `${(i / (ticks.length - 1)) * 100}%` }}>
            {text !== null && !(isTight && i % 2 === 1 && i < ticks.length - 1) && (
              <Figure of={{ kind: "classes", query, pick: null }} isPassed>
                {text}
              </Figure>
            )}
          </span>
        ))}
      </div>
      <RampEnds indicator={indicator} isChange={answer.change !== undefined} />
    </div>
  );
}

interface ClassBoxProps extends Pick<RampProps, "query" | "chosen" | "onHover" | "onChoose"> {
  readonly legendClass: LegendClass;
}

/** A class as a button that picks it, with the number of its areas. */
function ClassBox({ legendClass, query, chosen, onHover, onChoose }: ClassBoxProps) {
  const words = useWords();
  const { pick, colour, count, label } = legendClass;
  const of = { kind: "classes", query, pick } as const;
  const written = words.number(count, "count", { whole: true });
  return (
    <div className="class-box">
      <button
        type="button"
        className="class"
        data-class={pick}
        aria-pressed={chosen === pick}
        aria-label={words.t.classOf(label, written)}
        title={label}
        onPointerEnter={() => onHover(pick)}
        onPointerLeave={() => onHover(null)}
        onFocus={() => onHover(pick)}
        onBlur={() => onHover(null)}
        onClick={() => onChoose(pick)}
        onKeyDown={(event) => openFigureOnKey(event, of)}
      >
        <i style={{ background: colour }} />
      </button>
      <Figure of={of} isPassed>
        {written}
      </Figure>
    </div>
  );
}
