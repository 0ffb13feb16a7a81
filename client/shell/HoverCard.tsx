// The card beside the pointer: name, level, value, class, rank, change, or why there is no value.

import { useLayoutEffect, useRef } from "react";
import { CHANGE_COLOURS } from "#domain/lens_colours";
import { useHover } from "#client/model/hover.ts";
import { useWords } from "#client/i18n/words.ts";
import { Swatch } from "#client/ui/swatch.tsx";
import { directionOf, toneOf } from "#client/model/change.ts";
import { BivariateHover } from "#client/modes/bivariate/BivariateHover.tsx";
import { useUncertainty } from "#client/figures/uncertainty.ts";
import { Figure } from "#client/figures/Figure.tsx";
import { figureRefAt } from "#client/data/figure_hotkey.ts";
import { AreaName } from "#client/figures/AreaName.tsx";
import { useShownNamesAbove } from "#client/figures/use_names_above.ts";
import { useScreen } from "#client/data/screen.ts";
import { cardPlace } from "#client/ui/card_place.ts";
import { colourOfValue } from "#client/model/fill.ts";
import "#client/styles/map.css";

export function HoverCard({ isTouch }: { readonly isTouch: boolean }) {
  const hover = useHover();
  const words = useWords();
  const above = useShownNamesAbove();
  const { t } = words;
  const screen = useScreen();
  const { view, pairAreaOf, rowOf, resolved, fill, rows } = screen;
  const cardRef = useRef<HTMLDivElement>(null);
  const point = hover?.from === "map" ? hover.point : null;

  useLayoutEffect(() => {
    const card = cardRef.current;
    if (!card || !point) return;
    const bar = document.querySelector(".narrow-pickers") ?? document.querySelector(".header");
    const top = bar?.getBoundingClientRect().bottom ?? 0;
    const bottom = document.querySelector(".sheet")?.getBoundingClientRect().top ?? window.innerHeight;
    const frame = { width: window.innerWidth, height: bottom, top };
    const { x, y } = cardPlace(
      point,
      hover?.box ?? null,
      { width: card.offsetWidth, height: card.offsetHeight },
      frame,
    );
    card.style.transform = `translate(${x}px, ${y}px)`;
  }, [point, hover]);

  const row = hover ? rowOf.get(hover.code) : undefined;
  const { indicator } = resolved;
  const sure = useUncertainty(row?.area ?? {}, indicator ?? { unit: "count" }, resolved.since !== null);
  if (!hover || !point) return null;
  const isUnsure = resolved.since !== null && row?.area.reliability === "unreliable";
  const both = resolved.pair && pairAreaOf.get(hover.code);
  const value = row?.area.value;
  const isNeutral = indicator?.polarity === "neutral";
  const of = rows.filter(({ range }) => range !== null).length;
  const figureRef = figureRefAt(screen, hover.code);
  const said =
    indicator && value !== undefined
      ? resolved.since
        ? words.difference(value, indicator.unit)
        : words.number(value, indicator.unit)
      : "";
  const direction = row?.change == null || !indicator ? null : directionOf(row.change, indicator);
  return (
    <div ref={cardRef} className="hover-card card" data-testid="hover-card">
      <AreaName name={row?.name ?? hover.name ?? ""} above={above.get(hover.code)} />
      <small>{words.label(resolved.level.label)}</small>
      {!isTouch && <kbd>i</kbd>}
      {both && <BivariateHover area={both} />}
      {indicator && value !== undefined && !both && (
        <p>
          {!resolved.isCount && (
            <Swatch
              colour={isUnsure ? CHANGE_COLOURS[view.theme].unsure : colourOfValue(fill, value)}
              isHatched={!resolved.since && row?.area.reliability === "unreliable"}
            />
          )}
          <strong>{figureRef && isTouch ? <Figure of={figureRef}>{said}</Figure> : said}</strong>
          <span>{words.shortTitle(indicator)}</span>
        </p>
      )}
      {indicator?.sampling && sure.said && <p className="hover-sure">{sure.said}</p>}
      {sure.byShare && <p className="hover-sure">{sure.byShare}</p>}
      {row?.area.missing && (
        <p>
          <Swatch reason={row.area.missing} />
          <span>{words.missing(row.area.missing)}</span>
        </p>
      )}
      {(row?.rank || direction) && (
        <p className="hover-more">
          {row?.range && (
            <span>
              {row.range.first === row.range.last
                ? t.hoverRank(row.range.first, of, isNeutral)
                : t.hoverRankRange(row.range.first, row.range.last, of, isNeutral)}
            </span>
          )}
          {row?.rank && !row.range && <span>{t.notRanked}</span>}
          {row?.change != null && indicator && direction && (
            <span className={toneOf(direction)}>
              {words.difference(row.change, indicator.unit)} {t[direction]}
            </span>
          )}
        </p>
      )}
      {isTouch && <small>{t.hoverTap}</small>}
    </div>
  );
}
