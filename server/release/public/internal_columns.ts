// The internal columns of a release, one period at a time, by cell of all levels.

import type { Knex } from "knex";
import type { AreaTree, Figures } from "#analysis/disclosure/areas";
import type { ExactColumn } from "#server/column_store/column";
import { decodeArray, type ColumnStatistics } from "#server/column_store/column_bytes";
import { query } from "#sql/query";

/** A column as a release lists it. */
export interface ListedColumn {
  readonly level: string;
  readonly indicator: string;
  readonly period: string;
  readonly contentHash: string;
  readonly statistics: ColumnStatistics;
}

/** Lists the columns of an edition of a release. */
export const listColumns = (
  db: Knex,
  release: number,
  edition: "internal" | "public",
): Promise<ListedColumn[]> =>
  query<ListedColumn>(
    db,
    `select level, indicator, period, content_hash as "contentHash", statistics
     from release.column where release = ? and edition = ?`,
    [release, edition],
  );

/** Columns that are read in one statement. */
const PAGE_COLUMNS = 60;

/** Reads columns by their hashes. */
export async function readColumns(db: Knex, hashes: Iterable<string>): Promise<Map<string, ExactColumn>> {
  const wanted = [...new Set(hashes)];
  const columns = new Map<string, ExactColumn>();
  for (let at = 0; at < wanted.length; at += PAGE_COLUMNS) {
    const rows = await query<{
      hash: string;
      numerator: Buffer;
      denominator: Buffer | null;
      status: Buffer;
      covered: Buffer;
    }>(
      db,
      `select content_hash as hash, numerator, denominator, status, covered
       from release.column_data where content_hash = any(?::text[])`,
      [wanted.slice(at, at + PAGE_COLUMNS)],
    );
    for (const { hash, ...row } of rows)
      columns.set(hash, {
        numerator: decodeArray(row.numerator, Float64Array),
        denominator: row.denominator && decodeArray(row.denominator, Float64Array),
        status: decodeArray(row.status, Uint8Array),
        covered: decodeArray(row.covered, Float32Array),
      });
  }
  return columns;
}

/** A level and where its cells begin. */
export interface LevelCells {
  readonly id: string;
  readonly first: number;
  readonly n: number;
}

export function levelCells(
  levels: readonly { readonly id: string; readonly codes: readonly string[] }[],
): LevelCells[] {
  let first = 0;
  return levels.map(({ id, codes }) => {
    const cells = { id, first, n: codes.length };
    first += codes.length;
    return cells;
  });
}

/** Joins the columns of one indicator in one period, by level, to figures by cell. */
export function joinFigures(
  { above }: AreaTree,
  levels: readonly LevelCells[],
  columnOf: (level: string) => ExactColumn | undefined,
): Figures | undefined {
  const n = above.length;
  const numerator = new Float64Array(n);
  const exists = new Uint8Array(n);
  let denominator: Float64Array | null = null;
  let isThere = false;
  for (const { id, first } of levels) {
    const column = columnOf(id);
    if (!column) continue;
    isThere = true;
    numerator.set(column.numerator, first);
    if (column.denominator) (denominator ??= new Float64Array(n)).set(column.denominator, first);
    for (let idx = 0; idx < column.covered.length; idx++)
      exists[first + idx] = Number(column.covered[idx]! > 0);
  }
  return isThere ? { numerator, denominator, exists } : undefined;
}
