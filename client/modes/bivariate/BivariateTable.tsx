// The areas of the picked class (of all nine, the worst first), each with both values.

import { useState } from "react";
import type { KeyboardEvent } from "react";
import { PAIR_COLOURS, pairClassAt, pairIndex } from "#domain/bivariate";
import type { PairClass } from "#domain/bivariate";
import type { CatalogIndicator } from "#domain/contract/catalog";
import type { PairArea, PairSort } from "#domain/contract/bivariate";
import { setHover, useHoverCode } from "#client/model/hover.ts";
import { useWords } from "#client/i18n/words.ts";
import { Swatch } from "#client/ui/swatch.tsx";
import { peopleInNeedOf } from "#client/model/people_in_need.ts";
import { areaFigureRef } from "#client/model/figure_ref.ts";
import { Figure } from "#client/figures/Figure.tsx";
import { Sentence } from "#client/figures/Sentence.tsx";
import { useScreen } from "#client/data/screen.ts";
import { rowWindow } from "#client/ui/row_window.ts";
import type { PairOrder } from "#client/model/view.ts";
import { useBivariateName } from "./class_name.ts";
import "#client/table/table.css";
import "./bivariate.css";

/** Gives what the list holds: "422 villages: high need, nothing registered". */
export function useBivariateTableTitle(): string {
  const words = useWords();
  const { pairAreas, view, resolved, catalog } = useScreen();
  const nameOf = useBivariateName();
  const { t } = words;
  const areas = words.areas(resolved.level, pairAreas.shown?.answer.total ?? 0);
  const { indicator, pair } = resolved;
  if (view.pairClass !== null) return t.nine.listed(areas, nameOf(pairClassAt(view.pairClass)));
  const short = (one: CatalogIndicator): string => one.symbol ?? t.lower(words.text(one.label));
  const { sort } = view.pairOrder;
  if (sort === "people" && indicator)
    return t.tableOf(
      areas,
      t.nine.order.people(words.text(peopleInNeedOf(indicator, catalog)?.measure.label ?? {})),
    );
  if (sort === "class" || !indicator || !pair) return t.tableOf(areas, t.nine.order.class);
  return t.tableOf(areas, t.nine.order.need(short(sort === "need" ? indicator : pair.other)));
}

/** How many people in need live in all the areas of the list. */
export function BivariatePeople() {
  const words = useWords();
  const { pairAreas, resolved, catalog, view } = useScreen();
  const counted = resolved.indicator && peopleInNeedOf(resolved.indicator, catalog);
  const people = pairAreas.shown?.answer.people;
  if (!counted || people === undefined) return null;
  const told = {
    text: words.number(people, "count", { whole: true }),
    of: { kind: "pair", at: view.pairClass },
  } as const;
  return (
    <span className="bivariate-people">
      <Sentence of={words.t.nine.peopleIn(told, words.text(counted.measure.label))} />
    </span>
  );
}

/** A press on a column puts its worst end first, a second one the best; a third gives the order by class back. */
const nextOrder = ({ sort, first }: PairOrder, key: PairSort): PairOrder =>
  sort !== key
    ? { sort: key, first: "worst" }
    : first === "worst"
      ? { sort: key, first: "best" }
      : { sort: "class", first: "worst" };

