// Outlines of areas, and paths of them in a picture: positions are rounded to its grid, so that neighbours keep one border.

import type { Position } from "geojson";
import type { Bbox } from "#domain/bbox";
import { decodeWkb } from "#sql/wkb";
import type { IdxRange } from "#server/read/areas/area_index";
import type { Store } from "#server/read/store";

export interface Shape {
  readonly idx: number;
  /** In degrees. */
  readonly polygons: readonly (readonly Position[])[][];
  /** Of all polygons, outer and inner. */
  readonly rings: readonly (readonly Position[])[];
  /** Where a name can stand. */
  readonly point: readonly [number, number] | null;
}

/** What is drawn, in degrees, and the picture that it fills. */
export interface Frame {
  readonly bbox: Bbox;
  readonly width: number;
  readonly height: number;
}

/** Outlines of the areas of a level in `range`; those that cannot be drawn are left out. */
export async function readShapes(
  store: Store,
  boundaryVersion: number,
  level: string,
  { first, last }: IdxRange,
): Promise<Shape[]> {
  const rows = await store.rows<{ idx: number; wkb: Buffer; point: [number, number] | null }>(
    `select idx, st_asbinary(geometry, 'NDR') as wkb,
            case when point is null then null else array[st_x(point), st_y(point)] end as point
     from geo.area where boundary_version = $1 and level = $2 and idx between $3 and $4 and geometry is not null order by idx`,
    [boundaryVersion, level, first, last],
  );
  return rows.map(({ idx, wkb, point }) => {
    const polygons = decodeWkb(wkb).coordinates;
    return { idx, point, polygons, rings: polygons.flat() };
  });
}

/** The box around shapes; null around none. */
export function bboxOf(shapes: readonly Shape[]): Bbox | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { rings } of shapes)
    for (const ring of rings)
      for (const [x, y] of ring) {
        west = Math.min(west, x!);
        east = Math.max(east, x!);
        south = Math.min(south, y!);
        north = Math.max(north, y!);
      }
  return west <= east ? [west, south, east, north] : null;
}

const mercator = (latitude: number): number =>
  (Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * 180) / Math.PI;

/** Where a position stands in a picture, which keeps `margin` free all round. */
export function projection({ bbox: [west, south, east, north], width, height }: Frame, margin: number) {
  const [bottom, top] = [mercator(south), mercator(north)];
  const scale = Math.min(
    (width - 2 * margin) / (east - west || 1),
    (height - 2 * margin) / (top - bottom || 1),
  );
  const left = (width - (east - west) * scale) / 2;
  const above = (height - (top - bottom) * scale) / 2;
  return (x: number, y: number): [number, number] => [
    left + (x - west) * scale,
    above + (top - mercator(y)) * scale,
  ];
}

/** The path of rings on a grid of `step` picture units; rings that shrink to nothing are left out. */
export function pathOf(
  rings: Shape["rings"],
  project: (x: number, y: number) => [number, number],
  step: number,
): string {
  let path = "";
  for (const ring of rings) {
    let [lastX, lastY] = [NaN, NaN];
    let own = "";
    let count = 0;
    for (const [longitude, latitude] of ring) {
      const [px, py] = project(longitude!, latitude!);
      const [x, y] = [Math.round(px / step), Math.round(py / step)];
      if (x === lastX && y === lastY) continue;
      const [dx, dy] = [shortNumber((x - lastX) * step), shortNumber((y - lastY) * step)];
      own +=
        count === 0
          ? `M${shortNumber(x * step)} ${shortNumber(y * step)}l`
          : `${dx}${dy.startsWith("-") ? "" : " "}${dy} `;
      [lastX, lastY] = [x, y];
      count++;
    }
    if (count > 3) path += `${own.trimEnd()}z`;
  }
  return path;
}

const shortNumber = (value: number): string => {
  const rounded = Math.round(value * 100) / 100;
  return String(rounded).replace(/^(-?)0\./, "$1.");
};
