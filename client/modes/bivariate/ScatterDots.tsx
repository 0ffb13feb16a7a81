// What stands in the scatter: the dots by class and people, the norms as lines, the names of those that stand apart.

import { useMemo } from "react";
import { BIVARIATE_COLOURS } from "#domain/bivariate";
import type { PairArea } from "#domain/contract/bivariate";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { outliersOf, placeNames } from "./outliers.ts";
import type { Dot, ScatterGeometry } from "./scatter.ts";
import type { BivariateColumns } from "./use_bivariate.ts";

/** Edges of the plot, in pixels. */
export interface Plot {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const circle = ({ x, y, r }: Dot): string =>
  `M${(x - r).toFixed(1)} ${y.toFixed(1)}a${r.toFixed(1)} ${r.toFixed(1)} 0 1 0 ${(2 * r).toFixed(1)} 0a${r.toFixed(1)} ${r.toFixed(1)} 0 1 0 ${(-2 * r).toFixed(1)} 0`;

export interface DotsProps {
  readonly dots: readonly Dot[];
  /** Those that stand out; null where all are alike. */
  readonly shines: ReadonlySet<string> | null;
}

/** The dots, a path for each class. */
export function Dots({ dots, shines }: DotsProps) {
  const { view } = useView();
  return BIVARIATE_COLOURS[view.theme].map((colour, at) => {
    const own = dots.filter((dot) => dot.at === at);
    const path = (isIn: boolean): string =>
      own
        .filter(({ code }) => shines === null || shines.has(code) === isIn)
        .map(circle)
        .join("");
    return (
      <g key={colour} fill={colour} className="dots">
        {shines && <path d={path(false)} className="is-out" />}
        <path d={path(true)} />
      </g>
    );
  });
}

export interface NormLinesProps extends Pick<ScatterGeometry, "xOf" | "yOf"> {
  readonly columns: BivariateColumns;
  readonly plot: Plot;
}

/** What a rule asks for, as lines across the plot with their words. */
export function NormLines({ columns: { need, second }, xOf, yOf, plot }: NormLinesProps) {
  const words = useWords();
  const { t } = words;
  const y = need.norm && yOf(need.norm.value);
  const x = second.norm && xOf(second.norm.value);
  return (
    <g className="norm">
      {need.norm && y !== undefined && y >= plot.top && y <= plot.bottom && (
        <>
          <path d={`M${plot.left} ${y}H${plot.right}`} />
          <text x={plot.right} y={y - 4} className="is-end">
            {t.bivariate.norm(words.number(need.norm.value, need.unit))}
          </text>
        </>
      )}
      {second.norm && x !== undefined && x >= plot.left && x <= plot.right && (
        <>
          <path d={`M${x} ${plot.top}V${plot.bottom}`} />
          <text
            x={x + (x > (plot.left + plot.right) / 2 ? -5 : 5)}
            y={plot.top + 10}
            className={x > (plot.left + plot.right) / 2 ? "is-end" : "is-start"}
          >
            {t.bivariate.norm(words.number(second.norm.value, second.unit))}
          </text>
        </>
      )}
    </g>
  );
}

export interface OutlierNamesProps {
  readonly dots: readonly Dot[];
  readonly areaOf: ReadonlyMap<string, PairArea>;
  readonly plot: Plot;
}

/** Room that a name takes with what is free around it, in square pixels, and how many are named at most. */
const ROOM_PX2 = 30_000;
const MOST = 18;

/** The names of the dots that stand apart, with the area above where a name repeats. */
export function OutlierNames({ dots, areaOf, plot }: OutlierNamesProps) {
  const { text, t } = useWords();
  const names = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { names: own } of areaOf.values()) counts.set(text(own), (counts.get(text(own)) ?? 0) + 1);
    const nameOf = (code: string): string => {
      const area = areaOf.get(code);
      if (!area) return "";
      const own = text(area.names);
      const above = area.parentNames.at(-1);
      return counts.get(own)! > 1 && above ? t.join([own, text(above)]) : own;
    };
    const room = Math.max(0, plot.right - plot.left) * Math.max(0, plot.bottom - plot.top);
    const named = outliersOf(dots, Math.min(MOST, Math.floor(room / ROOM_PX2)));
    return placeNames(
      named.map((dot) => ({ dot, name: nameOf(dot.code) })),
      dots,
      plot,
    );
  }, [dots, areaOf, plot, text, t]);
  return (
    <g className="outliers" aria-hidden="true">
      {names.map(({ code, name, x, y }) => (
        <text key={code} x={x} y={y} className="is-start">
          {name}
        </text>
      ))}
    </g>
  );
}
