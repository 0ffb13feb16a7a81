// Where the money is: allocated splits into paid and pending, year by year, with donations beside it.

import { linkHorizontal } from "d3-shape";
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
import { agrees, balance, balances } from "./money.ts";
import type { Balance } from "./money.ts";
import "./money.css";

const BOX = { width: 348, height: 74, node: 7, gap: 10 };
const link = linkHorizontal<{ source: [number, number]; target: [number, number] }, [number, number]>();

/** The split of what was allocated, as bands whose width is the amount. */
function Flow({ sums, label }: { readonly sums: Balance; readonly label: string }) {
  const total = sums.paid + sums.pending || 1;
  const height = BOX.height - BOX.gap;
  const paid = (sums.paid / total) * height;
  const pending = (sums.pending / total) * height;
  const top = BOX.gap / 2;
  const right = BOX.width - BOX.node;
  const band = (from: number, to: number, width: number, className: string) => (
    <path
      d={link({ source: [BOX.node, from + width / 2], target: [right, to + width / 2] }) ?? ""}
      strokeWidth={Math.max(1, width)}
      className={className}
    />
  );
  return (
    <svg viewBox={`0 0 ${BOX.width} ${BOX.height}`} className="flow" role="img" aria-label={label}>
      {band(top, 0, paid, "is-paid")}
      {pending > 0 && band(top + paid, paid + BOX.gap, pending, "is-pending")}
      <rect x={0} y={top} width={BOX.node} height={height} className="is-source" />
      <rect x={right} y={0} width={BOX.node} height={paid} className="is-source" />
      {pending > 0 && (
        <rect x={right} y={paid + BOX.gap} width={BOX.node} height={pending} className="is-left" />
      )}
    </svg>
  );
}

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
          <Figure of={pendingOf(profile.period)}>{yuan(sums.pending)}</Figure>
          <small>{t.pending}</small>
        </span>
      </div>
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
