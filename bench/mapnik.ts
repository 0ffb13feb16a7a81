// Mapnik making vector tiles from the tables of the peer, and reading ours; a tool that only this benchmark uses and nobody must install.

import { createRequire } from "node:module";
import type { TileKey } from "#server/read/tiles/tile_store";
import type { Territory } from "./territory.ts";

/** As ours: a 64th of a tile. */
const BUFFER = 64;
const EXTENT = 4096;
const WORLD = 20_037_508.342789244;

const INSTALL = "Mapnik is not installed: npm install --no-save @mapnik/mapnik@4.7.7 (164 MB)";

/** What is used of `@mapnik/mapnik`, which brings no types. */
interface VectorTile {
  getData(
    options: { compression: "gzip"; level: number },
    done: (error: Error | null, bytes: Buffer) => void,
  ): void;
  setDataSync(bytes: Buffer, options: { validate: boolean }): void;
  toJSON(options: { decode_geometry: boolean }): { name: string; features: MapnikFeature[] }[];
}
interface MapnikFeature {
  readonly id: number;
  readonly geometry_type: string;
  readonly properties: Readonly<Record<string, number | string>>;
}
interface MapnikMap {
  add_layer(layer: unknown): void;
  extent: readonly number[];
  render(tile: VectorTile, options: object, done: (error: Error | null, tile: VectorTile) => void): void;
}
interface Mapnik {
  readonly versions: { readonly mapnik: string };
  register_default_input_plugins(): void;
  Map: new (width: number, height: number, srs: string) => MapnikMap;
  Layer: new (name: string, srs: string) => { datasource: unknown };
  Datasource: new (options: Record<string, string | number | boolean>) => unknown;
  VectorTile: new (z: number, x: number, y: number, options: object) => VectorTile;
}

export interface MapnikTiles {
  readonly version: string;
  tileGzip(key: TileKey): Promise<Buffer>;
  /** Reads a tile of ours, checked against the specification, and gives v0 of every polygon by id; throws on what Mapnik refuses. */
  read(key: TileKey, body: Buffer): Map<number, number | string>;
}

/** Opens the table of one level; a text says why it cannot. */
export function openMapnik(
  { databaseUrl }: Pick<Territory, "databaseUrl">,
  level: string,
): MapnikTiles | string {
  let mapnik: Mapnik;
  try {
    mapnik = createRequire(import.meta.url)("@mapnik/mapnik") as Mapnik;
  } catch {
    return INSTALL;
  }
  mapnik.register_default_input_plugins();
  const { hostname, port, username, password, pathname, searchParams } = new URL(databaseUrl);
  const map = new mapnik.Map(256, 256, "epsg:3857");
  const layer = new mapnik.Layer(level, "epsg:3857");
  layer.datasource = new mapnik.Datasource({
    type: "postgis",
    host: searchParams.get("host") ?? hostname,
    port: port || "5432",
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    dbname: pathname.slice(1),
    table: `(select idx, code, name, v0, geom from bench."${level}") as areas`,
    geometry_field: "geom",
    key_field: "idx",
    srid: 3857,
    extent: [-WORLD, -WORLD, WORLD, WORLD].join(),
    max_size: 1,
  });
  map.add_layer(layer);
  map.extent = [-WORLD, -WORLD, WORLD, WORLD];
  const tileGzip = ({ z, x, y }: TileKey): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      const tile = new mapnik.VectorTile(z, x, y, { tile_size: EXTENT, buffer_size: BUFFER });
      map.render(tile, { simplify_distance: 0, area_threshold: 0 }, (error, made) => {
        if (error) reject(error);
        else
          made.getData({ compression: "gzip", level: 1 }, (failed, bytes) =>
            failed ? reject(failed) : resolve(bytes),
          );
      });
    });
  const read = ({ z, x, y }: TileKey, body: Buffer): Map<number, number | string> => {
    const tile = new mapnik.VectorTile(z, x, y, { tile_size: EXTENT, buffer_size: BUFFER });
    tile.setDataSync(body, { validate: true });
    const layers = tile.toJSON({ decode_geometry: true });
    if (layers.length !== 1 || layers[0]!.name !== level)
      throw new Error(`Mapnik finds the layers ${layers.map(({ name }) => name).join()} instead of ${level}`);
    return new Map(
      layers[0]!.features.map(({ id, geometry_type: type, properties }) => {
        if (!type.endsWith("Polygon")) throw new Error(`Mapnik takes area ${id} for a ${type}`);
        return [id, properties["v0"]!];
      }),
    );
  };
  return { version: mapnik.versions.mapnik, tileGzip, read };
}
