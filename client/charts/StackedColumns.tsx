// What a whole is made of, period by period: stacked columns with their table for those who do not see them.

import { useState } from "react";
import { useWords } from "#client/i18n/words.ts";
import type { Words } from "#client/i18n/words.ts";
import type { FigureRef } from "#client/model/figure_ref.ts";
import { Marks } from "./Marks.tsx";
import type { ChartMark } from "./Marks.tsx";
import { placeStack } from "./stack.ts";
import type { StackGeometry, StackedPeriod } from "./stack.ts";
import "./stacked_columns.css";

const BOX = { width: 348, height: 118, left: 40, right: 4, top: 14, bottom: 18 };

export interface StackKey {
  readonly key: string;
  readonly label: string;
  /** A CSS colour. */
  readonly colour: string;
  readonly isHatched?: boolean;
}

export interface StackedColumnsProps {
  readonly title: string;
  readonly keys: readonly StackKey[];
  readonly periods: readonly StackedPeriod[];
  readonly period: string;
  write(value: number): string;
  tick(value: number): string;
  onPeriod(period: string): void;
  /** What a press on a part asks; null is the whole column. */
  of(period: string, key: string | null): FigureRef;
}

export function StackedColumns(props: StackedColumnsProps) {
  const { title, keys, periods, period } = props;
  const { t } = useWords();
  const [over, setOver] = useState<string | null>(null);
  const stack = placeStack(
    periods,
    keys.map(({ key }) => key),
    BOX,
  );
  const { missing } = stack;
  const named = over ?? period;
  return (
    <figure className="stacked">
      <Marks
        box={BOX}
        marks={stackMarks(props, stack, t)}
        start={period}
        onOver={(mark) => setOver(mark ? periods[mark.column]!.period : null)}
      >
        <svg role="img" viewBox={`0 0 ${BOX.width} ${BOX.height}`} aria-label={title}>
          <StackParts {...props} stack={stack} named={named} />
          <StackTotal {...props} stack={stack} named={named} />
          {periods.map((column) => (
            <ColumnYear
              key={column.period}
              {...props}
              stack={stack}
              named={named}
              year={column.period}
              onOver={setOver}
            />
          ))}
        </svg>
      </Marks>
      {missing.length > 0 && (
        <figcaption>{t.trendMissing(missing.map((gap) => gap.period).join(", "))}</figcaption>
      )}
      <StackTable {...props} />
    </figure>
  );
}

interface DrawnStack {
  readonly stack: StackGeometry;
  /** The period whose total is written: the one pointed at, else the present one. */
  readonly named: string;
}

/** The scale, the parts of each column, and a cross where a period has no value. */
function StackParts({
  stack: { ticks, parts, missing },
  named,
  keys,
  tick,
}: DrawnStack & Pick<StackedColumnsProps, "keys" | "tick">) {
  const baseline = BOX.height - BOX.bottom;
  return (
    <>
      {ticks.map(({ value, y }) => (
        <g key={value}>
          <path
            d={`M${BOX.left - 6} ${y}H${BOX.width - BOX.right}`}
            className={value === 0 ? "base" : "grid"}
          />
          <text x={BOX.left - 10} y={y + 3.5} className="tick">
            {tick(value)}
          </text>
        </g>
      ))}
      {parts.map((part) => {
        const { colour, isHatched } = keys.find(({ key }) => key === part.key)!;
        return (
          <rect
            key={`${part.period} ${part.key}`}
            x={part.x}
            y={part.y}
            width={part.width}
            height={part.height}
            className={isHatched ? "part is-hatched" : "part"}
            style={{ fill: colour, opacity: named === part.period ? 1 : 0.7 }}
          />
        );
      })}
      {missing.map((gap) => (
        <path key={gap.period} d={`M${gap.x - 3} ${baseline - 9}l6 6m0 -6l-6 6`} className="gap" />
      ))}
    </>
  );
}

/** The total over a column. */
function StackTotal({
  stack: { parts, columnOf },
  named,
  write,
}: DrawnStack & Pick<StackedColumnsProps, "write">) {
  const shown = parts.filter((part) => part.period === named);
  if (shown.length === 0) return null;
  const { x, width } = columnOf(named);
  const isLast = x + width > BOX.width - 40;
  return (
    <text
      x={isLast ? x + width : Math.max(x + width / 2, BOX.left + 24)}
      y={Math.max(10, Math.min(...shown.map(({ y }) => y)) - 4)}
      className={isLast ? "value is-end" : "value"}
    >
      {write(shown.reduce((sum, { value }) => sum + value, 0))}
    </text>
  );
}

interface ColumnYearProps extends DrawnStack, Pick<StackedColumnsProps, "periods" | "period" | "onPeriod"> {
  readonly year: string;
  onOver(year: string | null): void;
}

/** The name of a column (of the first, the last, the present one and the one pointed at), and its whole height to press. */
function ColumnYear({ stack, named, periods, period, onPeriod, year, onOver }: ColumnYearProps) {
  const { x, width } = stack.columnOf(year);
  const written = [periods[0]?.period, periods[periods.length - 1]?.period, period, named];
  return (
    <g>
      {written.includes(year) && (
        <text x={x + width / 2} y={BOX.height - 4} className={year === named ? "year is-on" : "year"}>
          {year}
        </text>
      )}
      <rect
        x={x - 3}
        y={0}
        width={width + 6}
        height={BOX.height}
        className="column"
        onPointerEnter={() => onOver(year)}
        onPointerLeave={() => onOver(null)}
        onClick={() => onPeriod(year)}
      />
    </g>
  );
}

/** What can be pressed: every part, and the whole above each column. */
function stackMarks(
  { keys, periods, write, of }: StackedColumnsProps,
  { parts, columnOf }: StackGeometry,
  t: Words["t"],
): ChartMark[] {
  const columns = periods.map((column) => column.period);
  const wholes = columns.flatMap((name) => {
    const own = parts.filter((part) => part.period === name);
    const sum = own.reduce((all, { value }) => all + value, 0);
    return own.length > 0 ? [{ period: name, sum, top: Math.min(...own.map(({ y }) => y)) }] : [];
  });
  // Columns of nothing have no parts to press.
  const solid = parts.filter(({ height }) => height > 0);
  return [
    ...solid.map((part) => ({
      key: `${part.period} ${part.key}`,
      label: t.join([
        part.period,
        t.pair(keys.find(({ key }) => key === part.key)!.label, write(part.value)),
      ]),
      of: of(part.period, part.key),
      column: columns.indexOf(part.period),
      row: keys.findIndex(({ key }) => key === part.key),
      x: part.x,
      y: part.y,
      width: part.width,
      height: part.height,
    })),
    ...wholes.map((whole) => ({
      key: whole.period,
      label: t.pair(whole.period, write(whole.sum)),
      of: of(whole.period, null),
      column: columns.indexOf(whole.period),
      row: keys.length,
      x: columnOf(whole.period).x - 3,
      y: whole.top - 16,
      width: columnOf(whole.period).width + 6,
      height: 16,
    })),
  ];
}

/** The same figures as a table, for those who do not see the columns. */
function StackTable({ title, keys, periods, write }: StackedColumnsProps) {
  const { t } = useWords();
  return (
    <table className="visually-hidden">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t.period}</th>
          {keys.map(({ key, label }) => (
            <th key={key} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {periods.map((column) => (
          <tr key={column.period}>
            <th scope="row">{column.period}</th>
            {keys.map(({ key }) => (
              <td key={key}>{column.parts ? write(column.parts[key] ?? 0) : t.panels.noValue}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
