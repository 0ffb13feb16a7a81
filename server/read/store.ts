// All that the server reads from the database, through caches bounded by bytes.

import type { Text } from "#domain/text";
import { keepsStatements, type Database } from "#sql/connect";
import { inflatePrefix, packWidened, widenPrefix, type PackedPrefix } from "#tiles/prefix";
import type { TileColumn, TileGeometry } from "#tiles/tile";
import { ByteCache, type CacheStatistics } from "#server/cache";
import type { Config } from "#server/config";
import { ProblemError, RETRY_AFTER_SECONDS } from "#server/errors";
import { decodeArray } from "#server/column_store/column_bytes";
import type { ReleaseCatalog } from "#server/column_store/release_record";
import type { Body } from "./body.ts";
import { AreaIndex, type AreaRow } from "./areas/area_index.ts";
import type { Estimates } from "./columns/estimate.ts";
import { Release, type ColumnEntry } from "./release.ts";
import { SearchIndex, type SearchRow } from "./search/search_index.ts";

/** The exact side of a column, by idx. */
export interface ExactColumn {
  readonly numerator: Float64Array;
  /** Null for a sum. */
  readonly denominator: Float64Array | null;
  readonly status: Uint8Array;
  /** Share 0–1 of the villages below that contribute. */
  readonly covered: Float32Array;
}

export interface TileKey {
  readonly boundaryVersion: number;
  readonly level: string;
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

const READ_MS = 10_000;
const PAGE_AREAS = 20_000;
const RELEASES_BYTES = 16 << 20;

export class Store {
  readonly #database: Database;
  readonly #releases = new ByteCache<Release>(RELEASES_BYTES, (release) => release.byteLength);
  #lastRead: Release | null = null;
  readonly #areas: ByteCache<AreaIndex>;
  readonly #search: ByteCache<SearchIndex>;
  readonly #paint: ByteCache<TileColumn>;
  readonly #exact: ByteCache<ExactColumn>;
  readonly #tiles: ByteCache<TileGeometry | PackedPrefix | Buffer | null>;
  readonly estimates: ByteCache<Estimates | null>;
  readonly bodies: ByteCache<Body | null>;

  constructor(database: Database, sizes: Config["cacheBytes"]) {
    this.#database = database;
    this.#areas = new ByteCache(sizes.areas, (index) => index.byteLength);
    this.#search = new ByteCache(sizes.areas, (index) => index.byteLength);
    this.#paint = new ByteCache(sizes.columns, ({ status }) => status.length * 5);
    this.#exact = new ByteCache(
      sizes.columns,
      ({ status, denominator }) => status.length * (denominator ? 21 : 13),
    );
    this.estimates = new ByteCache(sizes.columns, (estimates) => (estimates?.low.length ?? 0) * 17);
    this.#tiles = new ByteCache(sizes.tiles, sizeOfTile);
    this.bodies = new ByteCache(sizes.bodies, (body) => body?.length ?? 0);
  }

  statistics(): Record<string, CacheStatistics> {
    return {
      releases: this.#releases.statistics(),
      areas: this.#areas.statistics(),
      search: this.#search.statistics(),
      paint: this.#paint.statistics(),
      exact: this.#exact.statistics(),
      estimates: this.estimates.statistics(),
      tiles: this.#tiles.statistics(),
      bodies: this.bodies.statistics(),
    };
  }

