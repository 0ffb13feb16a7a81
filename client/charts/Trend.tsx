// An indicator over all periods, with the parent's dashed beside it where it is known.

import { useState } from "react";
import type { ProfileIndicator } from "#domain/contract/areas";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { useWords } from "#client/i18n/words.ts";
import type { FigureRef } from "#client/model/figure_ref.ts";
import { Marks } from "./Marks.tsx";
import type { ChartMark } from "./Marks.tsx";
import { placeTrend } from "./trend.ts";
import "./charts.css";

const BOX = { width: 348, height: 104, left: 40, right: 14, top: 12, bottom: 20 };

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

export function Trend({ entry, indicator, period, onPeriod, of }: TrendProps) {
  const words = useWords();
  const { t } = words;
  const [over, setOver] = useState<string | null>(null);
  const { path, dots, missing, ticks, xOf } = placeTrend(
    entry.trend,
    BOX,
    indicator.methodChanges?.map((change) => change.period),
  );
  const write = (value: number): string => words.number(value, indicator.unit);
  const shown = dots.find((dot) => dot.period === (over ?? period));
  const step = entry.trend.length > 1 ? (BOX.width - BOX.left - BOX.right) / (entry.trend.length - 1) : 40;
  const baseline = BOX.height - BOX.bottom;
  const ends = [entry.trend[0]?.period, entry.trend[entry.trend.length - 1]?.period];
  const isClear = (year: string | undefined): year is string =>
    year !== undefined && (year === period || Math.abs(xOf(year) - xOf(period)) > 40);
  const years = [...new Set([...ends, period])].filter(isClear);
  const marks = of
    ? dots.map((dot, column): ChartMark => ({
        key: dot.period,
        label: t.pair(dot.period, write(dot.value)),
        of: of(dot.period),
        column,
        row: 0,
        x: dot.x - REACH,
        y: dot.y - REACH,
        width: 2 * REACH,
        height: 2 * REACH,
      }))
    : [];
  return (
    <figure className="trend">
      <Marks box={BOX} marks={marks} start={period} onOver={(mark) => setOver(mark?.key ?? null)}>
        <svg
          viewBox={`0 0 ${BOX.width} ${BOX.height}`}
          role="img"
          aria-label={t.trendOf(words.label(indicator.label))}
        >
          {ticks.map(({ value, y }) => (
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
          ))}
          {indicator.methodChanges?.map(({ period: begins, label }) => {
            const x = xOf(begins) - step / 2;
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
              {over ? `${shown.period}  ${write(shown.value)}` : ""}
            </text>
          )}
          {years.map((year) => (
            <text
              key={year}
              x={xOf(year)}
              y={BOX.height - 4}
              className={year === period ? "year is-on" : "year"}
            >
              {year}
            </text>
          ))}
          {entry.trend.map((point) => (
            <rect
              key={point.period}
              x={xOf(point.period) - step / 2}
              y={0}
              width={step}
              height={BOX.height}
              fill="transparent"
              onPointerEnter={() => setOver(point.period)}
              onPointerLeave={() => setOver(null)}
              onClick={() => onPeriod(point.period)}
            />
          ))}
        </svg>
      </Marks>
      {indicator.methodChanges?.map(({ period: begins, label }) => (
        <figcaption key={begins}>{t.methodSince(begins, words.text(label))}</figcaption>
      ))}
      {missing.length > 0 && (
        <figcaption>{t.trendMissing(missing.map((gap) => gap.period).join(", "))}</figcaption>
      )}
      <table className="visually-hidden">
        <caption>{t.trendOf(words.label(indicator.label))}</caption>
        <tbody>
          {entry.trend.map((point) => (
            <tr key={point.period}>
              <th scope="row">{point.period}</th>
              <td>
                {point.value !== undefined
                  ? write(point.value)
                  : point.missing
                    ? words.missing(point.missing)
                    : ""}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
