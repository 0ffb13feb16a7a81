// The card beside the pointer: name, level, value, class, rank, change, or why there is no value.

import { useLayoutEffect, useRef } from "react";
import { isFilled } from "#domain/column_kind";
import { CHANGE_COLOURS } from "#domain/lens_colours";
import { useHover } from "#client/model/hover.ts";
import type { Hover } from "#client/model/hover.ts";
import { useWords } from "#client/i18n/words.ts";
import { Swatch } from "#client/ui/swatch.tsx";
import { directionOf, toneOf } from "#client/model/change.ts";
import { useUncertainty } from "#client/figures/uncertainty.ts";
import { Figure } from "#client/figures/Figure.tsx";
import { AreaName } from "#client/figures/AreaName.tsx";
import { useShownNamesAbove } from "#client/figures/use_names_above.ts";
import { isSameColumn } from "#client/data/column.ts";
import type { AnsweredColumn } from "#client/data/column.ts";
import { useClassFill } from "#client/data/use_classes.ts";
import { useWait } from "#client/data/use_wait.ts";
import { useAreaRows, useValues } from "#client/data/use_values.ts";
import { useView } from "#client/data/view_context.ts";
import { modeRow } from "#client/modes/modes.ts";
import { cardPlace } from "#client/ui/card_place.ts";
import { colourOfValue } from "#client/model/fill.ts";
import type { Row } from "#client/model/ranking.ts";
import "#client/styles/map.css";

export function HoverCard({ isTouch }: { readonly isTouch: boolean }) {
  const hover = useHover();
  return hover?.from === "map" && hover.point ? (
    <Card hover={hover} point={hover.point} isTouch={isTouch} />
  ) : null;
}

interface CardProps {
  readonly hover: Hover;
  readonly point: NonNullable<Hover["point"]>;
  readonly isTouch: boolean;
}

function Card({ hover, point, isTouch }: CardProps) {
  const words = useWords();
  const { resolved } = useView();
  const { column, rowOf, ranked } = useAreaRows();
  const above = useShownNamesAbove();
  const cardRef = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const card = cardRef.current;
    if (!card) return;
    const bar = document.querySelector(".bar");
    const top = bar?.getBoundingClientRect().bottom ?? 0;
    const bottom = document.querySelector(".sheet")?.getBoundingClientRect().top ?? window.innerHeight;
    const frame = { width: window.innerWidth, height: bottom, top };
    const size = { width: card.offsetWidth, height: card.offsetHeight };
    const { x, y } = cardPlace(point, hover.box, size, frame);
    card.style.transform = `translate(${x}px, ${y}px)`;
  }, [point, hover]);
  const { Hover: ModeHover } = modeRow(resolved.mode);
  const row = rowOf.get(hover.code);
  return (
    <div ref={cardRef} className="hover-card card" data-testid="hover-card" data-code={hover.code}>
      <AreaName name={row?.name ?? hover.name ?? ""} above={above.get(hover.code)} />
      <small>{words.label((column?.level ?? resolved.level).label)}</small>
      {!isTouch && <kbd>i</kbd>}
      {ModeHover ? (
        <ModeHover code={hover.code} />
      ) : (
        row && column && <RowDetails row={row} column={column} ranked={ranked} isTouch={isTouch} />
      )}
      {isTouch && <small>{words.t.hoverTap}</small>}
    </div>
  );
}

interface RowDetailsProps {
  readonly row: Row;
  /** What the row is about. */
  readonly column: AnsweredColumn;
  /** How many areas are ranked with it. */
  readonly ranked: number;
  readonly isTouch: boolean;
}

function RowDetails(props: RowDetailsProps) {
  const { row, column } = props;
  const words = useWords();
  const values = useValues();
  const wait = useWait(values);
  const { indicator, since } = column;
  const { missing } = row.area;
  const sure = useUncertainty(row.area, indicator, since !== null);
  if (wait === "overdue") return <p className="hover-sure">{words.t.loading}</p>;
  return (
    <>
      <RowValue {...props} isPresent={values.data !== null} />
      {indicator.sampling && sure.text && <p className="hover-sure">{sure.text}</p>}
      {sure.byShare && <p className="hover-sure">{sure.byShare}</p>}
      {missing && (
        <p>
          <Swatch reason={missing} />
          <span>{words.missing(missing)}</span>
        </p>
      )}
      <RowStanding {...props} />
    </>
  );
}

interface RowValueProps extends RowDetailsProps {
  /** Whether the value answers the present question; else its period is written. */
  readonly isPresent: boolean;
}

/** The value with the colour that it has on the map. */
function RowValue({ row: { area }, column, isTouch, isPresent }: RowValueProps) {
  const words = useWords();
  const { t } = words;
  const { view } = useView();
  const { classes, fill } = useClassFill();
  const shown = useValues().shown?.answer;
  const { indicator, period, since } = column;
  const { value } = area;
  if (value === undefined) return null;
  const isChange = since !== null;
  const isUnreliable = area.reliability === "unreliable";
  const hasClass = isSameColumn(classes.shown?.answer, shown);
  const periods = isChange ? t.panels.between(since, period) : period;
  const written = isChange ? words.difference(value, indicator.unit) : words.number(value, indicator.unit);
  const figureRef = {
    kind: "area",
    code: area.code,
    shown: [{ indicator: indicator.id, period, since }],
  } as const;
  return (
    <p data-indicator={indicator.id} data-period={isChange ? `${since}..${period}` : period}>
      {isFilled(indicator) && hasClass && (
        <Swatch
          colour={isChange && isUnreliable ? CHANGE_COLOURS[view.theme].unsure : colourOfValue(fill, value)}
          isHatched={!isChange && isUnreliable}
        />
      )}
      <strong>{isTouch ? <Figure of={figureRef}>{written}</Figure> : written}</strong>
      <span>{t.join([words.shortTitle(indicator), ...(isPresent ? [] : [periods])])}</span>
    </p>
  );
}

/** Its rank, and its change since the period before. */
function RowStanding({ row: { range, rank, change }, column: { indicator }, ranked }: RowDetailsProps) {
  const words = useWords();
  const { t } = words;
  const isNeutral = indicator.polarity === "neutral";
  const direction = change === null ? null : directionOf(change, indicator);
  if (!rank && !direction) return null;
  return (
    <p className="hover-more">
      {range && (
        <span>
          {range.first === range.last
            ? t.hoverRank(range.first, ranked, isNeutral)
            : t.hoverRankRange(range.first, range.last, ranked, isNeutral)}
        </span>
      )}
      {rank && !range && <span>{t.notRanked}</span>}
      {change !== null && direction && (
        <span className={toneOf(direction)}>
          {words.difference(change, indicator.unit)} {t[direction]}
        </span>
      )}
    </p>
  );
}
