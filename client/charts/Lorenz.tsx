// The Lorenz curve: how much of the income the poorest people have. A slider below it, the pointer or a finger reads it.

import type { PointerEvent, ReactNode } from "react";
import { useWords } from "#client/i18n/words.ts";
import { openFigure } from "#client/model/figure_ref.ts";
import type { FigureRef } from "#client/model/figure_ref.ts";
import { placeLorenz } from "./lorenz.ts";
import type { LorenzPoint } from "./lorenz.ts";
import "./lorenz.css";

const BOX = { width: 348, height: 190, left: 40, right: 14, top: 8, bottom: 20 };

export interface LorenzProps {
  readonly title: string;
  /** From [0, 0] to [1, 1]. */
  readonly points: readonly LorenzPoint[];
  /** The inner point that is read. */
  readonly read: LorenzPoint;
  /** Called with the share of people that is pointed at. */
  onRead(people: number): void;
  /** What a point asks; Enter and `i` on the slider ask for the point that is read. */
  of(people: number): FigureRef;
  /** The sentence about the point. */
  readonly children: ReactNode;
}

export function Lorenz(props: LorenzProps) {
  const { title, points, children } = props;
  const words = useWords();
  const t = words.t.panels.lorenz;
  const inner = points.slice(1, -1);
  return (
    <figure className="lorenz">
      <LorenzCurve {...props} />
      <LorenzSlider {...props} inner={inner} />
      <figcaption>{children}</figcaption>
      <table className="visually-hidden">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t.people}</th>
            <th scope="col">{t.income}</th>
          </tr>
        </thead>
        <tbody>
          {inner.map((point) => (
            <tr key={point.people}>
              <th scope="row">{words.number(point.people, "share", { digits: 0 })}</th>
              <td>{words.number(point.income, "share")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

/** The curve, the line of equality, and the point that is read. */
function LorenzCurve({ title, points, read, onRead, of }: LorenzProps) {
  const words = useWords();
  const t = words.t.panels.lorenz;
  const { curve, gap, equality, dots, ticks } = placeLorenz(points, BOX);
  const marked = dots.find((dot) => dot.people === read.people)!;
  const onMove = (event: PointerEvent<SVGElement>): void => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - left) / width) * BOX.width;
    onRead((x - BOX.left) / (BOX.width - BOX.left - BOX.right));
  };
  return (
    <svg
      viewBox={`0 0 ${BOX.width} ${BOX.height}`}
      role="img"
      aria-label={title}
      onPointerMove={onMove}
      onPointerDown={onMove}
    >
      <LorenzScale ticks={ticks} />
      <path d={gap} className="gap" />
      <path d={equality} className="equality" />
      <path d={curve} className="line" />
      <path d={`M${marked.at[0]} ${BOX.height - BOX.bottom}V${marked.at[1]}H${BOX.left}`} className="lead" />
      {dots.slice(1, -1).map((dot) => (
        <circle key={dot.people} cx={dot.at[0]} cy={dot.at[1]} r={dot === marked ? 4.5 : 2.5} />
      ))}
      <circle
        cx={marked.at[0]}
        cy={marked.at[1]}
        r={9}
        className="catch"
        onClick={(event) => openFigure(of(read.people), event.currentTarget.getBoundingClientRect())}
      />
      <text x={BOX.left + 8} y={BOX.top + 12} className="is-start">
        {t.income}
      </text>
      <text x={BOX.width - BOX.right - 100} y={BOX.top + 54} className="is-end">
        {t.equality}
      </text>
    </svg>
  );
}

/** The lines of the income with their shares, and the shares of people under them. */
function LorenzScale({ ticks }: Pick<ReturnType<typeof placeLorenz>, "ticks">) {
  const words = useWords();
  const t = words.t.panels.lorenz;
  const whole = (value: number): string => words.number(value, "share", { digits: 0 });
  const bare = (value: number): string => words.number(value, "share", { bare: true, digits: 0 });
  return ticks.map(({ value, x, y }) => (
    <g key={value}>
      <path d={`M${BOX.left} ${y}H${BOX.width - BOX.right}`} className={value === 0 ? "base" : "grid"} />
      <text x={BOX.left - 6} y={y + 3.5} className="is-end">
        {bare(value)}
      </text>
      <text x={x} y={BOX.height - 4} className={value === 1 ? "is-end" : value === 0 ? "is-start" : ""}>
        {value === 0 ? t.people : value === 1 ? whole(value) : bare(value)}
      </text>
    </g>
  ));
}

interface LorenzSliderProps extends LorenzProps {
  /** The points that can be read. */
  readonly inner: readonly LorenzPoint[];
}

/** Reads the points one after the other by keys. */
function LorenzSlider({ inner, read, onRead, of }: LorenzSliderProps) {
  const words = useWords();
  const t = words.t.panels.lorenz;
  const people = words.number(read.people, "share", { digits: 0 });
  return (
    <input
      type="range"
      min={0}
      max={inner.length - 1}
      step={1}
      value={inner.indexOf(read)}
      aria-label={t.read}
      aria-valuetext={t.sentence(people, words.number(read.income, "share"))}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== "i") return;
        event.stopPropagation();
        openFigure(of(read.people), event.currentTarget.getBoundingClientRect());
      }}
      onChange={(event) => onRead(inner[Number(event.target.value)]!.people)}
    />
  );
}
