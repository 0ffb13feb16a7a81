// The change of the index since the first period, as steps: what fewer poor did, what less deprivation among them did.

import { scaleBand, scaleLinear } from "d3-scale";
import type { Profile } from "#domain/contract/areas";
import { useWords } from "#client/i18n/words.ts";
import { Marks } from "#client/charts/Marks.tsx";
import type { ChartMark } from "#client/charts/Marks.tsx";
import type { FigureRef } from "#client/model/figure_ref.ts";
import { Figure } from "#client/figures/Figure.tsx";
import { Sentence } from "#client/figures/Sentence.tsx";
import { splitChange } from "./change_split.ts";
import { HEADCOUNT_RATIO, INTENSITY, changeSteps } from "./change_steps.ts";
import type { ChangeStep } from "./change_steps.ts";
import { entryOf } from "#client/lenses/facts.ts";
import "./what_changed.css";

/** Height of the number over a step. */
const LABEL = 16;
const BOX = { width: 348, height: 96, top: 16, bottom: 6 };

export function WhatChanged({ profile }: { readonly profile: Profile }) {
  const words = useWords();
  const t = words.t.panels;
  const split = splitChange(entryOf(profile, HEADCOUNT_RATIO), entryOf(profile, INTENSITY), profile.period);
  if (!split) return null;
  const { from, to, incidence } = split;
  const change = to.mpi - from.mpi;
  const steps = changeSteps(split, profile.area.code, words);
  const span = t.between(from.period, to.period);
  const ofChange: FigureRef = {
    kind: "derived",
    title: t.whatChanged,
    how: t.shapleyHow,
    from: steps.map(({ label, text, of }) => [label, text, of] as const),
  };
  return (
    <section>
      <h3>
        {t.whatChanged} <small>{span}</small>
      </h3>
      <figure className="steps">
        <StepChart steps={steps} label={words.t.join([t.whatChanged, span])} />
        <figcaption className="steps-names">
          {steps.map(({ key, label }) => (
            <span key={key}>{label}</span>
          ))}
        </figcaption>
      </figure>
      <p className="panel-note">
        <Sentence of={t.changeSentence({ incidence, change, of: ofChange })} />
        <Figure of={ofChange}>{words.difference(change, "index")}</Figure>
      </p>
    </section>
  );
}

/** Less is better. */
const toneOf = ({ key, low, high }: ChangeStep): string =>
  key === "from" || key === "to" ? "is-whole" : high < low ? "is-good" : high > low ? "is-bad" : "";

interface StepChartProps {
  readonly steps: readonly ChangeStep[];
  /** Of the picture. */
  readonly label: string;
}

/** A bar for each step, and a line from the end of one to the next. */
function StepChart({ steps, label: name }: StepChartProps) {
  const { t } = useWords();
  const x = scaleBand(
    steps.map(({ key }) => key),
    [0, BOX.width],
  ).padding(0.16);
  const most = Math.max(...steps.map(({ high }) => high));
  const y = scaleLinear([0, most || 1], [BOX.height - BOX.bottom, BOX.top]);
  const width = x.bandwidth();
  const marks = steps.map(({ key, label, low, high, text, of }, column): ChartMark => {
    const top = y(Math.max(low, high)) - LABEL;
    const height = Math.max(LABEL + 1, y(Math.min(low, high)) - top);
    return { key, label: t.pair(label, text), of, column, row: 0, x: x(key)!, y: top, width, height };
  });
  return (
    <Marks box={BOX} marks={marks} start="to">
      <svg role="img" viewBox={`0 0 ${BOX.width} ${BOX.height}`} aria-label={name}>
        <path d={`M0 ${y(0)}H${BOX.width}`} className="base" />
        {steps.map((step, i) => {
          const next = steps[i + 1];
          const left = x(step.key)!;
          const top = y(Math.max(step.low, step.high));
          const height = Math.max(1, y(Math.min(step.low, step.high)) - top);
          return (
            <g key={step.key}>
              <rect x={left} y={top} width={width} height={height} className={toneOf(step)} />
              {next && <path d={`M${left + width} ${y(step.high)}H${x(next.key)!}`} className="lead" />}
              <text x={left + width / 2} y={top - 5}>
                {step.text}
              </text>
            </g>
          );
        })}
      </svg>
    </Marks>
  );
}
