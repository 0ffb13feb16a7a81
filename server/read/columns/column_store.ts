// Columns by content hash, as they are stored or derived, in memory or from the database.

import type { TileColumn } from "#tiles/tile";
import { BoundedCache, type CacheStatistics } from "#server/cache";
import type { ExactColumn } from "#server/column_store/column";
import { decodeArray } from "#server/column_store/column_bytes";
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
      const [row] = await this.#rows<{ value: Buffer; status: Buffer }>(
        "select value, status from release.column_data where content_hash = $1",
        [entry.contentHash],
      );
      return { values: decodeArray(row!.value, Float32Array), status: decodeArray(row!.status, Uint8Array) };
    });
  }

  /** The same where it is in memory; else undefined. */
  tileValuesInMemory({ contentHash }: ColumnEntry): TileColumn | undefined {
    return this.#tileValues.peek(contentHash);
  }

  exact(entry: ColumnEntry): Promise<ExactColumn> {
    return this.#exact.get(entry.contentHash, async () => {
      if (entry.make) return entry.make(this);
      const [row] = await this.#rows<{
        numerator: Buffer;
        denominator: Buffer | null;
        status: Buffer;
        covered: Buffer;
      }>("select numerator, denominator, status, covered from release.column_data where content_hash = $1", [
        entry.contentHash,
      ]);
      return {
        numerator: decodeArray(row!.numerator, Float64Array),
        denominator: row!.denominator && decodeArray(row!.denominator, Float64Array),
        status: decodeArray(row!.status, Uint8Array),
        covered: decodeArray(row!.covered, Float32Array),
      };
    });
  }

  areas(boundaryVersion: number, level: string): Promise<AreaIndex> {
    return this.#areas.level(boundaryVersion, level);
  }

  async estimates(name: string, make: () => Promise<Estimates | null>): Promise<Estimates | null> {
    const estimates = await this.#estimates.get(name, async () => (await make()) ?? FULL_COUNT);
    return estimates === FULL_COUNT ? null : estimates;
  }
}
