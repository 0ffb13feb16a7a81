// The change of the index since the first period, as steps: what fewer poor did, what less deprivation among them did.

import { scaleBand, scaleLinear } from "d3-scale";
import type { Profile } from "#domain/contract/areas";
import { useWords } from "../i18n/words.ts";
import { Worked } from "../provenance/Worked.tsx";
import { splitChange } from "./change_split.ts";
import { entryOf } from "./facts.ts";
import "./what_changed.css";

const BOX = { width: 348, height: 96, top: 16, bottom: 6 };

export function WhatChanged({ profile }: { readonly profile: Profile }) {
  const words = useWords();
  const t = words.t.panels;
  const split = splitChange(
    entryOf(profile, "multidimensional_headcount_ratio"),
    entryOf(profile, "intensity"),
    profile.period,
  );
  if (!split) return null;
  const { from, to, incidence, intensity } = split;
  const middle = from.mpi + incidence;
  const steps = [
    { key: "from", label: from.period, low: 0, high: from.mpi, text: words.number(from.mpi, "index") },
    {
      key: "incidence",
      label: t.byIncidence,
      low: from.mpi,
      high: middle,
      text: words.difference(incidence, "index"),
    },
    {
      key: "intensity",
      label: t.byIntensity,
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
  const facts: [string, string][] = steps.map(({ label, text }) => [label, text]);
  return (
    <section>
      <h3>
        {t.whatChanged} <small>{t.between(from.period, to.period)}</small>
      </h3>
      <figure className="steps">
        <svg
          viewBox={`0 0 ${BOX.width} ${BOX.height}`}
          role="img"
          aria-label={facts.map((pair) => words.t.pair(...pair)).join("; ")}
        >
          <path d={`M0 ${y(0)}H${BOX.width}`} className="base" />
          {steps.map(({ key, low, high, text }, at) => {
            const next = steps[at + 1];
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
        <figcaption className="steps-names">
          {steps.map(({ key, label }) => (
            <span key={key}>{label}</span>
          ))}
        </figcaption>
      </figure>
      <p className="told">
        {t.changeSaid({ incidence, intensity, change: to.mpi - from.mpi })}{" "}
        <Worked title={t.whatChanged} how={t.shapleyHow} from={facts}>
          {words.difference(to.mpi - from.mpi, "index")}
        </Worked>
      </p>
    </section>
  );
}
