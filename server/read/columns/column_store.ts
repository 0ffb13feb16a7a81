// Columns by content hash, as they are stored or derived, in memory or from the database; what is stored is checked as it is read.

import type { TileColumn } from "#tiles/tile";
import { BoundedCache, type CacheStatistics } from "#server/cache";
import type { ExactColumn } from "#server/column_store/column";
import { decodeArray } from "#server/column_store/column_bytes";
import { COLUMN_HASH_SQL } from "#server/column_store/column_hash";
import { ProblemError } from "#server/errors";
import type { AreaIndex } from "#server/read/areas/area_index";
import type { AreaStore } from "#server/read/areas/area_store";
import type { ReadRows } from "#server/read/rows";
import type { ColumnEntry, ColumnSource } from "./column_entry.ts";
import type { Estimates } from "./estimate.ts";

/** Bytes an area takes in each of the caches. */
const TILE_VALUE_BYTES = 5;
const SUM_BYTES = 13;
const RATIO_BYTES = 21;
const ESTIMATE_BYTES = 17;

const FULL_COUNT = "full count";

export class ColumnStore implements ColumnSource {
  readonly #rows: ReadRows;
  readonly #areas: AreaStore;
  readonly #tileValues: BoundedCache<TileColumn>;
  readonly #exact: BoundedCache<ExactColumn>;
  readonly #estimates: BoundedCache<Estimates | typeof FULL_COUNT>;

  constructor(rows: ReadRows, areas: AreaStore, maxBytes: number) {
    this.#rows = rows;
    this.#areas = areas;
    this.#tileValues = new BoundedCache(maxBytes, ({ status }) => status.length * TILE_VALUE_BYTES);
    this.#exact = new BoundedCache(
      maxBytes,
      ({ status, denominator }) => status.length * (denominator ? RATIO_BYTES : SUM_BYTES),
    );
    this.#estimates = new BoundedCache(maxBytes, (estimates) =>
      estimates === FULL_COUNT ? 0 : estimates.low.length * ESTIMATE_BYTES,
    );
  }

  statistics(): Record<"paint" | "exact" | "estimates", CacheStatistics> {
    return {
      paint: this.#tileValues.statistics(),
      exact: this.#exact.statistics(),
      estimates: this.#estimates.statistics(),
    };
  }

  forget(): void {
    for (const cache of [this.#tileValues, this.#exact, this.#estimates]) cache.clear();
  }

  /** The float32 values of a column, for tiles. */
  tileValues(entry: ColumnEntry): Promise<TileColumn> {
    return this.#tileValues.get(entry.contentHash, async () => {
      if (entry.make) {
        const { numerator, status } = await this.exact(entry);
        return { values: Float32Array.from(numerator), status };
      }
      const { value, status } = await this.#read<{ value: Buffer; status: Buffer }>(entry, "value, status");
      return { values: decodeArray(value, Float32Array), status: decodeArray(status, Uint8Array) };
    });
  }

  /** The same where it is in memory; else undefined. */
  tileValuesInMemory({ contentHash }: ColumnEntry): TileColumn | undefined {
    return this.#tileValues.peek(contentHash);
  }

  exact(entry: ColumnEntry): Promise<ExactColumn> {
    return this.#exact.get(entry.contentHash, async () => {
      if (entry.make) return entry.make(this);
      const { numerator, denominator, status, covered } = await this.#read<{
        numerator: Buffer;
        denominator: Buffer | null;
        status: Buffer;
        covered: Buffer;
      }>(entry, "numerator, denominator, status, covered");
      return {
        numerator: decodeArray(numerator, Float64Array),
        denominator: denominator && decodeArray(denominator, Float64Array),
        status: decodeArray(status, Uint8Array),
        covered: decodeArray(covered, Float32Array),
      };
    });
  }

  /** Parts of a stored column; throws where any part of it is not what was published. */
  async #read<T extends object>({ contentHash, ...entry }: ColumnEntry, parts: string): Promise<T> {
    const [row] = await this.#rows<T & { isWhole: boolean }>(
      `select ${parts}, content_hash = ${COLUMN_HASH_SQL} as "isWhole" from release.column_data where content_hash = $1`,
      [contentHash],
    );
    if (row?.isWhole) return row;
    const { level, indicator, period } = entry;
    throw new ProblemError(
      500,
      "damaged column",
      `column ${level} ${indicator} ${period} is not what was published: its bytes do not have the hash that names it; ` +
        "see lens verify, and restore the database from a backup",
    );
  }

  areas(boundaryVersion: number, level: string): Promise<AreaIndex> {
    return this.#areas.level(boundaryVersion, level);
  }

  async estimates(name: string, make: () => Promise<Estimates | null>): Promise<Estimates | null> {
    const estimates = await this.#estimates.get(name, async () => (await make()) ?? FULL_COUNT);
    return estimates === FULL_COUNT ? null : estimates;
  }
}
