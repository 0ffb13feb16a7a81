// How many a facility has served and had room for, period by period.

import type { Facility } from "#domain/contract/things";
import type { FacilityKind } from "#domain/facilities";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";

const WIDTH = 320;
const HEIGHT = 72;
const GAP = 5;

interface FacilityTrendProps {
  readonly facility: Facility;
  readonly kind: FacilityKind;
}

export function FacilityTrend({ facility, kind }: FacilityTrendProps) {
  const { t } = useWords();
  const { change } = useView();
  const { trend, period } = facility;
  if (trend.length < 2) return null;
  const of = (measure: FacilityKind["served"], at: number): number | null =>
    measure === null ? null : (trend[at]!.figures[measure] ?? null);
  const most = Math.max(
    1,
    ...trend.flatMap((_, at) => [of(kind.served, at) ?? 0, of(kind.capacity, at) ?? 0]),
  );
  const width = (WIDTH + GAP) / trend.length - GAP;
  const height = (value: number): number => (value / most) * HEIGHT;
  return (
    <section className="facility-trend">
      <h3>
        {t.things.trend} <small>{t.things.trendKey}</small>
      </h3>
      <ol>
        {trend.map(({ period: own }, at) => {
          const [served, capacity] = [of(kind.served, at), of(kind.capacity, at)];
          const isOver = served !== null && capacity !== null && served > capacity;
          return (
            <li key={own}>
              <button
                type="button"
                aria-current={own === period}
                aria-label={t.things.trendPoint(own, served, capacity)}
                title={t.things.trendPoint(own, served, capacity)}
                onClick={() => change({ period: own })}
              >
                <svg viewBox={`0 0 ${width} ${HEIGHT + 2}`} preserveAspectRatio="none" aria-hidden="true">
                  {served !== null && (
                    <rect
                      className={isOver ? "is-over" : ""}
                      x="0"
                      y={HEIGHT + 2 - height(served)}
                      width={width}
                      height={height(served)}
                    />
                  )}
                  {capacity !== null && (
                    <path
                      d={`M0 ${HEIGHT + 1 - height(capacity)}H${width}`}
                      vectorEffect="non-scaling-stroke"
                    />
                  )}
                </svg>
                <small>{own.slice(-2)}</small>
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
