// Order along a Hilbert curve: what is near on the map gets near numbers, so that a search stays in the processor's cache.

const ORDER = 16;

/** Distance along the curve of a cell of a 65,536 × 65,536 square (Wikipedia, "Hilbert curve", xy2d). */
export function hilbertDistance(x: number, y: number): number {
  let distance = 0;
  for (let side = 2 ** (ORDER - 1); side >= 1; side /= 2) {
    const right = (x & side) > 0 ? 1 : 0;
    const top = (y & side) > 0 ? 1 : 0;
    distance += side * side * ((3 * right) ^ top);
    if (top === 0) {
      if (right === 1) {
        x = 2 ** ORDER - 1 - x;
        y = 2 ** ORDER - 1 - y;
      }
      [x, y] = [y, x];
    }
  }
  return distance;
}

/** Indexes of points in the order of the curve through their box. */
export function hilbertOrder(xs: Int32Array, ys: Int32Array): Uint32Array {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [i, x] of xs.entries()) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, ys[i]!);
    north = Math.max(north, ys[i]!);
  }
  const cell = (value: number, low: number, high: number): number =>
    high > low ? Math.floor(((value - low) / (high - low)) * (2 ** ORDER - 1)) : 0;
  const distances = Float64Array.from(xs, (x, i) =>
    hilbertDistance(cell(x, west, east), cell(ys[i]!, south, north)),
  );
  return Uint32Array.from(xs.keys()).sort((a, b) => distances[a]! - distances[b]! || a - b);
}
