// The areas of the picked class (of all nine, the worst first), each with both values.

import { BIVARIATE_COLOURS, bivariateClassAt, bivariateIndex } from "#domain/bivariate";
import type { BivariateClass } from "#domain/bivariate";
import type { CatalogIndicator } from "#domain/contract/catalog";
import type { PairArea, PairSort } from "#domain/contract/bivariate";
import { setHover, useHoverCode } from "#client/model/hover.ts";
import { capitalise } from "#client/i18n/capitalise.ts";
import { useWords } from "#client/i18n/words.ts";
import { Swatch } from "#client/ui/swatch.tsx";
import { peopleInNeedOf } from "#client/model/people_in_need.ts";
import { areaFigureRef } from "#client/model/figure_ref.ts";
import { AreaName } from "#client/figures/AreaName.tsx";
import { useNamesAbove } from "#client/figures/use_names_above.ts";
import { Figure } from "#client/figures/Figure.tsx";
import { Sentence } from "#client/figures/Sentence.tsx";
import { useScreen } from "#client/data/screen.ts";
import { VirtualTable, rowAttributes } from "#client/ui/VirtualTable.tsx";
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
  if (!pairAreas.last) return t.loading;
  const areas = words.areas(resolved.level, pairAreas.last.total);
  const { indicator, pair } = resolved;
  if (view.pairClass !== null) return t.bivariate.listed(areas, nameOf(bivariateClassAt(view.pairClass)));
  const { sort } = view.pairOrder;
  if (sort === "people" && indicator)
    return t.tableOf(
      areas,
      t.bivariate.order.indicator(words.text(peopleInNeedOf(indicator, catalog)?.measure.label ?? {})),
    );
  if (sort === "class" || !indicator || !pair) return t.tableOf(areas, t.bivariate.order.class);
  return t.tableOf(
    areas,
    t.bivariate.order.indicator(words.shortName(sort === "need" ? indicator : pair.other)),
  );
}

/** How many people in need live in all the areas of the list. */
export function BivariatePeople() {
  const words = useWords();
  const { pairAreas, resolved, catalog, view } = useScreen();
  const counted = resolved.indicator && peopleInNeedOf(resolved.indicator, catalog);
  const people = pairAreas.last?.people;
  if (!counted || people === undefined) return null;
  const peopleText = {
    text: words.number(people, "count", { whole: true }),
    of: { kind: "pair", at: view.pairClass },
  } as const;
  return (
    <span className="bivariate-people">
      <Sentence of={words.t.bivariate.peopleIn(peopleText, words.text(counted.measure.label))} />
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
  const { indicator, pair } = resolved;
  const answer = pairAreas.last;
  const above = useNamesAbove(answer?.areas);
  if (!indicator || !pair || !answer) return <div className="skeleton" style={{ height: 120 }} />;
  const { areas, total, people } = answer;
  if (areas.length === 0) return <p className="nothing">{t.bivariate.nobody}</p>;

  const point = (area: PairArea): void =>
    setHover({ code: area.code, name: words.text(area.names), from: "table", point: null, box: null });
  const counted = peopleInNeedOf(indicator, catalog);
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
  const hasClass = !isSheet && view.pairClass === null;
  const hasPeople = counted && people !== undefined;
  const renderRow = (area: PairArea, at: number, isTabStop: boolean) => {
    const pairClass = { need: area.needRung, other: area.otherRung } as BivariateClass;
    return (
      <tr
        key={area.code}
        {...rowAttributes(at, isTabStop)}
        data-code={area.code}
        className={hovered === area.code ? "is-hovered" : ""}
        onPointerEnter={() => point(area)}
        onFocus={() => point(area)}
        onClick={() => openArea(area.code)}
      >
        <td className="num rank">{at + 1}</td>
        <th scope="row">
          <Swatch colour={BIVARIATE_COLOURS[view.theme][bivariateIndex(pairClass)]!} />
          <AreaName name={words.text(area.names)} above={above.get(area.code)} />
        </th>
        <td className="num">{figure(area, area.need, indicator, resolved.period)}</td>
        <td className="num">{figure(area, area.other, pair.other, pair.period)}</td>
        {hasPeople && (
          <td className="num people">
            {area.people !== undefined && (
              <Figure of={areaFigureRef(area.code, counted.indicator.id, resolved.period)} isPassed>
                {words.number(area.people, "count", { whole: true })}
              </Figure>
            )}
          </td>
        )}
        {hasClass && (
          <td className="dim class-name" title={capitalise(nameOf(pairClass))}>
            {capitalise(shortOf(pairClass))}
          </td>
        )}
      </tr>
    );
  };
  return (
    <VirtualTable
      rows={areas}
      rowHeight={isSheet ? 56 : 28}
      className="bivariate-table"
      label={t.tableHelp}
      head={
        <>
          {head("class", t.rank, "num rank")}
          <th scope="col">{words.label(resolved.level.label)}</th>
          {head("need", words.shortTitle(indicator))}
          {head("other", words.shortTitle(pair.other))}
          {hasPeople && head("people", words.label(counted.measure.label))}
          {hasClass && <th scope="col">{t.bivariate.className}</th>}
        </>
      }
      renderRow={renderRow}
      onEnter={({ code }) => openArea(code)}
      onPointerLeave={() => setHover(null)}
    >
      {total > areas.length && (
        <p className="nothing">{t.bivariate.first(words.number(areas.length, "count", { whole: true }))}</p>
      )}
    </VirtualTable>
  );
}
