// The areas of the picked class (of all nine, the worst first), each with both values.

import { BIVARIATE_COLOURS, bivariateIndex } from "#domain/bivariate";
import type { BivariateClass } from "#domain/bivariate";
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
import { VirtualTable, rowAttributes } from "#client/ui/VirtualTable.tsx";
import { AreaName } from "#client/figures/AreaName.tsx";
import { useNamesAbove } from "#client/figures/use_names_above.ts";
import { capitalise } from "#client/i18n/capitalise.ts";
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
  const above = useNamesAbove(answer.areas);
  if (!mode) return null;
  const { need: indicator, period, second, secondPeriod, level } = columns;
  const { areas, total, people } = answer;
  if (areas.length === 0) return <p className="nothing">{t.bivariate.nobody}</p>;

  const point = (area: PairArea): void =>
    setHover({ code: area.code, name: words.text(area.names), from: "table", point: null, box: null });
  const counted = peopleInNeedOf(indicator, catalog);
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
  const hasClass = isNamed && !isSheet && mode.class === null;
  const hasPeople = counted && people !== undefined;
  const renderRow = (area: PairArea, at: number, isTabStop: boolean) => {
    const areaClass = { need: area.needRung, other: area.otherRung } as BivariateClass;
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
          <Swatch colour={BIVARIATE_COLOURS[view.theme][bivariateIndex(areaClass)]!} />
          <AreaName name={words.text(area.names)} above={above.get(area.code)} />
        </th>
        <td className="num">{figure(area, area.need, indicator, period)}</td>
        <td className="num">{figure(area, area.other, second, secondPeriod)}</td>
        {hasPeople && (
          <td className="num people">
            {area.people !== undefined && (
              <Figure of={areaFigureRef(area.code, counted.indicator.id, period)} isPassed>
                {words.number(area.people, "count", { whole: true })}
              </Figure>
            )}
          </td>
        )}
        {hasClass && (
          <td className="dim class-name" title={capitalise(nameOf(areaClass))}>
            {capitalise(shortOf(areaClass))}
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
      about={{
        indicator: `${indicator.id} ${second.id}`,
        period: `${period} ${secondPeriod}`,
        level: level.id,
      }}
      head={
        <>
          {head("class", t.rank, "num rank")}
          <th scope="col">{words.label(level.label)}</th>
          {head("need", words.shortTitle(indicator))}
          {head("other", words.shortTitle(second))}
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
