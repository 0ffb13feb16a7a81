// The classes as one strip with their bounds below: the legend where there is no room for more.

import { useState } from "react";
import { useWidth } from "#client/ui/use_width.ts";
import type { UnitId } from "#domain/unit";
import { useWords } from "#client/i18n/words.ts";
import type { ClassFill } from "#client/model/fill.ts";
import { Figure } from "#client/figures/Figure.tsx";
import type { FigureRef } from "#client/model/figure_ref.ts";
import { useClassFill } from "#client/data/use_classes.ts";
import { useView } from "#client/data/view_context.ts";
import { RampEnds } from "./RampEnds.tsx";
import { areTight, digitsApart } from "./bounds.ts";
import "./ramp.css";
import "./ramp_strip.css";

export interface RampStripProps {
  readonly fill: Pick<ClassFill, "breaks" | "colours" | "zeroColour">;
  /** Unit of the breaks. */
  readonly unit: UnitId;
  /** What a press on a bound asks; without it the strip is a picture only. */
  readonly figureRef?: FigureRef;
}

export function RampStrip({ fill, unit, figureRef }: RampStripProps) {
  const words = useWords();
  const { breaks, colours, zeroColour } = fill;
  const write = (value: number, digits: number): string => words.number(value, unit, { bare: true, digits });
  // What is not zero is not written as zero.
  const digits = digitsApart([0, ...breaks], write);
  const [box, setBox] = useState<HTMLElement | null>(null);
  const written = breaks.map((value) => write(value, digits));
  const isTight = areTight(written, useWidth(box));
  const bound = (label: string) =>
    figureRef ? (
      <Figure of={figureRef} isPassed>
        {label}
      </Figure>
    ) : (
      label
    );
  return (
    <div ref={setBox} className="ramp-strip" aria-hidden={figureRef === undefined}>
      {zeroColour !== null && (
        <span>
          <i style={{ background: zeroColour }} />
          <b className="is-within">{write(0, 0)}</b>
        </span>
      )}
      {colours.map((colour, i) => (
        <span key={colour}>
          <i style={{ background: colour }} />
          {i < breaks.length && !(isTight && i % 2 === 1) && <b>{bound(written[i]!)}</b>}
        </span>
      ))}
    </div>
  );
}

/** The strip of what the map shows; nothing where the map has no classes of one indicator. */
export function ShownStrip() {
  const { catalog } = useView();
  const { classes, fill } = useClassFill();
  const indicator = catalog.indicators.find(({ id }) => id === classes.shown?.answer.indicator);
  if (!indicator || fill.kind !== "classes") return null;
  return (
    <>
      <RampStrip fill={fill} unit={indicator.unit} />
      <RampEnds indicator={indicator} isChange={classes.shown?.answer.change !== undefined} />
    </>
  );
}
