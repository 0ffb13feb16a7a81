// The areas of a workbook: those of a level or a set that meet the conditions.

import { passes } from "#domain/condition";
import { parseColumnPeriod } from "#domain/column_id";
import { MAX_WORKBOOK_ROWS, type WorkbookQuery } from "#domain/contract/workbook";
import type { Text } from "#domain/text";
import { ProblemError } from "#server/errors";
import { findRange } from "#server/read/areas/area_range";
import { findSet } from "#server/read/areas/area_set";
import { parentTableMaker } from "#server/read/areas/parent_table";
import { valueAt } from "#server/read/columns/estimate";
import { nearestEntry } from "#server/read/columns/nearest_entry";
import type { Release } from "#server/read/release";
import type { Store } from "#server/read/store";

export interface WorkbookArea {
  readonly level: string;
  readonly idx: number;
  readonly code: string;
  readonly names: Text;
  /** Names of the areas above, by level. */
  readonly above: ReadonlyMap<string, Text>;
}

interface Place {
  readonly level: string;
  readonly idx: number;
}

/** Where and of when the areas are read. */
export interface WorkbookSource {
  readonly store: Store;
  readonly release: Release;
  readonly query: WorkbookQuery;
  readonly signal: AbortSignal;
}

/** The period of the first column; of a change the later one. */
export const periodOf = ({ columns }: WorkbookQuery): string => parseColumnPeriod(columns[0]!.period)!.to;

async function placesOf({ store, release, query, signal }: WorkbookSource): Promise<Place[]> {
  const { level, parent, codes } = query;
  if (codes) return findSet(store, release, codes, signal);
  if (level === undefined)
    throw new ProblemError(400, "bad parameter", 'give "level", or the areas by "codes"');
  const { first, last } = await findRange(store, release, release.level(level).id, parent);
  return Array.from({ length: last - first + 1 }, (_, at) => ({ level, idx: first + at }));
}

/** The places that meet all conditions, judged by the exact values. */
async function filtered(source: WorkbookSource, places: readonly Place[]): Promise<readonly Place[]> {
  const { store, release, query } = source;
  let left = places;
  for (const condition of query.where ?? []) {
    const period = release.period(condition.period ?? periodOf(query));
    const valuesOf = new Map<string, (idx: number) => number>();
    for (const level of new Set(left.map((place) => place.level))) {
      const entry = nearestEntry(release, level, condition.indicator, period);
      const column = entry && (await store.columns.exact(entry));
      valuesOf.set(level, (idx) => (column ? valueAt(column, idx) : Number.NaN));
    }
    left = left.filter(({ level, idx }) => passes(condition, valuesOf.get(level)!(idx)));
  }
  return left;
}

/** The areas that a query asks for, by code; throws a 400 where they are too many. */
export async function readWorkbookAreas(source: WorkbookSource): Promise<WorkbookArea[]> {
  const { store, release } = source;
  const places = await filtered(source, await placesOf(source));
  if (places.length > MAX_WORKBOOK_ROWS)
    throw new ProblemError(
      400,
      "too many rows",
      `the workbook would have ${places.length} rows: at most ${MAX_WORKBOOK_ROWS} fit, so ask for the areas inside a parent, or with a condition`,
    );
  const levels = release.catalog.levels.map(({ id }) => id);
  const parents = await parentTableMaker(store, release, levels.at(-1)!);
  const areas: WorkbookArea[] = [];
  for (const { level, idx } of places) {
    const index = await store.areas.level(release.boundaryVersion, level);
    const above = new Map<string, Text>();
    for (let at = parents.fieldOf(level, idx).parent; at !== undefined; at = parents.table[at]!.parent)
      above.set(parents.table[at]!.level, parents.table[at]!.names);
    areas.push({ level, idx, code: index.code(idx), names: index.names(idx), above });
  }
  return areas;
}
