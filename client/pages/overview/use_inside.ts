// Values of the areas inside the one whose profile is drawn, about one indicator in the period of that profile.

import { useMemo } from "react";
import type { AreaDetail, Profile } from "#domain/contract/areas";
import type { Catalog, CatalogIndicator, CatalogLevel } from "#domain/contract/catalog";
import { valuesContract } from "#domain/contract/values";
import type { Values } from "#domain/contract/values";
import { WHOLE_LEVEL } from "#client/data/column.ts";
import { useAnswer } from "#client/data/use_answer.ts";
import type { AnswerState } from "#client/data/use_answer.ts";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { rankRows } from "#client/model/ranking.ts";
import type { Row } from "#client/model/ranking.ts";
import { automaticLevel } from "#client/model/resolved_view.ts";

/** The level that shows the inside of an area: its children, or theirs where they are few; null for one without children. */
export const insideLevel = (catalog: Pick<Catalog, "levels">, area: AreaDetail): CatalogLevel | null =>
  area.childLevel === null ? null : automaticLevel(catalog.levels, 0, area);

/** What is asked for the values of a level inside an area; null where the area has none, or too many to list. */
export function insideAsked(
  catalog: Catalog,
  { area, period }: Pick<Profile, "area" | "period">,
  indicator: Pick<CatalogIndicator, "id" | "periods"> | null,
  level: CatalogLevel | null,
) {
  const isRoot = area.code === catalog.rootCode;
  if (!indicator?.periods.includes(period) || !level || (isRoot && level.areaCount > WHOLE_LEVEL))
    return null;
  const parent = isRoot ? null : area.code;
  return { query: { release: catalog.address, indicator: indicator.id, period, level: level.id, parent } };
}

export interface InsideRows {
  readonly values: AnswerState<Values>;
  /** Worst first; empty until the answer is there. */
  readonly rows: readonly Row[];
}

/** The areas of a level inside the one of a profile, the worst by an indicator first. */
export function useInsideRows(
  profile: Pick<Profile, "area" | "period">,
  indicator: CatalogIndicator | null,
  level: CatalogLevel | null,
): InsideRows {
  const words = useWords();
  const { catalog } = useView();
  const values = useAnswer(valuesContract, insideAsked(catalog, profile, indicator, level));
  const polarity = indicator?.polarity ?? "neutral";
  const areas = values.data?.areas;
  const rows = useMemo(
    () => (areas ? rankRows(areas, { polarity }, ({ names }) => words.text(names)) : []),
    [areas, polarity, words],
  );
  return { values, rows };
}
