// The areas of a level by idx, and the index in which they are searched, in memory or from the database.

import { BoundedCache, type CacheStatistics } from "#server/cache";
import type { ReadRows } from "#server/read/rows";
import { SearchIndex, type SearchRow } from "#server/read/search/search_index";
import { AreaIndex, type AreaRow } from "./area_index.ts";

/** Areas in one answer of the database. */
const PAGE_AREAS = 20_000;

export class AreaStore {
  readonly #rows: ReadRows;
  readonly #levels: BoundedCache<AreaIndex>;
  readonly #search: BoundedCache<SearchIndex>;

  constructor(rows: ReadRows, maxBytes: number) {
    this.#rows = rows;
    this.#levels = new BoundedCache(maxBytes, (index) => index.byteLength);
    this.#search = new BoundedCache(maxBytes, (index) => index.byteLength);
  }

  statistics(): Record<"areas" | "search", CacheStatistics> {
    return { areas: this.#levels.statistics(), search: this.#search.statistics() };
  }

  forget(): void {
    this.#levels.clear();
    this.#search.clear();
  }

  level(boundaryVersion: number, level: string): Promise<AreaIndex> {
    return this.#levels.get(
      `${boundaryVersion} ${level}`,
      async () => new AreaIndex(await this.#page<AreaRow>("code, names, parent_idx", boundaryVersion, level)),
    );
  }

  /** What areas are searched in: names and codes of all levels. */
  search(boundaryVersion: number): Promise<SearchIndex> {
    return this.#search.get(String(boundaryVersion), async () => {
      const levels: SearchRow[][] = [];
      for (const { id } of await this.#rows<{ id: string }>("select id from geo.level order by ordinal", []))
        levels.push(await this.#page<SearchRow>("search, parent_idx", boundaryVersion, id));
      return new SearchIndex(levels);
    });
  }

  /** Reads fields of all areas of a level by idx, page by page. */
  async #page<T extends object>(fields: string, boundaryVersion: number, level: string): Promise<T[]> {
    const all: T[] = [];
    for (;;) {
      const page = await this.#rows<T>(
        `select ${fields} from geo.area
         where boundary_version = $1 and level = $2 and idx >= $3 order by idx limit ${PAGE_AREAS}`,
        [boundaryVersion, level, all.length],
      );
      for (const row of page) all.push(row);
      if (page.length < PAGE_AREAS) return all;
    }
  }
}
