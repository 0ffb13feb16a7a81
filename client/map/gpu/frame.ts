// Where tiles lie on a canvas: matrices from MapLibre's camera, and the rectangle that a tile may draw in.

import type { CustomRenderMethodInput } from "maplibre-gl";
import type { TileId } from "./cover.ts";
import { EXTENT } from "./tile_shape.ts";

/** Left, bottom, width, height in pixels of the canvas, as `gl.scissor` takes them. */
export type Rectangle = readonly [x: number, y: number, width: number, height: number];

/** Gives the matrix from half tile units to clip space. */
export const matrixOf = (
  { getProjectionData }: Pick<CustomRenderMethodInput, "getProjectionData">,
  { z, x, y }: TileId,
): ArrayLike<number> => getProjectionData({ tileID: { wrap: 0, canonical: { z, x, y } } }).mainMatrix;

/** Gives the rectangle that a tile covers on a canvas, by its matrix; null when it is off the screen. */
export function rectangleOf(m: ArrayLike<number>, width: number, height: number): Rectangle | null {
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
  const known = corners.flatMap((one) => (one ? [one] : []));
  if (known.length === 0) return null;
  const isWhole = known.length === corners.length;
  const [xs, ys] = isWhole
    ? [known.map(([x]) => x), known.map(([, y]) => y)]
    : [
        [0, width],
        [0, height],
      ];
  const [x0, y0] = [Math.max(0, Math.min(...xs)), Math.max(0, Math.min(...ys))];
  const [x1, y1] = [Math.min(width, Math.max(...xs)), Math.min(height, Math.max(...ys))];
  return x1 > x0 && y1 > y0 ? [x0, y0, x1 - x0, y1 - y0] : null;
}
