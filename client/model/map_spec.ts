// Which maps stand side by side: an indicator in a period each.

import type { CatalogIndicator } from "#domain/contract/catalog";
import { formatColumnId, parsePlainColumnId } from "#domain/column_id";

export interface MapSpec {
  readonly indicator: string;
  readonly period: string;
}

const COMPARE_COUNTS = [2, 4] as const;

/** Writes maps as `mpi@2014,mpi@2022`. */
export const writeMaps = (maps: readonly MapSpec[]): string => maps.map(formatColumnId).join();

/** Reads maps; undefined unless there are 2 or 4 well-formed ones. */
export function readMaps(text: string): MapSpec[] | undefined {
  const maps = text.split(",").map(parsePlainColumnId);
  const good = maps.filter((map) => map !== null);
  const isWhole = good.length === maps.length && COMPARE_COUNTS.some((count) => count === good.length);
  return isWhole ? good : undefined;
}

/** As many periods of an indicator as maps, evenly from its first to its last. */
export function spreadMaps(
  { id, periods }: Pick<CatalogIndicator, "id" | "periods">,
  count: number,
): MapSpec[] {
  return Array.from({ length: count }, (_, i) => ({
    indicator: id,
    period: periods[Math.round((i * (periods.length - 1)) / (count - 1))]!,
  }));
}
