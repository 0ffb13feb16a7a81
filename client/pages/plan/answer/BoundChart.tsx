// Bound and best so far over the seconds of a run: two lines that meet when the plan is proven.

import type { PlanRun } from "#domain/contract/plan_runs";
import { useWords } from "#client/i18n/words.ts";

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, FOOT] = [330, 128, 44, 96, 12, 22];

export function BoundChart({
  progress,
  isProven,
}: {
  readonly progress: PlanRun["progress"];
  readonly isProven: boolean;
}) {
  const words = useWords();
  const t = words.t.plan;
  const values = progress.flatMap(({ best, bound }) => [best, bound].filter((value) => value !== null));
  if (values.length === 0) return null;
  const end = Math.max(0.1, ...progress.map(({ seconds }) => seconds));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const pad = Math.max(1, (high - low) * 0.15);
  const x = (seconds: number): number => LEFT + (seconds / end) * (WIDTH - LEFT - RIGHT);
  const y = (value: number): number =>
    TOP + (1 - (value - low + pad) / (high - low + 2 * pad)) * (HEIGHT - TOP - FOOT);
  const steps = (key: "best" | "bound"): string => {
    let path = "";
    for (const point of progress) {
      const value = point[key];
      if (value === null) continue;
      path += path === "" ? `M${LEFT} ${y(value)}H${x(point.seconds)}` : `H${x(point.seconds)}V${y(value)}`;
    }
    return path;
  };
  const last = progress.at(-1)!;
  if (low === high && isProven)
    return (
      <p className="plan-bound plan-quiet">
        {t.metAtOnce(words.number(Math.round(low), "count"), t.seconds(end.toFixed(1)))}
      </p>
    );
  const count = (value: number): string => words.number(Math.round(value), "count");
  return (
    <figure className="plan-chart plan-bound">
      <figcaption>
        <b>{t.boundTitle}</b> {t.boundSub}
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${t.boundTitle}: ${t.best} ${last.best ?? "–"}, ${t.bound} ${last.bound ?? "–"}`}
      >
        {[...new Set([low, high])].map((value) => (
          <g key={value}>
            <line className="is-grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(value)} y2={y(value)} />
            <text x={LEFT - 6} y={y(value) + 4} textAnchor="end">
              {count(value)}
            </text>
          </g>
        ))}
        <path className="is-bound" d={steps("bound")} />
        <path className="is-best" d={steps("best")} />
        {isProven && last.best !== null ? (
          <>
            <circle className="is-meet" cx={x(last.seconds)} cy={y(last.best)} r="4" />
            <text className="is-meet" x={WIDTH - RIGHT + 8} y={y(last.best) + 4}>
              {t.meet} {count(last.best)}
            </text>
          </>
        ) : (
          <>
            {last.bound !== null && (
              <text x={WIDTH - RIGHT + 8} y={y(last.bound) + 4}>
                {t.bound}
              </text>
            )}
            {last.best !== null && (
              <text className="is-best" x={WIDTH - RIGHT + 8} y={y(last.best) + 4}>
                {t.best}
              </text>
            )}
          </>
        )}
        <text x={LEFT} y={HEIGHT - 6}>
          0
        </text>
        <text x={WIDTH - RIGHT} y={HEIGHT - 6} textAnchor="end">
          {t.seconds(end.toFixed(1))}
        </text>
      </svg>
    </figure>
  );
}
