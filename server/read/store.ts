// All that the server reads from the database, through caches bounded by bytes.

import type { Database } from "#sql/connect";
import { BoundedCache, type CacheStatistics } from "#server/cache";
import type { Config } from "#server/config";
import { AreaStore } from "./areas/area_store.ts";
import type { Body } from "./body.ts";
import { ColumnStore } from "./columns/column_store.ts";
import { ReleaseStore } from "./release_store.ts";
import { readRowsOf, type ReadRows } from "./rows.ts";
import { TileStore } from "./tiles/tile_store.ts";
import { WorkQueue } from "./work_queue.ts";

/** Questions that may wait while the database works at one that is heavy. */
const MAX_WAITING = 16;

export class Store {
  readonly rows: ReadRows;
  readonly releases: ReleaseStore;
  readonly areas: AreaStore;
  readonly columns: ColumnStore;
  readonly tiles: TileStore;
  /** Finished answers. */
  readonly bodies: BoundedCache<Body>;
  /** What is heavy for the database. */
  readonly heavy = new WorkQueue(MAX_WAITING);

  /** `apiShape` goes into the addresses of releases. */
  constructor(database: Database, sizes: Config["cacheBytes"], apiShape: string) {
    this.rows = readRowsOf(database);
    this.releases = new ReleaseStore(this.rows, apiShape);
    this.areas = new AreaStore(this.rows, sizes.areas);
    this.columns = new ColumnStore(this.rows, this.areas, sizes.columns);
    this.tiles = new TileStore(this.rows, sizes.tiles);
    this.bodies = new BoundedCache(sizes.bodies, ({ length }) => length);
  }

  /** Drops everything that was read: another database stands where the one was that it was read from. */
  forget(): void {
    for (const part of [this.releases, this.areas, this.columns, this.tiles]) part.forget();
    this.bodies.clear();
  }

  statistics(): Record<string, CacheStatistics> {
    return {
      ...this.releases.statistics(),
      ...this.areas.statistics(),
      ...this.columns.statistics(),
      ...this.tiles.statistics(),
      bodies: this.bodies.statistics(),
    };
  }
}
