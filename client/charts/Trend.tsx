// An indicator over all periods, with the parent's dashed beside it where it is known.

import { useState } from "react";
import type { ProfileIndicator } from "#domain/contract/areas";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { useWords } from "#client/i18n/words.ts";
import type { Words } from "#client/i18n/words.ts";
import type { FigureRef } from "#client/model/figure_ref.ts";
import { Marks } from "./Marks.tsx";
import type { ChartMark } from "./Marks.tsx";
import { placeTrend } from "./trend.ts";
import type { TrendGeometry } from "./trend.ts";
import "./charts.css";

const BOX = { width: 348, height: 104, left: 40, right: 14, top: 12, bottom: 20 };

/** Pixels between two years that can be written side by side. */
const YEAR_GAP = 40;

/** Half the side of what is pressed for a point. */
const REACH = 9;

export interface TrendProps {
  readonly entry: ProfileIndicator;
  readonly indicator: CatalogIndicator;
  readonly period: string;
  onPeriod(period: string): void;
  /** What a press on a point asks; without it the chart is a picture only. */
  of?(period: string): FigureRef;
}

export function Trend(props: TrendProps) {
  const { entry, indicator, period } = props;
  const words = useWords();
  const { t } = words;
  const [over, setOver] = useState<string | null>(null);
  const changes = indicator.methodChanges;
  const placed = placeTrend(
    entry.trend,
    BOX,
    changes?.map((change) => change.period),
  );
  const { missing } = placed;
  const title = t.trendOf(words.label(indicator.label));
  return (
    <figure className="trend">
      <Marks
        box={BOX}
        marks={trendMarks(props, placed, words)}
        start={period}
        onOver={(mark) => setOver(mark?.key ?? null)}
      >
        <svg viewBox={`0 0 ${BOX.width} ${BOX.height}`} role="img" aria-label={title}>
          <TrendGrid indicator={indicator} ticks={placed.ticks} />
          <TrendLine {...{ entry, indicator, period, placed, over }} />
          <TrendYears {...{ entry, period }} xOf={placed.xOf} />
          {entry.trend.map((point) => (
            <rect
              key={point.period}
              x={placed.xOf(point.period) - stepOf(entry) / 2}
              y={0}
              width={stepOf(entry)}
              height={BOX.height}
              fill="transparent"
              onPointerEnter={() => setOver(point.period)}
              onPointerLeave={() => setOver(null)}
              onClick={() => props.onPeriod(point.period)}
            />
          ))}
        </svg>
      </Marks>
      {changes?.map(({ period: begins, label }) => (
        <figcaption key={begins}>{t.methodSince(begins, words.text(label))}</figcaption>
      ))}
      {missing.length > 0 && (
        <figcaption>{t.trendMissing(missing.map((gap) => gap.period).join(", "))}</figcaption>
      )}
      <TrendTable entry={entry} indicator={indicator} title={title} />
    </figure>
  );
}

/** Pixels from one period to the next. */
const stepOf = ({ trend }: ProfileIndicator): number =>
  trend.length > 1 ? (BOX.width - BOX.left - BOX.right) / (trend.length - 1) : 40;

/** What can be pressed: every point, where the chart is more than a picture. */
function trendMarks({ indicator, of }: TrendProps, { dots }: TrendGeometry, words: Words): ChartMark[] {
  if (!of) return [];
  return dots.map((dot, column) => ({
    key: dot.period,
    label: words.t.pair(dot.period, words.number(dot.value, indicator.unit)),
    of: of(dot.period),
    column,
    row: 0,
    x: dot.x - REACH,
    y: dot.y - REACH,
    width: 2 * REACH,
    height: 2 * REACH,
  }));
}

/** The lines of the scale with their numbers. */
function TrendGrid({ indicator, ticks }: Pick<TrendProps, "indicator"> & Pick<TrendGeometry, "ticks">) {
  const words = useWords();
  return ticks.map(({ value, y }) => (
    <g key={value}>
      <path
        d={`M${BOX.left - 6} ${y}H${BOX.width - BOX.right + 8}`}
        className={value === 0 ? "base" : "grid"}
      />
      <text x={BOX.left - 10} y={y + 3.5} className="tick">
        {words
          .number(value, indicator.unit, { bare: true, digits: indicator.unit === "index" ? 2 : 0 })
          .replace(/\.0(?=\D)/, "")}
      </text>
    </g>
  ));
}

interface TrendLineProps extends Pick<TrendProps, "entry" | "indicator" | "period"> {
  readonly placed: TrendGeometry;
  /** The period that is pointed at. */
  readonly over: string | null;
}

/** The line with its points, gaps and breaks of method, and the value that is pointed at. */
function TrendLine({ entry, indicator, period, placed, over }: TrendLineProps) {
  const words = useWords();
  const { path, dots, missing, xOf } = placed;
  const baseline = BOX.height - BOX.bottom;
  const shown = dots.find((dot) => dot.period === (over ?? period));
  return (
    <>
      {indicator.methodChanges?.map(({ period: begins, label }) => {
        const x = xOf(begins) - stepOf(entry) / 2;
        return (
          <path key={begins} d={`M${x} ${BOX.top}V${baseline}`} className="method">
            <title>{`${begins} ${words.text(label)}`}</title>
          </path>
        );
      })}
      {missing.map((gap) => (
        <path key={gap.period} d={`M${gap.x - 3} ${baseline - 3}l6 6m0 -6l-6 6`} className="gap">
          <title>{`${gap.period}`}</title>
        </path>
      ))}
      <path d={path} className="line" />
      {dots.map((dot) => (
        <circle key={dot.period} cx={dot.x} cy={dot.y} r={dot.period === period ? 4.5 : 2.5} />
      ))}
      {shown && (
        <text
          x={Math.min(Math.max(shown.x, BOX.left + 20), BOX.width - 24)}
          y={Math.max(10, shown.y - 9)}
          className="value"
        >
          {over ? `${shown.period}  ${words.number(shown.value, indicator.unit)}` : ""}
        </text>
      )}
    </>
  );
}

/** The first, the last and the present year, where there is room for each. */
function TrendYears({
  entry,
  period,
  xOf,
}: Pick<TrendProps, "entry" | "period"> & Pick<TrendGeometry, "xOf">) {
  const ends = [entry.trend[0]?.period, entry.trend[entry.trend.length - 1]?.period];
  const isClear = (year: string | undefined): year is string =>
    year !== undefined && (year === period || Math.abs(xOf(year) - xOf(period)) > YEAR_GAP);
  const years = [...new Set([...ends, period])].filter(isClear);
  return years.map((year) => (
    <text key={year} x={xOf(year)} y={BOX.height - 4} className={year === period ? "year is-on" : "year"}>
      {year}
    </text>
  ));
}

/** The same figures as a table, for those who do not see the line. */
function TrendTable({
  entry,
  indicator,
  title,
}: Pick<TrendProps, "entry" | "indicator"> & { readonly title: string }) {
  const words = useWords();
  const write = ({ value, missing }: ProfileIndicator["trend"][number]): string =>
    value !== undefined ? words.number(value, indicator.unit) : missing ? words.missing(missing) : "";
  return (
    <table className="visually-hidden">
      <caption>{title}</caption>
      <tbody>
        {entry.trend.map((point) => (
          <tr key={point.period}>
            <th scope="row">{point.period}</th>
            <td>{write(point)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