  /**
   * Runs a reading statement; one that takes longer than READ_MS counts as "database away". Under a name the database
   * parses and plans it once for every connection, where connections are ours.
   */
  async rows<T extends object>(sql: string, values: readonly unknown[], name?: string): Promise<T[]> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () =>
          reject(
            new ProblemError(
              503,
              "database busy",
              `the database is busy: try again in ${RETRY_AFTER_SECONDS} s`,
            ),
          ),
        READ_MS,
      );
    });
    try {
      const { pool } = this.#database;
      const isNamed = name !== undefined && keepsStatements(pool);
      const query = { text: sql, values: [...values], ...(isNamed ? { name } : {}) };
      const { rows } = await Promise.race([pool.query<T>(query), late]);
      return rows;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Gives a release that is or was published, as it was written. */
  release(number: number): Release | Promise<Release> {
    return this.#releases.get(String(number), async () => {
      const [facts] = await this.rows<{
        number: number;
        publishedAt: string | null;
        boundaryVersion: number;
        catalog: ReleaseCatalog;
      }>(
        `select number, boundary_version as "boundaryVersion", catalog -> 'catalog' as catalog,
                to_char(published_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "publishedAt"
         from release.release where number = $1 and published_at is not null`,
        [number],
      );
      if (!facts) throw new ProblemError(404, "unknown release", `release ${number} is not published`);
      const columns = await this.rows<ColumnEntry>(
        `select level, indicator, period, content_hash as "contentHash"
         from release.column where release = $1 and edition = 'internal'`,
        [number],
      );
      return (this.#lastRead = new Release(facts, columns, this.#lastRead));
    });
  }

  areas(boundaryVersion: number, level: string): AreaIndex | Promise<AreaIndex> {
    return this.#areas.get(`${boundaryVersion} ${level}`, async () => {
      const all: AreaRow[] = [];
      for (;;) {
        const page = await this.rows<{ code: string; names: Text; parent_idx: number | null }>(
          `select code, names, parent_idx from geo.area
           where boundary_version = $1 and level = $2 and idx >= $3 order by idx limit ${PAGE_AREAS}`,
          [boundaryVersion, level, all.length],
        );
        for (const row of page) all.push(row);
        if (page.length < PAGE_AREAS) return new AreaIndex(all);
      }
    });
  }

  /** What areas are searched in: names and codes of all levels. */
  search(boundaryVersion: number): SearchIndex | Promise<SearchIndex> {
    return this.#search.get(String(boundaryVersion), async () => {
      const levels: SearchRow[][] = [];
      for (const { id } of await this.rows<{ id: string }>("select id from geo.level order by ordinal", [])) {
        const all: SearchRow[] = [];
        levels.push(all);
        for (;;) {
          const page = await this.rows<SearchRow>(
            `select search, parent_idx from geo.area
             where boundary_version = $1 and level = $2 and idx >= $3 order by idx limit ${PAGE_AREAS}`,
            [boundaryVersion, id, all.length],
          );
          for (const row of page) all.push(row);
          if (page.length < PAGE_AREAS) break;
        }
      }
      return new SearchIndex(levels);
    });
  }

  /** The painting side of a column. */
  paint(entry: ColumnEntry): TileColumn | Promise<TileColumn> {
    const { contentHash } = entry;
    return this.#paint.get(contentHash, async () => {
      if (entry.make) {
        const { numerator, status } = await this.exact(entry);
        return { values: Float32Array.from(numerator), status };
      }
      const [row] = await this.rows<{ value: Buffer; status: Buffer }>(
        "select value, status from release.column_data where content_hash = $1",
        [contentHash],
      );
      return { values: decodeArray(row!.value, Float32Array), status: decodeArray(row!.status, Uint8Array) };
    });
  }

  exact(entry: ColumnEntry): ExactColumn | Promise<ExactColumn> {
    const { contentHash } = entry;
    return this.#exact.get(contentHash, async () => {
      if (entry.make) return entry.make(this);
      const [row] = await this.rows<{
        numerator: Buffer;
        denominator: Buffer | null;
        status: Buffer;
        covered: Buffer;
      }>("select numerator, denominator, status, covered from release.column_data where content_hash = $1", [
        contentHash,
      ]);
      return {
        numerator: decodeArray(row!.numerator, Float64Array),
        denominator: row!.denominator && decodeArray(row!.denominator, Float64Array),
        status: decodeArray(row!.status, Uint8Array),
        covered: decodeArray(row!.covered, Float32Array),
      };
    });
  }

  /** The constant part of a tile; null where no area is. */
  async tile(key: TileKey): Promise<TileGeometry | null> {
    return (await this.#tiles.get(tileName(key), () => this.#readTile(key))) as TileGeometry | null;
  }

  /** What is in memory of the above; undefined where it is not. */
  heldRelease(number: number): Release | undefined {
    return this.#releases.peek(String(number));
  }
  heldPaint({ contentHash }: ColumnEntry): TileColumn | undefined {
    return this.#paint.peek(contentHash);
  }
  heldTile(key: TileKey): TileGeometry | null | undefined {
    return this.#tiles.peek(tileName(key)) as TileGeometry | null | undefined;
  }

  /** Where the tiles of a zoom are. */
  tilesAt(boundaryVersion: number, level: string, zoom: number): Promise<TileKey[]> {
    return this.rows<TileKey>(
      `select boundary_version as "boundaryVersion", level, z, x, y from tile.geometry
       where boundary_version = $1 and level = $2 and z = $3`,
      [boundaryVersion, level, zoom],
    );
  }

  /** The prefix of a tile for so many columns: packed, or as it is. Packed for one column it is what is stored. */
  async prefix(
    key: TileKey,
    tile: TileGeometry,
    columns: number,
    isPacked: boolean,
  ): Promise<PackedPrefix | Buffer> {
    const held = this.heldPrefix(key, tile, columns, isPacked);
    if (held) return held;
    return (await this.#tiles.get(`${tileName(key)} packed ${columns}`, () =>
      packWidened(this.#plainPrefix(key, tile, columns)),
    )) as PackedPrefix;
  }

  /** The same where no packing is needed; else undefined. */
  heldPrefix(
    key: TileKey,
    tile: TileGeometry,
    columns: number,
    isPacked: boolean,
  ): PackedPrefix | Buffer | undefined {
    if (!isPacked) return this.#plainPrefix(key, tile, columns);
    if (columns === 1) return tile;
    return this.#tiles.peek(`${tileName(key)} packed ${columns}`) as PackedPrefix | undefined;
  }

  #plainPrefix(key: TileKey, tile: TileGeometry, columns: number): Buffer {
    return this.#tiles.getHeld(`${tileName(key)} plain ${columns}`, () =>
      widenPrefix(inflatePrefix(tile), tile.idx.length, columns),
    ) as Buffer;
  }

  async #readTile({ boundaryVersion, level, z, x, y }: TileKey): Promise<TileGeometry | null> {
    const [row] = await this.rows<{ idx: Buffer; length: number; crc: string; deflated: Buffer }>(
      `select idx, prefix_length as length, prefix_crc as crc, prefix_deflated as deflated from tile.geometry
       where boundary_version = $1 and level = $2 and z = $3 and x = $4 and y = $5`,
      [boundaryVersion, level, z, x, y],
      "tile",
    );
    if (!row) return null;
    return {
      z,
      x,
      y,
      idx: new Uint32Array(new Uint8Array(row.idx).buffer),
      prefixLength: row.length,
      prefixCrc: Number(row.crc),
      prefixDeflated: row.deflated,
    };
  }
}

const tileName = ({ boundaryVersion, level, z, x, y }: TileKey): string =>
  `${boundaryVersion} ${level} ${z}/${x}/${y}`;

function sizeOfTile(entry: TileGeometry | PackedPrefix | Buffer | null): number {
  if (entry === null) return 0;
  if (Buffer.isBuffer(entry)) return entry.length;
  return entry.prefixDeflated.length + ("idx" in entry ? entry.idx.byteLength : 0);
}
