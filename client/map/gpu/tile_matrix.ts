// Where tiles lie on a canvas: matrices from MapLibre's camera, the rectangle that a tile may draw in, what of it is in view.

import type { CustomRenderMethodInput } from "maplibre-gl";
import type { TileId } from "./tile_fallback.ts";
import type { TileWithGeometry, TileSet } from "./tile_set.ts";
import { EXTENT } from "./tile_geometry.ts";

/** Left, bottom, width, height in pixels of the canvas, as `gl.scissor` takes them. */
export type ScissorRect = readonly [x: number, y: number, width: number, height: number];

/** The matrix from half tile units to clip space. */
const matrixOf = (
  { getProjectionData }: Pick<CustomRenderMethodInput, "getProjectionData">,
  { z, x, y }: TileId,
): ArrayLike<number> => getProjectionData({ tileID: { wrap: 0, canonical: { z, x, y } } }).mainMatrix;

/** The rectangle that a tile covers on a canvas, by its matrix; null when it is off the screen. */
export function scissorOf(m: ArrayLike<number>, width: number, height: number): ScissorRect | null {
  const corner = (u: number, v: number): readonly [number, number] | null => {
    const w = m[3]! * u + m[7]! * v + m[15]!;
    if (w <= 0) return null;
    const x = (m[0]! * u + m[4]! * v + m[12]!) / w;
    const y = (m[1]! * u + m[5]! * v + m[13]!) / w;
    return [Math.round(((x + 1) / 2) * width), Math.round(((y + 1) / 2) * height)];
  };
  // A tilted tile is no rectangle: its bounding box, and the whole canvas for one that reaches behind the camera.
  const ends = [0, 2 * EXTENT];
  const corners = ends.flatMap((u) => ends.map((v) => corner(u, v)));
  const inFront = corners.filter((point) => point !== null);
  if (inFront.length === 0) return null;
  const isWhole = inFront.length === corners.length;
  const [xs, ys] = isWhole
    ? [inFront.map(([x]) => x), inFront.map(([, y]) => y)]
    : [
        [0, width],
        [0, height],
      ];
  const [x0, y0] = [Math.max(0, Math.min(...xs)), Math.max(0, Math.min(...ys))];
  const [x1, y1] = [Math.min(width, Math.max(...xs)), Math.min(height, Math.max(...ys))];
  return x1 > x0 && y1 > y0 ? [x0, y0, x1 - x0, y1 - y0] : null;
}

/** Draws every tile that is on the canvas, clipped to its own frame, since its areas go a little beyond it; returns their number. */
export function drawTiles<Tile extends TileWithGeometry>(
  gl: WebGL2RenderingContext,
  camera: Pick<CustomRenderMethodInput, "getProjectionData">,
  tiles: TileSet<Tile>,
  draw: (tile: Tile, id: TileId, matrix: Float32Array<ArrayBuffer>) => void,
): number {
  let drawn = 0;
  gl.enable(gl.SCISSOR_TEST);
  for (const { tile: id, frame } of tiles.draws()) {
    const scissor = scissorOf(matrixOf(camera, frame), gl.drawingBufferWidth, gl.drawingBufferHeight);
    if (!scissor) continue;
    gl.scissor(...scissor);
    draw(tiles.tile(id)!, id, Float32Array.from(matrixOf(camera, id)));
    drawn++;
  }
  gl.disable(gl.SCISSOR_TEST);
  return drawn;
}

/** In tile units. */
export type TileBox = readonly [left: number, top: number, right: number, bottom: number];

/** The part of a tile's plane that the screen shows, by the tile's matrix; null when the camera is tilted or turned. */
export function visibleBox(m: ArrayLike<number>): TileBox | null {
  if (m[1] !== 0 || m[3] !== 0 || m[4] !== 0 || m[7] !== 0) return null;
  const at = (clip: number, scale: number, shift: number): number => (clip * m[15]! - shift) / scale / 2;
  const [x0, x1] = [at(-1, m[0]!, m[12]!), at(1, m[0]!, m[12]!)];
  const [y0, y1] = [at(-1, m[5]!, m[13]!), at(1, m[5]!, m[13]!)];
  return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
}

/**
 * The runs of triangles or borders of the features that touch a box; all without a box. Entry k of `first` is where those of
 * feature k begin, and one entry more.
 */
export function runsInBox(
  boxes: Int16Array,
  first: Uint32Array,
  box: TileBox | null,
): [first: number, count: number][] {
  const n = first.length - 1;
  if (!box) return [[0, first[n]!]];
  const [left, top, right, bottom] = box;
  const runs: [number, number][] = [];
  let start = -1;
  for (let k = 0; k <= n; k++) {
    const at = 4 * k;
    const isSeen =
      k < n &&
      boxes[at]! <= right &&
      boxes[at + 1]! <= bottom &&
      boxes[at + 2]! >= left &&
      boxes[at + 3]! >= top;
    if (isSeen && start < 0) start = first[k]!;
    if (isSeen || start < 0) continue;
    if (first[k]! > start) runs.push([start, first[k]! - start]);
    start = -1;
  }
  return runs;
}
