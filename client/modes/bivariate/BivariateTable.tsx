// The areas of the picked class (of all nine, the worst first), each with both values.

import { useState } from "react";
import type { KeyboardEvent } from "react";
import { PAIR_COLOURS, pairIndex } from "#domain/bivariate";
import type { PairClass } from "#domain/bivariate";
import type { CatalogIndicator } from "#domain/contract/catalog";
import type { PairArea, PairAreas, PairSort } from "#domain/contract/bivariate";
import { setHover, useHoverCode } from "#client/model/hover.ts";
import { useWords } from "#client/i18n/words.ts";
import { Swatch } from "#client/ui/swatch.tsx";
import { peopleInNeedOf } from "#client/model/people_in_need.ts";
import { areaFigureRef } from "#client/model/figure_ref.ts";
import { Figure } from "#client/figures/Figure.tsx";
import { useOpen } from "#client/data/use_navigation.ts";
import { useMode, useView } from "#client/data/view_context.ts";
import { rowWindow } from "#client/ui/row_window.ts";
import type { ListOrder } from "#client/model/view.ts";
import { useBivariateName } from "./class_name.ts";
import { useChangeBivariate } from "./use_bivariate.ts";
import type { BivariateColumns } from "./use_bivariate.ts";
import "#client/table/table.css";
import "./bivariate.css";

/** A press on a column puts its worst end first, a second one the best; a third gives the order by class back. */
const nextOrder = ({ sort, first }: ListOrder, key: PairSort): ListOrder =>
  sort !== key
    ? { sort: key, first: "worst" }
    : first === "worst"
      ? { sort: key, first: "best" }
      : { sort: "class", first: "worst" };

export interface BivariateTableProps {
  readonly answer: PairAreas;
  /** What the answer is about. */
  readonly columns: BivariateColumns;
  /** Whether the classes beside the list are of the same columns, and can name them. */
  readonly isNamed: boolean;
  readonly isSheet: boolean;
}

export function BivariateTable({ answer, columns, isNamed, isSheet }: BivariateTableProps) {
  const words = useWords();
  const { t } = words;
  const { view, catalog } = useView();
  const openArea = useOpen();
  const mode = useMode("bivariate");
  const changeMode = useChangeBivariate();
  const nameOf = useBivariateName();
  const shortOf = useBivariateName(true);
  const hovered = useHoverCode();
  const [top, setTop] = useState(0);
  const [active, setActive] = useState(0);
  if (!mode) return null;
  const { need: indicator, period, second, secondPeriod, level } = columns;
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
  const { sort, first: from } = mode.order;
  const head = (key: PairSort, label: string, className = "num") => (
    <th
      scope="col"
      className={className}
      aria-sort={sort === key ? (from === "best" ? "descending" : "ascending") : undefined}
    >
      <button
        type="button"
        title={t.sortBy(label)}
        onClick={() => changeMode({ order: nextOrder(mode.order, key) }, "replace")}
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
      <table
        aria-rowcount={areas.length + 1}
        aria-label={t.tableHelp}
        data-indicator={`${indicator.id} ${second.id}`}
        data-period={`${period} ${secondPeriod}`}
        data-level={level.id}
      >
        <thead>
          <tr aria-rowindex={1}>
            {head("class", t.rank, "num rank")}
            <th scope="col">{words.text(level.label)}</th>
            {head("need", heading(indicator))}
            {head("other", heading(second))}
            {counted && people !== undefined && head("people", words.text(counted.measure.label))}
            {isNamed && !isSheet && mode.class === null && <th scope="col">{t.nine.className}</th>}
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
                <td className="num">{figure(area, area.need, indicator, period)}</td>
                <td className="num">{figure(area, area.other, second, secondPeriod)}</td>
                {counted && people !== undefined && (
                  <td className="num people">
                    {area.people !== undefined && (
                      <Figure of={areaFigureRef(area.code, counted.indicator.id, period)} isPassed>
                        {words.number(area.people, "count", { whole: true })}
                      </Figure>
                    )}
                  </td>
                )}
                {isNamed && !isSheet && mode.class === null && (
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
