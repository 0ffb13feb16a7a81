// Areas of vector tiles as paths of a drawing in Web Mercator.

import type { Bbox } from "#domain/bbox";
import { SEGMENT, EXTENT, VERTEX_BYTES, featureOf } from "#client/map/gpu/tile_geometry.ts";
import { outlineOf } from "#client/map/gpu/borders.ts";
import type { Segments, TileGeometry } from "#client/map/gpu/tile_geometry.ts";

/** [x, y] of the world 0–1, y from the north. */
export type WorldPoint = readonly [number, number];

/** A place in Web Mercator. */
export function worldOf(lon: number, lat: number): WorldPoint {
  const sine = Math.sin((lat * Math.PI) / 180);
  return [lon / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

/** How a drawing shows the world: x · scale − left, y · scale − top. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

/** The frame of a width that shows a box with a margin; at most `maxHeight` high, at least `minHeight`. */
export function frameOf(
  box: Bbox,
  width: number,
  minHeight: number,
  maxHeight: number,
  margin: number,
): Frame {
  const [west, south, east, north] = box;
  const [x0, y0] = worldOf(west, north);
  const [x1, y1] = worldOf(east, south);
  const [w, h] = [x1 - x0 || 1e-9, y1 - y0 || 1e-9];
  const byWidth = (width - 2 * margin) / w;
  const height = Math.min(maxHeight, Math.max(minHeight, h * byWidth + 2 * margin));
  const scale = Math.min(byWidth, (height - 2 * margin) / h);
  return {
    width,
    height,
    scale,
    left: ((x0 + x1) / 2) * scale - width / 2,
    top: ((y0 + y1) / 2) * scale - height / 2,
  };
}

export const placeOf = (frame: Frame, [x, y]: WorldPoint): WorldPoint => [
  x * frame.scale - frame.left,
  y * frame.scale - frame.top,
];

export interface TileAt {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** Pixels of a drawing that a tile takes at most before finer ones are asked for. */
const TILE_PX = 400;

/** The tiles that cover a frame, as fine as the drawing needs and the level has. */
export function tilesOf(
  frame: Frame,
  { minZoom, maxZoom }: { readonly minZoom: number; readonly maxZoom: number },
): TileAt[] {
  const z = Math.min(maxZoom, Math.max(minZoom, Math.ceil(Math.log2(frame.scale / TILE_PX))));
  const count = 2 ** z;
  const span = (start: number, length: number): number[] => {
    const first = Math.max(0, Math.floor((start / frame.scale) * count));
    const last = Math.min(count - 1, Math.floor(((start + length) / frame.scale) * count));
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  };
  return span(frame.left, frame.width).flatMap((x) =>
    span(frame.top, frame.height).map((y) => ({ z, x, y })),
  );
}

export interface PlacedTile {
  readonly tile: TileAt;
  readonly geometry: TileGeometry;
}

/** Where a tile unit of a tile stands in the drawing, to a tenth of a pixel. */
function placer({ z, x, y }: TileAt, frame: Frame): (u: number, v: number) => string {
  const unit = frame.scale / 2 ** z / EXTENT;
  const left = x * EXTENT * unit - frame.left;
  const top = y * EXTENT * unit - frame.top;
  const round = (value: number): number => Math.round(value * 10) / 10;
  return (u, v) => `${round(left + u * unit)} ${round(top + v * unit)}`;
}

function ringsOf(geometry: TileGeometry, feature: number, place: (u: number, v: number) => string): string {
  const points = new Int16Array(geometry.vertices);
  const stride = VERTEX_BYTES / 2;
  let path = "";
  for (let ring = geometry.firstRing[feature]!; ring < geometry.firstRing[feature + 1]!; ring++) {
    const corners: string[] = [];
    let last = "";
    for (let v = geometry.rings[ring]!; v < geometry.rings[ring + 1]!; v++) {
      const corner = place(points[stride * v]!, points[stride * v + 1]!);
      if (corner !== last) corners.push(corner);
      last = corner;
    }
    if (corners.length > 2) path += `M${corners.join("L")}Z`;
  }
  return path;
}

/** The path of every area of some tiles, by code; parts of one area overlap where tiles do, so it is filled by the nonzero rule. */
export function areaPaths(tiles: readonly PlacedTile[], frame: Frame): Map<string, string> {
  const paths = new Map<string, string>();
  for (const { tile, geometry } of tiles) {
    const place = placer(tile, frame);
    geometry.codes.forEach((code, feature) => {
      paths.set(code, (paths.get(code) ?? "") + ringsOf(geometry, feature, place));
    });
  }
  return paths;
}

function segmentPath(segments: Segments, place: (u: number, v: number) => string): string {
  let path = "";
  let last = "";
  for (let at = 0; at < segments.length; at += SEGMENT) {
    const [a, b] = [place(segments[at + 2]!, segments[at + 3]!), place(segments[at + 4]!, segments[at + 5]!)];
    if (a === b) continue;
    path += a === last ? `L${b}` : `M${a}L${b}`;
    last = b;
  }
  return path;
}

/** The lines between all areas of some tiles. */
export const borderPath = (tiles: readonly PlacedTile[], frame: Frame): string =>
  tiles.map(({ tile, geometry }) => segmentPath(geometry.borders, placer(tile, frame))).join("");

/** The line around one area. */
export const outlinePath = (tiles: readonly PlacedTile[], code: string, frame: Frame): string =>
  tiles
    .map(({ tile, geometry }) => {
      const feature = featureOf(geometry, code);
      return feature === undefined ? "" : segmentPath(outlineOf(geometry, [feature]), placer(tile, frame));
    })
    .join("");
