// A row's figures over all periods, as a line of a few pixels and as words.

import type { CatalogIndicator } from "#domain/contract/catalog";
import { isMissing } from "#domain/missing";
import type { Value } from "#domain/missing";
import { useWords } from "#client/i18n/words.ts";
import { Figure } from "#client/figures/Figure.tsx";
import { SPARK, placeSpark } from "./spark.ts";
import type { SparkScale } from "./spark.ts";

export interface SparklineProps {
  /** Null until they are there. */
  readonly values: readonly Value[] | null;
  /** Periods whose count came in part by share. */
  readonly byShare: readonly string[] | undefined;
  readonly scale: SparkScale | null;
  readonly indicator: CatalogIndicator;
  /** Periods that the table shows. */
  readonly marked: readonly string[];
  /** Code of the row's area. */
  readonly code: string;
}

export function Sparkline({ values, byShare, scale, indicator, marked, code }: SparklineProps) {
  const words = useWords();
  const { t } = words;
  if (!values || !scale) return <span className="spark-wait" />;
  const { path, marks, base } = placeSpark(values, scale, marked);
  const valued = scale.periods.flatMap((period, at) => {
    const value = values[at];
    return value === undefined || isMissing(value) ? [] : [{ period, value }];
  });
  const missing = scale.periods.filter((period) => !valued.some((point) => point.period === period));
  const write = ({ period, value }: { period: string; value: number }): string =>
    t.pair(period, words.number(value, indicator.unit));
  const estimated = byShare?.filter((period) => valued.some((point) => point.period === period)) ?? [];
  const [first, last] = [valued[0], valued[valued.length - 1]];
  const label = t.join([
    ...(first && last
      ? [first === last ? write(first) : t.sparkSpan(write(first), write(last))]
      : [t.sparkNone]),
    ...(first && missing.length > 0 ? [t.trendMissing(missing.join(", "))] : []),
    ...(estimated.length > 0 ? [t.sparkEstimated(estimated.join(", "))] : []),
    ...scale.changes.map((period) => t.sparkMethod(period)),
  ]);
  const spark = (
    <svg
      className="spark"
      viewBox={`0 0 ${SPARK.width} ${SPARK.height}`}
      width={SPARK.width}
      height={SPARK.height}
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      <path d={`M0 ${base}H${SPARK.width}`} className="spark-base" />
      <path d={path} className="spark-line" />
      {marks.map(({ x, y }) => (
        <circle key={x} cx={x} cy={y} r={2.4} />
      ))}
    </svg>
  );
  if (valued.length === 0) return spark;
  // The last of the periods that the table shows, else the last with a value.
  const shown = valued.findLastIndex(({ period }) => marked.includes(period));
  return (
    <Figure
      of={{
        kind: "area",
        code,
        shown: valued.map(({ period }) => ({ indicator: indicator.id, period })),
        first: shown < 0 ? valued.length - 1 : shown,
      }}
      isPassed
      className="of-spark"
    >
      {spark}
    </Figure>
  );
}
