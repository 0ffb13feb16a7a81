// "Add it up": the figures of every area inside, added up again here, next to what the area itself shows.

import { useState } from "react";
import type { AreaDetail } from "#domain/contract/areas";
import type { CatalogIndicator, CatalogLevel } from "#domain/contract/catalog";
import type { Term } from "#domain/indicator";
import { valuesContract } from "#domain/contract/values";
import { Dialog, DialogHead } from "#client/ui/Dialog.tsx";
import { Problem } from "#client/ui/Problem.tsx";
import { useWords } from "#client/i18n/words.ts";
import { useAnswer } from "#client/data/use_answer.ts";
import { useOpen } from "#client/data/use_navigation.ts";
import { useView } from "#client/data/view_context.ts";
import { rowWindow } from "#client/ui/row_window.ts";
import { addUp } from "./add_up.ts";
import { closeFigure } from "#client/model/figure_ref.ts";
import type { Sums } from "./add_up.ts";
import { termInWords } from "#client/figures/terms.ts";
import "./add_up.css";

/** Under the whole territory a level with more areas than this is not offered. */
const MOST_AREAS = 20_000;
const ROW = 26;

export interface AddUpProps {
  readonly area: AreaDetail;
  readonly indicator: CatalogIndicator;
  readonly period: string;
  readonly stated: Sums;
  onClose(): void;
}

/** Gives the levels whose areas can be added up into `area`, the lowest first. */
function levelsBelow(levels: readonly CatalogLevel[], area: AreaDetail): CatalogLevel[] {
  const at = levels.findIndex(({ id }) => id === area.level);
  const isTop = area.parentCode === null;
  const below = levels
    .slice(at + 1)
    .filter(({ areaCount }, i) => i === 0 || !isTop || areaCount <= MOST_AREAS);
  return below.reverse();
}

export function AddUp({ area, indicator, period, stated, onClose }: AddUpProps) {
  const words = useWords();
  const { t, text } = words;
  const { catalog } = useView();
  const openArea = useOpen();
  const levels = levelsBelow(catalog.levels, area);
  const [level, setLevel] = useState(levels[0]!);
  const [scroll, setScroll] = useState(0);
  const { data, error, retry } = useAnswer(valuesContract, {
    query: {
      release: catalog.release,
      indicator: indicator.id,
      period,
      level: level.id,
      parent: area.parentCode === null && area.code === catalog.rootCode ? null : area.code,
    },
  });
  const sums = data && addUp(data.areas, stated);
  const whole = (value: number): string => words.number(value, "count", { whole: true });
  const value = ({ numerator, denominator }: Sums): string =>
    denominator === 0 ? "–" : words.number(numerator / (denominator ?? 1), indicator.unit);
  const head = (term: Term, long: string): string =>
    Object.keys(term).length > 1 ? long : termInWords(term, catalog.measures, words);
  const isRatio = stated.denominator !== null;
  const areas = data?.areas ?? [];
  const { first, end } = rowWindow(areas.length, ROW, scroll, 420);
  return (
    <Dialog className="add-up" label={t.panels.addUp} onClose={onClose}>
      <DialogHead>
        <h2>{t.panels.addUpTitle(words.title(indicator), text(area.names), period)}</h2>
        <p>{t.panels.addUpHow}</p>
      </DialogHead>
      {levels.length > 1 && (
        <nav className="segments" aria-label={t.level}>
          {levels.map((one) => (
            <button
              key={one.id}
              type="button"
              aria-pressed={one.id === level.id}
              onClick={() => {
                setLevel(one);
                setScroll(0);
              }}
            >
              {text(one.label)}
            </button>
          ))}
        </nav>
      )}
      {error && <Problem error={error} retry={retry} />}
      {!error && (
        <div className="add-up-scroll" onScroll={(event) => setScroll(event.currentTarget.scrollTop)}>
          <table aria-rowcount={areas.length + 3}>
            <thead>
              <tr>
                <th scope="col">{text(level.label)}</th>
                <th scope="col" className="num">
                  {head(indicator.numerator, t.numerator)}
                </th>
                {indicator.denominator && (
                  <th scope="col" className="num">
                    {head(indicator.denominator, t.denominator)}
                  </th>
                )}
                {isRatio && (
                  <th scope="col" className="num">
                    {indicator.symbol ?? text(indicator.label)}
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {first > 0 && <tr aria-hidden="true" style={{ height: first * ROW }} />}
              {areas.slice(first, end).map((one) => (
                <tr key={one.code}>
                  <th scope="row">
                    <button
                      type="button"
                      className="link"
                      onClick={() => {
                        closeFigure();
                        openArea(one.code);
                      }}
                    >
                      {text(one.names)}
                    </button>{" "}
                    <small>{one.code}</small>
                  </th>
                  {one.numerator === undefined ? (
                    <td colSpan={isRatio ? 3 : 1} className="num dim">
                      {one.missing && words.missing(one.missing)}
                    </td>
                  ) : (
                    <>
                      <td className="num">{whole(one.numerator)}</td>
                      {isRatio && <td className="num">{whole(one.denominator ?? 0)}</td>}
                      {isRatio && (
                        <td className="num">
                          {one.value === undefined
                            ? one.missing && words.missing(one.missing)
                            : words.number(one.value, indicator.unit)}
                        </td>
                      )}
                    </>
                  )}
                </tr>
              ))}
              {end < areas.length && <tr aria-hidden="true" style={{ height: (areas.length - end) * ROW }} />}
            </tbody>
            {sums && (
              <tfoot>
                <tr>
                  <th scope="row">{t.panels.addedUp(words.areas(level, sums.counted))}</th>
                  <td className="num">{whole(sums.numerator)}</td>
                  {isRatio && <td className="num">{whole(sums.denominator ?? 0)}</td>}
                  {isRatio && <td className="num">{value(sums)}</td>}
                </tr>
                <tr>
                  <th scope="row">{t.panels.shownFor(text(area.names))}</th>
                  <td className="num">{whole(stated.numerator)}</td>
                  {isRatio && <td className="num">{whole(stated.denominator ?? 0)}</td>}
                  {isRatio && <td className="num">{value(stated)}</td>}
                </tr>
              </tfoot>
            )}
          </table>
        </div>
      )}
      <output
        className={sums && !sums.isExact ? "panel-note check is-broken" : "panel-note check"}
        hidden={!sums}
      >
        {sums &&
          (sums.isExact
            ? t.panels.addsUpExactly
            : t.panels.addsUpNot({
                numerator: whole(sums.numeratorOff),
                denominator: isRatio ? whole(sums.denominatorOff) : null,
              }))}
        {sums && sums.missing > 0 && ` ${t.panels.withoutFigures(words.areas(level, sums.missing))}`}
      </output>
      {!sums && !error && <p className="panel-note">{t.loading}</p>}
    </Dialog>
  );
}
