// All that the server reads from the database, through caches bounded by bytes.

import type { Edition } from "#domain/edition";
import { BoundedCache, type CacheStatistics } from "#server/cache";
import type { Config } from "#server/config";
import { AreaStore } from "./areas/area_store.ts";
import type { Body } from "./body.ts";
import { ColumnStore } from "./columns/column_store.ts";
import { ReleaseStore } from "./release_store.ts";
import { readRowsOf, type ReadDatabase, type ReadRows } from "./rows.ts";
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

  /** What reads the public edition; itself where nothing else is there for it. */
  readonly #public: Store | null;

  /** `apiShape` goes into the addresses of releases; `forPublic` is what the public edition is read through. */
  constructor(
    database: ReadDatabase,
    sizes: Config["cacheBytes"],
    apiShape: string,
    forPublic: ReadDatabase | null = null,
    shared: Pick<Store, "areas" | "tiles" | "bodies"> | null = null,
  ) {
    this.rows = readRowsOf(database);
    this.releases = new ReleaseStore(this.rows, apiShape);
    this.areas = shared?.areas ?? new AreaStore(this.rows, sizes.areas);
    this.columns = new ColumnStore(this.rows, this.areas, sizes.columns);
    this.tiles = shared?.tiles ?? new TileStore(this.rows, sizes.tiles);
    this.bodies = shared?.bodies ?? new BoundedCache(sizes.bodies, ({ length }) => length);
    this.#public = forPublic && new Store(forPublic, sizes, apiShape, null, this);
  }

  /** What reads an edition. Areas and their geometry are the same in all; finished answers are kept by edition. */
  of(edition: Edition): Store {
    return edition === "public" && this.#public ? this.#public : this;
  }

  /** Drops everything that was read: another database stands where the one was that it was read from. */
  forget(): void {
    for (const part of [this.releases, this.areas, this.columns, this.tiles]) part.forget();
    this.bodies.clear();
    this.#public?.forget();
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
