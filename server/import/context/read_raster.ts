// Heights, people or built-up land of a GeoTIFF on a grid of longitude and latitude.

import { fromArrayBuffer, type GeoTIFFImage } from "geotiff";
import type { RasterGrid } from "#domain/context";
import type { Database } from "#sql/connect";
import { crsName, LON_LAT } from "#server/import/boundaries/crs";
import { transformed, type Position } from "#server/import/boundaries/lon_lat";
import type { FindingLog } from "#server/import/findings/finding_log";
import { ImportFault, unreadable } from "#server/import/findings/import_fault";
import type { Files } from "#server/import/readers/files";
import type { RasterSpec } from "./profile.ts";
import type { RuleId } from "#server/import/findings/rules";

/** Columns or rows of a raster that is read whole; a larger one is read in coarser steps. */
const MOST_NODES = 6_000;
/** Nodes along a side of the lattice that is transformed; between them places are interpolated. */
const LATTICE = 33;
/** Key of a system that the file spells out itself. */
const USER_DEFINED = 32_767;

interface Raster {
  readonly width: number;
  readonly height: number;
  /** West, south, east, north in the raster's system. */
  readonly box: readonly [number, number, number, number];
  readonly values: Float32Array;
}

const fault = (rule: RuleId, file: string, message: string, action: string): ImportFault =>
  new ImportFault(message, { rule, file, action: `nothing is imported; ${action}` });

function crsOf(image: GeoTIFFImage, { file, crs }: RasterSpec): string {
  if (crs !== undefined) return crsName(crs);
  const keys = image.getGeoKeys() ?? {};
  const key: unknown = keys.ProjectedCSTypeGeoKey ?? keys.GeographicTypeGeoKey;
  if (typeof key === "number" && key !== USER_DEFINED) return crsName(String(key));
  throw fault("crs_unknown", file, "names no coordinate system", 'name it as "crs" in the profile');
}

async function readPixels(image: GeoTIFFImage, file: string, log: FindingLog): Promise<Raster> {
  const [width, height] = [image.getWidth(), image.getHeight()];
  const step = Math.max(1, Math.ceil(Math.max(width, height) / MOST_NODES));
  if (step > 1)
    log.add({
      severity: "note",
      rule: "raster_reduced",
      file,
      message: `has ${width} × ${height} pixels: at most ${MOST_NODES} along a side are read`,
      action: `every ${step} by ${step} pixels were taken as one`,
    });
  const size = { width: Math.floor(width / step), height: Math.floor(height / step) };
  const bands = await image.readRasters({ samples: [0], ...size, resampleMethod: "bilinear" });
  const noData = image.getGDALNoData();
  const values = Float32Array.from(bands[0] as ArrayLike<number>, (value) =>
    value === noData || !Number.isFinite(value) ? Number.NaN : value,
  );
  const box = image.getBoundingBox() as [number, number, number, number];
  return { ...size, box, values };
}

/** A raster whose system is longitude and latitude already: its pixels are the nodes. */
function asGrid({ width, height, box: [west, south, east, north], values }: Raster): RasterGrid {
  const [stepLon, stepLat] = [(east - west) / width, (north - south) / height];
  return {
    columns: width,
    rows: height,
    west: west + stepLon / 2,
    north: north - stepLat / 2,
    stepLon,
    stepLat,
    values,
  };
}

/** The value at a place of a raster, between its four nearest pixels; NaN outside. */
function valueAt(
  { width, height, box: [west, south, east, north], values }: Raster,
  [x, y]: Position,
): number {
  const across = ((x - west) / (east - west)) * width - 0.5;
  const down = ((north - y) / (north - south)) * height - 0.5;
  const [column, row] = [Math.floor(across), Math.floor(down)];
  if (!(column >= 0 && row >= 0 && column < width - 1 && row < height - 1)) return Number.NaN;
  const at = row * width + column;
  const [u, v] = [across - column, down - row];
  return (
    (values[at]! * (1 - u) + values[at + 1]! * u) * (1 - v) +
    (values[at + width]! * (1 - u) + values[at + width + 1]! * u) * v
  );
}

