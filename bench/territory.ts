// The demo, imported and published into a throw-away native database, and what the benchmarks read of it.

import { createNativeDatabase } from "#sql/test/native_cluster";
import { openDatabase, type Database } from "#sql/connect";
import { migrate } from "#sql/migrate";
import type { Progress } from "#domain/progress";
import type { TileColumn } from "#tiles/tile";
import { readConfig } from "#server/config";
import { seedDemo } from "#server/first_data";
import type { ColumnEntry } from "#server/read/columns/column_entry";
import type { Release } from "#server/read/release";
import { Store } from "#server/read/store";
import { API_SHAPE } from "#server/routes/api_shape";
import { removeMade } from "#server/test/made_releases";

export interface Territory {
  readonly database: Database;
  readonly villages: number;
  /** For a server in a process of its own. */
  readonly databaseUrl: string;
  readonly release: Release;
  readonly boundaryVersion: number;
  /** With room for everything that a benchmark reads. */
  readonly store: Store;
  /** Ids of the levels, top first. */
  readonly levels: readonly string[];
  readonly lowestLevel: string;
  /** Seconds from an empty database to the published release. */
  readonly seedSeconds: number;
  close(): Promise<void>;
}

const ROOM = { tiles: 1 << 30, columns: 1 << 30, areas: 1 << 30, bodies: 1 << 30 };

/** What the benchmarks read of a database with a published release. */
export async function readTerritory(
  database: Database,
  facts: Pick<Territory, "databaseUrl" | "seedSeconds" | "close">,
  number: number,
): Promise<Territory> {
  const store = new Store(database, ROOM, API_SHAPE);
  const release = await store.releases.get(number, "internal");
  const { levels } = release.catalog;
  return {
    ...facts,
    database,
    villages: levels.at(-1)!.areaCount,
    release,
    boundaryVersion: release.boundaryVersion,
    store,
    levels: levels.map(({ id }) => id),
    lowestLevel: levels.at(-1)!.id,
  };
}

/** Makes the demo in a database of its own, with as many of its years as told, or all. */
export async function openTerritory(
  { villages, years }: { readonly villages: number; readonly years?: number },
  scratch: string,
  onProgress: Progress,
): Promise<Territory> {
  const { url, drop } = await createNativeDatabase();
  const database = await openDatabase({ databaseUrl: url, dataDir: scratch });
  const start = performance.now();
  const number = await seedDemo(database, {
    dataDir: scratch,
    villages,
    ...(years === undefined ? {} : { years }),
    onProgress,
  });
  const seedSeconds = (performance.now() - start) / 1e3;
  await database.pool.query("vacuum analyze");
  const close = async (): Promise<void> => {
    await database.close();
    await drop();
  };
  return readTerritory(database, { databaseUrl: url, seedSeconds, close }, number!);
}

/**
 * Opens a database in which something is published already, migrates it, and removes what a killed benchmark left there;
 * it is left with the releases that it has.
 */
export async function openNational(databaseUrl: string): Promise<Territory> {
  const database = await openDatabase({ databaseUrl, dataDir: "" });
  await migrate(database);
  await removeMade({ database });
  const { rows } = await database.pool.query<{ latest: number | null }>(
    "select max(number) as latest from release.release where state = 'published'",
  );
  const { latest } = rows[0]!;
  if (latest === null) throw new Error("--national names a database in which nothing is published");
  return readTerritory(
    database,
    { databaseUrl, seedSeconds: Number.NaN, close: () => database.close() },
    latest,
  );
}

/** A store that keeps as little as it can, so that everything is read anew. */
export const forgetfulStore = ({ database }: Territory): Store =>
  new Store(database, { ...readConfig({}).cacheBytes, tiles: 1, bodies: 1 }, API_SHAPE);

/** Columns of a level, of different indicators and periods: enough that no two tiles in turn have the same values. */
export function columnsOf({ release }: Pick<Territory, "release">, level: string, most = 32): ColumnEntry[] {
  const entries: ColumnEntry[] = [];
  for (const { id, periods } of release.catalog.indicators)
    for (const period of periods) {
      if (entries.length === most) return entries;
      entries.push(release.column(level, id, period));
    }
  return entries;
}

/** Reads the painting side of columns. */
export async function paintOf(
  { store }: Pick<Territory, "store">,
  entries: readonly ColumnEntry[],
): Promise<TileColumn[]> {
  const columns: TileColumn[] = [];
  for (const entry of entries) columns.push(await store.columns.tileValues(entry));
  return columns;
}
