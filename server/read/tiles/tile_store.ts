// Geometry of tiles: the prefix as it is stored, inflated, and widened for several columns.

import { inflatePrefix, packWidened, widenPrefix, type PackedPrefix } from "#tiles/prefix";
import type { TileGeometry } from "#tiles/tile";
import { BoundedCache, type CacheStatistics } from "#server/cache";
import type { ReadRows } from "#server/read/rows";

export interface TileKey {
  readonly boundaryVersion: number;
  readonly level: string;
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** Stands for a tile in which no area is. */
const NO_AREA = "no area";

/** Which prefix of a tile is wanted. */
export interface PrefixForm {
  /** Values that it leaves room for. */
  readonly columns: number;
  /** Deflated, for gzip. */
  readonly isPacked: boolean;
}

export const tileName = ({ boundaryVersion, level, z, x, y }: TileKey): string =>
  `${boundaryVersion} ${level} ${z}/${x}/${y}`;

/** All share one bound. The key itself has which of them it stands for. */
type Entry = TileGeometry | typeof NO_AREA | PackedPrefix | Buffer;

function sizeOf(entry: Entry): number {
  if (entry === NO_AREA) return 0;
  if (Buffer.isBuffer(entry)) return entry.length;
  return entry.prefixDeflated.length + ("idx" in entry ? entry.idx.byteLength : 0);
}

export class TileStore {
  readonly #rows: ReadRows;
  readonly #entries: BoundedCache<Entry>;

  constructor(rows: ReadRows, maxBytes: number) {
    this.#rows = rows;
    this.#entries = new BoundedCache(maxBytes, sizeOf);
  }

  statistics(): Record<"tiles", CacheStatistics> {
    return { tiles: this.#entries.statistics() };
  }

  forget(): void {
    this.#entries.clear();
  }

  /** The constant part of a tile; null where no area is. */
  async geometry(key: TileKey): Promise<TileGeometry | null> {
    const entry = await this.#entries.get(tileName(key), () => this.#read(key));
    return entry === NO_AREA ? null : (entry as TileGeometry);
  }

  /** The same where it is in memory; else undefined. */
  geometryInMemory(key: TileKey): TileGeometry | null | undefined {
    const entry = this.#entries.peek(tileName(key));
    return entry === NO_AREA ? null : (entry as TileGeometry | undefined);
  }

  /** The prefix of a tile; packed for one column it is what is stored. */
  async prefix(key: TileKey, tile: TileGeometry, form: PrefixForm): Promise<PackedPrefix | Buffer> {
    const known = this.prefixInMemory(key, tile, form);
    if (known) return known;
    return (await this.#entries.get(packedName(key, form), () =>
      packWidened(this.#plain(key, tile, form.columns)),
    )) as PackedPrefix;
  }

  /** The same where nothing has to be deflated; else undefined. */
  prefixInMemory(key: TileKey, tile: TileGeometry, form: PrefixForm): PackedPrefix | Buffer | undefined {
    if (!form.isPacked) return this.#plain(key, tile, form.columns);
    if (form.columns === 1) return tile;
    return this.#entries.peek(packedName(key, form)) as PackedPrefix | undefined;
  }

  /** Where the tiles of a zoom are. */
  tilesAt(boundaryVersion: number, level: string, zoom: number): Promise<TileKey[]> {
    return this.#rows<TileKey>(
      `select boundary_version as "boundaryVersion", level, z, x, y from tile.geometry
       where boundary_version = $1 and level = $2 and z = $3`,
      [boundaryVersion, level, zoom],
    );
  }

  #plain(key: TileKey, tile: TileGeometry, columns: number): Buffer {
    return this.#entries.getNow(`${tileName(key)} plain ${columns}`, () =>
      widenPrefix(inflatePrefix(tile), tile.idx.length, columns),
    ) as Buffer;
  }

  async #read({ boundaryVersion, level, z, x, y }: TileKey): Promise<TileGeometry | typeof NO_AREA> {
    const [row] = await this.#rows<{ idx: Buffer; length: number; crc: string; deflated: Buffer }>(
      `select idx, prefix_length as length, prefix_crc as crc, prefix_deflated as deflated from tile.geometry
       where boundary_version = $1 and level = $2 and z = $3 and x = $4 and y = $5`,
      [boundaryVersion, level, z, x, y],
      { name: "tile" },
    );
    if (!row) return NO_AREA;
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

const packedName = (key: TileKey, { columns }: PrefixForm): string => `${tileName(key)} packed ${columns}`;
