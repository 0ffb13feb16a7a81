// Which files hold the areas of a level: polygons, polygons by way of another key, or points.

import { isLonLat } from "#server/import/boundaries/polygons";
import type { CodeColumn, CodeSpace } from "./codes.ts";
import type { SeenColumn, SeenSource } from "./seen_source.ts";

export interface AreaSource {
  /** The column with the codes of the level. */
  readonly key: CodeColumn;
  /** Polygons in a file of their own: the column here, and the one there. */
  readonly polygons?: { readonly column: SeenColumn; readonly key: CodeColumn };
  readonly point?: "geometry" | { readonly lon: string; readonly lat: string };
  /** How good it is: polygons before polygons elsewhere before points. */
  readonly rank: number;
}

/** Of two keys in one file each has at least so many values of the other. */
const ONE_TO_ONE = 0.9;

const LON = /^(lon|lng|long|longitude|x|经度|lon_dd|x_coord|东经)$/i;
const LAT = /^(lat|latitude|y|纬度|lat_dd|y_coord|北纬)$/i;

/** The columns of longitude and latitude of a table. */
export function pointColumns({ columns }: SeenSource): { lon: SeenColumn; lat: SeenColumn } | null {
  const lon = columns.find((column) => LON.test(column.name) && column.isNumeric());
  const lat = columns.find((column) => LAT.test(column.name) && column.isNumeric());
  return lon && lat ? { lon, lat } : null;
}

/** Polygons whose own key stands in another column of the file of `key`. */
function polygonsElsewhere(key: CodeColumn, spaces: readonly CodeSpace[]): AreaSource["polygons"] {
  for (const space of spaces) {
    if (space.columns.includes(key)) continue;
    const own = space.columns.find(
      ({ source, codes }) => source === key.source && codes.size >= ONE_TO_ONE * key.codes.size,
    );
    const polygons = space.columns.find(({ source, isKey }) => isKey && source.geometry === "polygons");
    if (own && polygons && polygons.source !== key.source) return { column: own.column, key: polygons };
  }
  return undefined;
}

function areaSource(key: CodeColumn, spaces: readonly CodeSpace[]): AreaSource | null {
  if (!key.isKey) return null;
  if (key.source.geometry === "polygons") return { key, rank: 3 };
  const polygons = polygonsElsewhere(key, spaces);
  if (polygons) return { key, polygons, rank: 2 };
  if (key.source.geometry === "points") return { key, point: "geometry", rank: 1 };
  const point = pointColumns(key.source);
  return point ? { key, point: { lon: point.lon.name, lat: point.lat.name }, rank: 1 } : null;
}

/** The best file for the areas of a code space; of two alike the one of more areas. */
export function bestAreaSource(space: CodeSpace, spaces: readonly CodeSpace[]): AreaSource | null {
  const found = space.columns.flatMap((key) => areaSource(key, spaces) ?? []);
  return found.toSorted((a, b) => b.rank - a.rank || b.key.codes.size - a.key.codes.size)[0] ?? null;
}

/** The first zones of the Gauss–Krüger systems whose eastings begin with the number of the zone (CGCS2000). */
const ZONES = [
  { from: 13, to: 23, epsg: 4491 },
  { from: 25, to: 45, epsg: 4513 },
];

/** What `crs` should say of a file: undefined where nothing has to be said, null where nobody can tell. */
export function likelyCrs({ crs, bounds }: SeenSource): string | null | undefined {
  if (crs !== null || !bounds || isLonLat(bounds)) return undefined;
  const zone = Math.floor(bounds.west / 1e6);
  const known = ZONES.find(({ from, to }) => zone >= from && zone <= to);
  return known && bounds.south > 0 && bounds.north < 7e6 ? `EPSG:${known.epsg + zone - known.from}` : null;
}
