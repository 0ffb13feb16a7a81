// What 1 … n sites or so much money bring, with the floors and without; the bend and the number asked for are marked.

import type { PlanStudy } from "#domain/contract/plan_runs";
import { useWords } from "#client/i18n/words.ts";

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, FOOT] = [330, 140, 44, 80, 14, 22];

export function CurveChart({
  study,
  asked,
  hasFloors,
}: {
  readonly study: PlanStudy;
  readonly asked: number;
  readonly hasFloors: boolean;
}) {
  const words = useWords();
  const t = words.t.plan;
  const { curve, knee } = study;
  const values = curve.flatMap(({ objective, free }) => [objective, free].filter((value) => value !== null));
  if (curve.length < 2 || values.length === 0) return null;
  const stepOf = (point: PlanStudy["curve"][number]): number => point.fen ?? point.sites;
  const [least, most] = [stepOf(curve[0]!), stepOf(curve.at(-1)!)];
  const hasMoney = (curve[0]!.fen ?? null) !== null;
  const shown = (step: number): string => (hasMoney ? words.number(step, "yuan") : String(step));
  const top = Math.max(...values);
  const x = (step: number): number =>
    LEFT + ((step - least) / Math.max(1, most - least)) * (WIDTH - LEFT - RIGHT);
  const y = (value: number): number => TOP + (1 - value / top) * (HEIGHT - TOP - FOOT);
  const line = (key: "objective" | "free"): string =>
    curve
      .filter((point) => point[key] !== null)
      .map((point, at) => `${at === 0 ? "M" : "L"}${x(stepOf(point))} ${y(point[key]!)}`)
      .join("");
  const at = (step: number | null) =>
    curve.find((point) => stepOf(point) === step && point.objective !== null);
  const [present, bend] = [at(asked), at(knee)];
  const next = hasMoney
    ? curve.find((point) => stepOf(point) > asked && point.objective !== null)
    : at(asked + 1);
  const more = present && next ? Math.abs(next.objective! - present.objective!) : null;
  const lastOf = (key: "objective" | "free") => curve.findLast((point) => point[key] !== null);
  const count = (value: number): string => words.number(Math.round(value), "count");
  return (
    <figure className="plan-chart">
      <figcaption>
        <b>{hasMoney ? t.curveMoneyTitle : t.curveTitle}</b>{" "}
        {hasMoney ? t.curveMoneySub(shown(most)) : t.curveSub(most)}
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t.curveTitle}>
        {[0, top].map((value) => (
          <g key={value}>
            <line className="is-grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(value)} y2={y(value)} />
            <text x={LEFT - 6} y={y(value) + 4} textAnchor="end">
              {count(value)}
            </text>
          </g>
        ))}
        {hasFloors && <path className="is-free" d={line("free")} />}
        <path className="is-best" d={line("objective")} />
        {hasFloors && lastOf("free") && (
          <text x={WIDTH - RIGHT + 6} y={y(lastOf("free")!.free!) - 2}>
            {t.noFloor}
          </text>
        )}
        {hasFloors && lastOf("objective") && (
          <text className="is-best" x={WIDTH - RIGHT + 6} y={y(lastOf("objective")!.objective!) + 12}>
            {t.withFloor}
          </text>
        )}
        {bend && (
          <g className="is-knee">
            <circle cx={x(stepOf(bend))} cy={y(bend.objective!)} r="4" />
            <text x={x(stepOf(bend))} y={y(bend.objective!) + 20} textAnchor="middle">
              {t.curveKnee(bend.sites)}
            </text>
          </g>
        )}
        {present && (
          <>
            <line
              className="is-now"
              x1={x(asked)}
              x2={x(asked)}
              y1={y(present.objective!)}
              y2={HEIGHT - FOOT}
            />
            <circle className="is-now" cx={x(asked)} cy={y(present.objective!)} r="4" />
            <text className="is-now" x={x(asked)} y={HEIGHT - 6} textAnchor="middle">
              {shown(asked)}
            </text>
          </>
        )}
        <text x={LEFT} y={HEIGHT - 6} textAnchor="middle">
          {hasMoney ? "" : 1}
        </text>
        {!hasMoney && most > asked + 1 && (
          <text x={WIDTH - RIGHT} y={HEIGHT - 6} textAnchor="middle">
            {most}
          </text>
        )}
      </svg>
      {more !== null && (
        <p>{hasMoney ? t.nextMoney(shown(stepOf(next!) - asked), count(more)) : t.nextSite(count(more))}</p>
      )}
    </figure>
  );
}
