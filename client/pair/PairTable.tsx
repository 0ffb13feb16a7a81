// The areas of the picked class (of all nine, the worst first), each with both values.

import { useState } from "react";
import type { KeyboardEvent } from "react";
import { PAIR_COLOURS, pairClassAt, pairIndex } from "#domain/pair";
import type { PairClass } from "#domain/pair";
import type { CatalogIndicator } from "#domain/contract/catalog";
import type { PairArea } from "#domain/contract/pairs";
import { setHover, useHoverCode } from "../hover.ts";
import { useWords } from "../i18n/words.ts";
import { Swatch } from "../legend/swatch.tsx";
import { Figure } from "../provenance/Figure.tsx";
import { useScreen } from "../screen.ts";
import { rowWindow } from "../table/window.ts";
import { usePairName } from "./pair_name.ts";
import "../table/table.css";
import "./pair.css";

/** Gives what the list holds: "422 villages: high need, nothing registered". */
export function usePairTableTitle(): string {
  const words = useWords();
  const { pairAreas, view, scene } = useScreen();
  const nameOf = usePairName();
  const areas = words.areas(scene.level, pairAreas.last?.total ?? 0);
  return view.pairClass === null
    ? words.t.tableOf(areas, words.t.nine.worstFirst)
    : words.t.nine.listed(areas, nameOf(pairClassAt(view.pairClass)));
}

export function PairTable({ isSheet }: { readonly isSheet: boolean }) {
  const words = useWords();
  const { t } = words;
  const { pairAreas, scene, view, openArea } = useScreen();
  const nameOf = usePairName();
  const hovered = useHoverCode();
  const [top, setTop] = useState(0);
  const [active, setActive] = useState(0);
  const { indicator, pair } = scene;
  const answer = pairAreas.last;
  if (!indicator || !pair || !answer) return <div className="skeleton" style={{ height: 120 }} />;
  const { areas, total } = answer;
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
  const figure = ({ code }: PairArea, { value }: PairArea["need"], of: CatalogIndicator, period: string) =>
    value !== undefined && (
      <Figure of={{ kind: "area", code, shown: [{ indicator: of.id, period }] }} isPassed>
        {words.number(value, of.unit)}
      </Figure>
    );
  return (
    <div
      className="table-scroll pair-table"
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      onPointerLeave={() => setHover(null)}
    >
      <table aria-rowcount={areas.length + 1} aria-label={t.tableHelp}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className="num rank">
              {t.rank}
            </th>
            <th scope="col">{words.text(scene.level.label)}</th>
            <th scope="col" className="num">
              {indicator.symbol ?? words.text(indicator.label)}
            </th>
            <th scope="col" className="num">
              {pair.other.symbol ?? words.text(pair.other.label)}
            </th>
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
                <td className="num">{figure(area, area.need, indicator, scene.period)}</td>
                <td className="num">{figure(area, area.other, pair.other, pair.period)}</td>
                {!isSheet && view.pairClass === null && <td className="dim">{nameOf(one)}</td>}
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