export function BivariateTable({ isSheet }: { readonly isSheet: boolean }) {
  const words = useWords();
  const { t } = words;
  const { pairAreas, resolved, view, catalog, openArea, change } = useScreen();
  const nameOf = useBivariateName();
  const shortOf = useBivariateName(true);
  const hovered = useHoverCode();
  const [top, setTop] = useState(0);
  const [active, setActive] = useState(0);
  const { indicator, pair } = resolved;
  const answer = pairAreas.shown?.answer;
  if (!indicator || !pair || !answer) return <div className="skeleton" style={{ height: 120 }} />;
  const { areas, total, people } = answer;
  if (areas.length === 0) return <p className="nothing">{t.nine.nobody}</p>;
  const rowHeight = isSheet ? 56 : 28;
  const { first, end } = rowWindow(areas.length, rowHeight, top, 640);
  const activeAt = Math.min(active, areas.length - 1);

  const point = (area: PairArea): void =>
    setHover({ code: area.code, name: words.text(area.names), from: "table", point: null, box: null });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const to = { ArrowDown: activeAt + 1, ArrowUp: activeAt - 1, Home: 0, End: areas.length - 1 }[event.key];
    if (event.key === "Enter" && areas[activeAt]) openArea(areas[activeAt].code);
    if (to === undefined || !areas[to]) return;
    event.preventDefault();
    setActive(to);
    const box = event.currentTarget.closest<HTMLElement>(".table-scroll");
    if (box) box.scrollTop = Math.max(0, to * rowHeight - box.clientHeight / 2);
    requestAnimationFrame(() =>
      requestAnimationFrame(() => box?.querySelector<HTMLElement>(`[data-row="${to}"]`)?.focus()),
    );
  };
  const counted = peopleInNeedOf(indicator, catalog);
  const heading = ({ symbol, label }: CatalogIndicator): string => symbol ?? words.text(label);
  const { sort, first: from } = view.pairOrder;
  const head = (key: PairSort, label: string, className = "num") => (
    <th
      scope="col"
      className={className}
      aria-sort={sort === key ? (from === "best" ? "descending" : "ascending") : undefined}
    >
      <button
        type="button"
        title={t.sortBy(label)}
        onClick={() => change({ pairOrder: nextOrder(view.pairOrder, key) }, "replace")}
      >
        {label}
      </button>
    </th>
  );
  const figure = ({ code }: PairArea, { value }: PairArea["need"], of: CatalogIndicator, period: string) =>
    value !== undefined && (
      <Figure of={{ kind: "area", code, shown: [{ indicator: of.id, period }] }} isPassed>
        {words.number(value, of.unit)}
      </Figure>
    );
  return (
    <div
      className="table-scroll bivariate-table"
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      onPointerLeave={() => setHover(null)}
    >
      <table aria-rowcount={areas.length + 1} aria-label={t.tableHelp}>
        <thead>
          <tr aria-rowindex={1}>
            {head("class", t.rank, "num rank")}
            <th scope="col">{words.text(resolved.level.label)}</th>
            {head("need", heading(indicator))}
            {head("other", heading(pair.other))}
            {counted && people !== undefined && head("people", words.text(counted.measure.label))}
            {!isSheet && view.pairClass === null && <th scope="col">{t.nine.className}</th>}
          </tr>
        </thead>
        <tbody>
          {first > 0 && <tr aria-hidden="true" style={{ height: first * rowHeight }} />}
          {areas.slice(first, end).map((area, i) => {
            const at = first + i;
            const one = { need: area.needRung, other: area.otherRung } as PairClass;
            return (
              <tr
                key={area.code}
                data-row={at}
                data-code={area.code}
                tabIndex={at === activeAt ? 0 : -1}
                aria-rowindex={at + 2}
                className={hovered === area.code ? "is-hovered" : ""}
                onPointerEnter={() => point(area)}
                onFocus={() => point(area)}
                onClick={() => openArea(area.code)}
                onKeyDown={onKeyDown}
              >
                <td className="num rank">{at + 1}</td>
                <th scope="row">
                  <Swatch colour={PAIR_COLOURS[view.theme][pairIndex(one)]!} />
                  {words.text(area.names)}
                  <span>{t.join(area.parentNames.map((names) => words.text(names)))}</span>
                </th>
                <td className="num">{figure(area, area.need, indicator, resolved.period)}</td>
                <td className="num">{figure(area, area.other, pair.other, pair.period)}</td>
                {counted && people !== undefined && (
                  <td className="num people">
                    {area.people !== undefined && (
                      <Figure of={areaFigureRef(area.code, counted.indicator.id, resolved.period)} isPassed>
                        {words.number(area.people, "count", { whole: true })}
                      </Figure>
                    )}
                  </td>
                )}
                {!isSheet && view.pairClass === null && (
                  <td className="dim class-name" title={nameOf(one)}>
                    {shortOf(one)}
                  </td>
                )}
              </tr>
            );
          })}
          {end < areas.length && (
            <tr aria-hidden="true" style={{ height: (areas.length - end) * rowHeight }} />
          )}
        </tbody>
      </table>
      {total > areas.length && (
        <p className="nothing">{t.nine.first(words.number(areas.length, "count", { whole: true }))}</p>
      )}
    </div>
  );
}
