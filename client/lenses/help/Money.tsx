// Where the money is: allocated splits into paid and pending, year by year, with donations beside it.

import type { Profile } from "#domain/contract/areas";
import { StackedColumns } from "#client/charts/StackedColumns.tsx";
import { REST_COLOUR } from "#client/charts/part_colours.ts";
import { useWords } from "#client/i18n/words.ts";
import { areaFigureRef } from "#client/model/figure_ref.ts";
import type { FigureRef } from "#client/model/figure_ref.ts";
import { Figure } from "#client/figures/Figure.tsx";
import { AreaFigureLink } from "#client/figures/AreaFigureLink.tsx";
import { Sentence } from "#client/figures/Sentence.tsx";
import { useView } from "#client/data/view_context.ts";
import { Figures } from "#client/lenses/Figures.tsx";
import { indicatorValueOf, indicatorValuesOfLens } from "#client/lenses/indicator_value.ts";
import type { IndicatorValue } from "#client/lenses/indicator_value.ts";
import { agrees, balance, balances } from "./money.ts";
import type { Balance } from "./money.ts";
import { Flow } from "./Flow.tsx";
import "./money.css";

export function Money({ profile }: { readonly profile: Profile }) {
  const words = useWords();
  const t = words.t.panels;
  const { catalog, change } = useView();
  const paidShare = indicatorValueOf(profile, catalog, "funds_paid_share");
  const allocated = indicatorValueOf(profile, catalog, "funds_allocated");
  if (!paidShare?.denominator || !allocated) return null;
  const sums = balance(paidShare.numerator, paidShare.denominator);
  const yuan = (fen: number): string => words.number(fen, "yuan");
  const exact = (fen: number): string => words.number(fen, "yuan", { whole: true, digits: 2 });
  const doesAgree = sums.overpaid === 0 && agrees(profile, "funds_allocated", "funds_paid_share");
  const others = indicatorValuesOfLens(profile, catalog, "help").filter(
    ({ indicator }) => indicator.unit === "yuan" && indicator.id !== "funds_allocated",
  );
  const of = (id: string, period: string): FigureRef => areaFigureRef(profile.area.code, id, period);
  const pendingOf = (period: string): FigureRef => {
    const point = paidShare.entry.trend.find((entry) => entry.period === period);
    return {
      kind: "derived",
      title: words.t.join([t.pending, period]),
      how: t.pendingHow,
      from: [
        [t.allocated, exact(point?.denominator ?? 0), of("funds_allocated", period)],
        [t.paid, exact(-(point?.numerator ?? 0)), of("funds_paid_share", period)],
      ],
    };
  };
  return (
    <section>
      <h3>
        {t.money} <small>{profile.period}</small>
      </h3>
      <FlowEnds {...{ sums, allocated, paidShare }} pending={pendingOf(profile.period)} />
      <Flow sums={sums} label={t.flow(yuan(sums.allocated), yuan(sums.paid), yuan(sums.pending))} />
      <p className={doesAgree ? "panel-note check" : "panel-note check is-broken"}>
        {doesAgree ? (
          t.addsUp
        ) : sums.overpaid > 0 ? (
          <Sentence of={t.overpaid({ text: exact(sums.overpaid), of: pendingOf(profile.period) })} />
        ) : (
          t.disagrees
        )}
      </p>
      <StackedColumns
        title={t.moneyOverTime}
        keys={[
          { key: "paid", label: t.paid, colour: "var(--c3)" },
          { key: "pending", label: t.pending, colour: REST_COLOUR, isHatched: true },
        ]}
        periods={balances(paidShare.entry)}
        period={profile.period}
        write={yuan}
        tick={(fen) => words.number(fen, "yuan", { bare: true, digits: 0 }).replace(/\.0(?=\D|$)/, "")}
        onPeriod={(period) => change({ period })}
        of={(period, key) =>
          key === "pending"
            ? pendingOf(period)
            : of(key === "paid" ? "funds_paid_share" : "funds_allocated", period)
        }
      />
      <Figures known={others} />
    </section>
  );
}

interface FlowEndsProps {
  readonly sums: Balance;
  readonly allocated: IndicatorValue;
  readonly paidShare: IndicatorValue;
  /** What a press on the pending amount asks. */
  readonly pending: FigureRef;
}

/** The three amounts over the bands. */
function FlowEnds({ sums, allocated, paidShare, pending }: FlowEndsProps) {
  const words = useWords();
  const t = words.t.panels;
  const yuan = (fen: number): string => words.number(fen, "yuan");
  return (
    <div className="flow-ends">
      <span>
        <AreaFigureLink indicator={allocated.indicator}>{yuan(sums.allocated)}</AreaFigureLink>
        <small>{t.allocated}</small>
      </span>
      <span>
        <AreaFigureLink indicator={paidShare.indicator}>{yuan(sums.paid)}</AreaFigureLink>
        <small>
          {t.paid}{" "}
          <AreaFigureLink indicator={paidShare.indicator}>
            {words.number(paidShare.value, "share")}
          </AreaFigureLink>
        </small>
      </span>
      <span>
        <Figure of={pending}>{yuan(sums.pending)}</Figure>
        <small>{t.pending}</small>
      </span>
    </div>
  );
}