const lattice = ([west, south, east, north]: readonly [number, number, number, number]): Position[] =>
  Array.from({ length: LATTICE * LATTICE }, (_, node): Position => {
    const [u, v] = [(node % LATTICE) / (LATTICE - 1), Math.floor(node / LATTICE) / (LATTICE - 1)];
    return [west + u * (east - west), north + v * (south - north)];
  });

/** The raster on a grid of longitude and latitude of about its own pixels. */
async function warp(
  raster: Raster,
  crs: string,
  file: string,
  database: Pick<Database, "pool">,
): Promise<RasterGrid> {
  const corners = await transformed(lattice(raster.box), { from: crs, to: LON_LAT, file }, database);
  const [lons, lats] = [0, 1].map((axis) =>
    corners.map((corner) => corner[axis as 0 | 1]).filter(Number.isFinite),
  );
  const [west, east] = [Math.min(...lons!), Math.max(...lons!)];
  const [south, north] = [Math.min(...lats!), Math.max(...lats!)];
  if (!(east > west && north > south))
    throw fault(
      "crs_wrong",
      file,
      `does not lie in ${crs}`,
      'name its coordinate system as "crs" in the profile',
    );
  const back = await transformed(
    lattice([west, south, east, north]),
    { from: LON_LAT, to: crs, file },
    database,
  );
  const [columns, rows] = [raster.width, raster.height];
  const values = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const [across, down] = [(column / (columns - 1)) * (LATTICE - 1), (row / (rows - 1)) * (LATTICE - 1)];
      const [i, j] = [Math.min(LATTICE - 2, Math.floor(across)), Math.min(LATTICE - 2, Math.floor(down))];
      const [u, v] = [across - i, down - j];
      const node = j * LATTICE + i;
      const along = (axis: 0 | 1): number =>
        (back[node]![axis] * (1 - u) + back[node + 1]![axis] * u) * (1 - v) +
        (back[node + LATTICE]![axis] * (1 - u) + back[node + LATTICE + 1]![axis] * u) * v;
      values[row * columns + column] = valueAt(raster, [along(0), along(1)]);
    }
  return {
    columns,
    rows,
    west,
    north,
    stepLon: (east - west) / (columns - 1),
    stepLat: (north - south) / (rows - 1),
    values,
  };
}

/** The GeoTIFF of a profile; throws an ImportFault for what is none, or lies nowhere. */
export async function readRaster(
  spec: RasterSpec,
  {
    files,
    log,
    database,
  }: { readonly files: Files; readonly log: FindingLog; readonly database: Pick<Database, "pool"> },
): Promise<RasterGrid> {
  const { file } = spec;
  const bytes = await files.bytes(spec);
  const image = await fromArrayBuffer(Uint8Array.from(bytes).buffer)
    .then((tiff) => tiff.getImage())
    .catch((error: unknown) => {
      throw unreadable(file, "is no GeoTIFF", error);
    });
  if (!image.fileDirectory.hasTag("ModelPixelScale") && !image.fileDirectory.hasTag("ModelTransformation"))
    throw fault("raster_without_place", file, "is a TIFF that does not say where it lies", "use a GeoTIFF");
  const crs = crsOf(image, spec);
  const raster = await readPixels(image, file, log);
  if (raster.width < 4 || raster.height < 4)
    throw fault(
      "raster_too_small",
      file,
      `has ${raster.width} × ${raster.height} pixels: at least 4 × 4`,
      "use a finer one",
    );
  if (raster.values.every(Number.isNaN))
    throw fault("raster_empty", file, "holds no value", "look at its first band and its value for no data");
  return crs === LON_LAT ? asGrid(raster) : warp(raster, crs, file, database);
}
