// The change of the index since the first period, as steps: what fewer poor did, what less deprivation among them did.

import { scaleBand, scaleLinear } from "d3-scale";
import type { Profile } from "#domain/contract/areas";
import { useWords } from "#client/i18n/words.ts";
import { Marks } from "#client/charts/Marks.tsx";
import type { ChartMark } from "#client/charts/Marks.tsx";
import { areaFigureRef } from "#client/model/figure_ref.ts";
import type { FigureRef, DerivedFrom } from "#client/model/figure_ref.ts";
import { Figure } from "#client/figures/Figure.tsx";
import { Sentence } from "#client/figures/Sentence.tsx";
import { splitChange } from "./change_split.ts";
import { entryOf } from "#client/lenses/facts.ts";
import "./what_changed.css";

const HEADCOUNT_RATIO = "multidimensional_headcount_ratio";
const INTENSITY = "intensity";
/** Height of the number over a step. */
const LABEL = 16;
const BOX = { width: 348, height: 96, top: 16, bottom: 6 };

export function WhatChanged({ profile }: { readonly profile: Profile }) {
  const words = useWords();
  const t = words.t.panels;
  const split = splitChange(entryOf(profile, HEADCOUNT_RATIO), entryOf(profile, INTENSITY), profile.period);
  if (!split) return null;
  const { from, to, incidence, intensity } = split;
  const middle = from.mpi + incidence;
  const steps = [
    { key: "from", label: from.period, low: 0, high: from.mpi, text: words.number(from.mpi, "index") },
    {
      key: "incidence",
      label: t.byIncidence(incidence),
      low: from.mpi,
      high: middle,
      text: words.difference(incidence, "index"),
    },
    {
      key: "intensity",
      label: t.byIntensity(intensity),
      low: middle,
      high: to.mpi,
      text: words.difference(intensity, "index"),
    },
    { key: "to", label: to.period, low: 0, high: to.mpi, text: words.number(to.mpi, "index") },
  ];
  const x = scaleBand(
    steps.map(({ key }) => key),
    [0, BOX.width],
  ).padding(0.16);
  const y = scaleLinear([0, Math.max(from.mpi, middle, to.mpi) || 1], [BOX.height - BOX.bottom, BOX.top]);
  const { area } = profile;
  const at = (id: string, label: string): FigureRef => areaFigureRef(area.code, id, label);
  const atBothEnds = (name: string, id: string, ends: readonly [number, number]): DerivedFrom[] =>
    [from, to].map(({ period }, end) => [
      `${name} ${period}`,
      words.number(ends[end]!, "share", { digits: 2 }),
      at(id, period),
    ]);
  const splitBy = (title: string, how: string): FigureRef => ({
    kind: "derived",
    title: words.t.join([title, t.between(from.period, to.period)]),
    how,
    from: [
      ...atBothEnds("H", HEADCOUNT_RATIO, split.headcountRatios),
      ...atBothEnds("A", INTENSITY, split.intensities),
    ],
  });
  const ofStep: Readonly<Record<string, FigureRef>> = {
    from: at("mpi", from.period),
    incidence: splitBy(t.byIncidence(incidence), t.byIncidenceHow),
    intensity: splitBy(t.byIntensity(intensity), t.byIntensityHow),
    to: at("mpi", to.period),
  };
  const ofChange: FigureRef = {
    kind: "derived",
    title: t.whatChanged,
    how: t.shapleyHow,
    from: steps.map(({ key, label, text }) => [label, text, ofStep[key]!] as const),
  };
  const marks = steps.map(({ key, label, low, high, text }, column): ChartMark => {
    const top = y(Math.max(low, high)) - LABEL;
    return {
      key,
      label: words.t.pair(label, text),
      of: ofStep[key]!,
      column,
      row: 0,
      x: x(key)!,
      y: top,
      width: x.bandwidth(),
      height: Math.max(LABEL + 1, y(Math.min(low, high)) - top),
    };
  });
  return (
    <section>
      <h3>
        {t.whatChanged} <small>{t.between(from.period, to.period)}</small>
      </h3>
      <figure className="steps">
        <Marks box={BOX} marks={marks} start="to">
          <svg
            role="img"
            viewBox={`0 0 ${BOX.width} ${BOX.height}`}
            aria-label={words.t.join([t.whatChanged, t.between(from.period, to.period)])}
          >
            <path d={`M0 ${y(0)}H${BOX.width}`} className="base" />
            {steps.map(({ key, low, high, text }, i) => {
              const next = steps[i + 1];
              const isStep = key === "incidence" || key === "intensity";
              const tone = isStep ? (high < low ? "is-good" : high > low ? "is-bad" : "") : "is-whole";
              const top = y(Math.max(low, high));
              return (
                <g key={key}>
                  <rect
                    x={x(key)}
                    y={top}
                    width={x.bandwidth()}
                    height={Math.max(1, y(Math.min(low, high)) - top)}
                    className={tone}
                  />
                  {next && (
                    <path d={`M${x(key)! + x.bandwidth()} ${y(high)}H${x(next.key)!}`} className="lead" />
                  )}
                  <text x={x(key)! + x.bandwidth() / 2} y={top - 5}>
                    {text}
                  </text>
                </g>
              );
            })}
          </svg>
        </Marks>
        <figcaption className="steps-names">
          {steps.map(({ key, label }) => (
            <span key={key}>{label}</span>
          ))}
        </figcaption>
      </figure>
      <p className="panel-note">
        <Sentence of={t.changeSentence({ incidence, change: to.mpi - from.mpi, of: ofChange })} />
        <Figure of={ofChange}>{words.difference(to.mpi - from.mpi, "index")}</Figure>
      </p>
    </section>
  );
}
