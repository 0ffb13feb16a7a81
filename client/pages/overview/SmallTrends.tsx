// Up to four counts over the periods, each from zero.

import type { Profile } from "#domain/contract/areas";
import type { Catalog, CatalogIndicator } from "#domain/contract/catalog";
import { isComparable } from "#domain/indicator";
import { NEED_LENS } from "#domain/lens";
import type { UnitId } from "#domain/unit";
import { useView } from "#client/data/view_context.ts";
import { Figure } from "#client/figures/Figure.tsx";
import { useWords } from "#client/i18n/words.ts";
import { entryOf } from "#client/lenses/facts.ts";
import { areaFigureRef } from "#client/model/figure_ref.ts";
import { SAFEGUARDS } from "#client/model/safeguards.ts";
import { unitOfTerm } from "#client/model/shortfall.ts";
import { countInWords } from "./figure_texts.ts";
import { TREND_BOX, placeSmallTrend, spanOf } from "./small_trend.ts";
import type { Span, TrendPoint } from "./small_trend.ts";

const SHOWN = 4;

interface CountedTrend {
  readonly indicator: CatalogIndicator;
  readonly unit: UnitId;
  readonly points: readonly TrendPoint[];
  readonly span: Span;
}

/** The counts of needs that have a past, the named ones first. */
function trendsOf(profile: Profile, catalog: Catalog, main: CatalogIndicator | null): CountedTrend[] {
  const wanted = [main?.id, SAFEGUARDS.housing, SAFEGUARDS.water, "monitored_share"];
  const needs = catalog.indicators.filter(
    ({ lens, polarity, partOf }) =>
      lens === NEED_LENS && polarity === "higher-is-worse" && partOf === undefined,
  );
  const ordered = [
    ...wanted.flatMap((id) => needs.find((indicator) => indicator.id === id) ?? []),
    ...needs.filter(({ id }) => !wanted.includes(id)),
  ];
  return ordered
    .flatMap((indicator): CountedTrend[] => {
      const unit = unitOfTerm(indicator.numerator, catalog);
      const entry = entryOf(profile, indicator.id);
      if (!entry || (unit !== "persons" && unit !== "households")) return [];
      const points = entry.trend.map(({ period, numerator }) => ({ period, count: numerator ?? null }));
      const span = spanOf(points, profile.period, (from) => isComparable(indicator, from, profile.period));
      return span ? [{ indicator, unit, points, span }] : [];
    })
    .slice(0, SHOWN);
}

function SmallTrend({ profile, trend }: { readonly profile: Profile; readonly trend: CountedTrend }) {
  const words = useWords();
  const { catalog } = useView();
  const { indicator, unit, points, span } = trend;
  const drawing = placeSmallTrend(
    points,
    (indicator.methodChanges ?? []).map(({ period }) => period),
  );
  const [measure, ...others] = Object.keys(indicator.numerator);
  const label = others.length > 0 ? undefined : catalog.measures.find(({ id }) => id === measure)?.label;
  const of = (period: string) => areaFigureRef(profile.area.code, indicator.id, period);
  const whole = (count: number): string => words.number(count, "count", { whole: true });
  return (
    <li data-trend={indicator.id}>
      <p>
        <span>{words.t.overview.counts[indicator.id] ?? words.label(label ?? indicator.label)}</span>
        {span.change !== null && (
          <b className={span.change < 0 ? "good" : span.change > 0 ? "bad" : ""}>
            {words.number(span.change, "share", { digits: 0, signed: true })}
          </b>
        )}
      </p>
      <svg
        viewBox={`0 0 ${TREND_BOX.width} ${TREND_BOX.height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <path d={drawing.area} className="is-area" />
        <path d={drawing.line} className="is-line" />
      </svg>
      <p>
        <span>
          {span.from.period} <Figure of={of(span.from.period)}>{whole(span.from.count)}</Figure>
        </span>
        <span>
          {span.to.period}{" "}
          <b>
            <Figure of={of(span.to.period)}>{countInWords(words, span.to.count, unit)}</Figure>
          </b>
        </span>
      </p>
    </li>
  );
}

export interface SmallTrendsProps {
  readonly profile: Profile;
  readonly main: CatalogIndicator | null;
}

export function SmallTrends({ profile, main }: SmallTrendsProps) {
  const { t } = useWords();
  const { catalog } = useView();
  const trends = trendsOf(profile, catalog, main);
  if (trends.length === 0) return null;
  return (
    <section className="overview-trends overview-card" aria-label={t.overview.trends}>
      <ul>
        {trends.map((trend) => (
          <SmallTrend key={trend.indicator.id} profile={profile} trend={trend} />
        ))}
      </ul>
    </section>
  );
}
