// The map's twin: a ranked table that shares hover, selection and colours with it.

import { useMemo } from "react";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { setHover, useHoverCode } from "#client/model/hover.ts";
import { useWords } from "#client/i18n/words.ts";
import { useShownNamesAbove } from "#client/figures/use_names_above.ts";
import { useScreen } from "#client/data/screen.ts";
import { toggled } from "#client/model/area_set.ts";
import { TableRow } from "./TableRow.tsx";
import { countedMeasure } from "#client/model/ranking.ts";
import type { Row, Sort, SortKey } from "#client/model/ranking.ts";
import { useTrends } from "./use_trends.ts";
import { VirtualTable } from "#client/ui/VirtualTable.tsx";

export interface RankedTableProps {
  readonly rows: readonly Row[];
  readonly indicator: CatalogIndicator;
  readonly sort: Sort;
  onSort(sort: Sort): void;
  readonly isSheet: boolean;
}

const CELL_CLASS: Readonly<Record<SortKey, string>> = {
  rank: "num rank",
  name: "",
  value: "value",
  numerator: "num counted",
  change: "num change-head",
};

export function RankedTable({ rows, indicator, sort, onSort, isSheet }: RankedTableProps) {
  const words = useWords();
  const { t } = words;
  const { openArea, catalog, resolved, view, change } = useScreen();
  const hovered = useHoverCode();
  const above = useShownNamesAbove();
  const { trends, retry } = useTrends(indicator);
  const previous = catalog.periods[catalog.periods.indexOf(resolved.period) - 1];
  const isChange = resolved.since !== null;
  const unit = isChange ? words.unitOfChange(indicator.unit) : words.unit(indicator.unit);
  const changeUnit = words.unitOfChange(indicator.unit);
  const measure = isChange ? null : countedMeasure(indicator);
  const counted = catalog.measures.find(({ id }) => id === measure);
  const marked = useMemo(
    () => [resolved.since, resolved.period].filter((period) => period !== null),
    [resolved.since, resolved.period],
  );
  const span = `${catalog.periods[0]}–${catalog.periods[catalog.periods.length - 1]}`;
  const columns: { key: SortKey; label: string }[] = [
    { key: "rank", label: t.rank },
    { key: "name", label: words.label(resolved.level.label) },
    {
      key: "value",
      label: words.shortTitle(indicator) + (unit ? t.unitSuffix(unit) : ""),
    },
    ...(counted ? [{ key: "numerator" as const, label: words.label(counted.label) }] : []),
    ...(isChange
      ? []
      : [
          {
            key: "change" as const,
            label:
              (previous ? t.changeSince(previous, resolved.period) : t.changeNone) +
              (changeUnit ? t.unitSuffix(changeUnit) : ""),
          },
        ]),
  ];
  const head = (
    <>
      {columns.map(({ key, label }) => (
        <th
          key={key}
          scope="col"
          className={CELL_CLASS[key]}
          aria-sort={sort.key === key ? (sort.isReversed ? "descending" : "ascending") : undefined}
        >
          <button
            type="button"
            title={t.sortBy(label)}
            onClick={() => onSort({ key, isReversed: sort.key === key && !sort.isReversed })}
          >
            {label}
          </button>
        </th>
      ))}
      {trends && (
        <th scope="col" className="trend-cell" title={t.trendHeadWhat(span)}>
          {retry ? (
            <button type="button" className="link" title={t.trendsFailed} onClick={retry}>
              {t.problem.retry}
            </button>
          ) : (
            t.trendHead
          )}
        </th>
      )}
    </>
  );
  return (
    <VirtualTable
      rows={rows}
      rowHeight={isSheet ? 44 : 28}
      label={t.tableHelp}
      head={head}
      renderRow={(row, at, isTabStop) => (
        <TableRow
          key={row.area.code}
          row={row}
          at={at}
          isTabStop={isTabStop}
          indicator={indicator}
          trends={trends}
          marked={marked}
          above={above.get(row.area.code)}
          isHovered={hovered === row.area.code}
          onOpen={openArea}
        />
      )}
      onEnter={({ area }) => openArea(area.code)}
      onSpace={({ area }) => change({ set: toggled(view.set, area.code) })}
      onPointerLeave={() => setHover(null)}
    />
  );
}
