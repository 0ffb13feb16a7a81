// The land before anybody lives on it: outer line, mountains, rivers. Fields on a grid, read in between.

import { Heap } from "./heap.ts";
import { fractal, ridged } from "./noise.ts";

/** Plane coordinates: x east and y north of the middle of the land, both in degrees of latitude. */
export interface Terrain {
  /** Half the extent of the land, some sea included. */
  readonly halfWidth: number;
  readonly halfHeight: number;
  /** Of the land alone, in square degrees of latitude. */
  readonly area: number;
  /** Distance to the outer line, about right near to it: positive on land, negative at sea. */
  inland(x: number, y: number): number;
  /** 0 at the sea to about 1 on the highest crests. */
  elevation(x: number, y: number): number;
  /** 0 away from rivers to 1 on a great one. */
  river(x: number, y: number): number;
  /** 0 to 1: as `river`, but reaching as far as a valley does. */
  valley(x: number, y: number): number;
}

interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly step: number;
}

/** Raises the land of the given width; `step` is the spacing of its grid, both in degrees of latitude. */
export function raiseLand(seed: number, width: number, step: number): Terrain {
  const halfWidth = width * 0.62;
  const halfHeight = width * 0.55;
  const grid = {
    columns: Math.ceil((2 * halfWidth) / step) + 1,
    rows: Math.ceil((2 * halfHeight) / step) + 1,
    step,
  };
  // Mountains and bays keep their size as the land grows.
  const feature = Math.min(width / 4, 1.2);
  const each = (make: (x: number, y: number) => number): Float32Array => {
    const values = new Float32Array(grid.columns * grid.rows);
    for (let node = 0; node < values.length; node++)
      values[node] = make(
        (node % grid.columns) * step - halfWidth,
        Math.floor(node / grid.columns) * step - halfHeight,
      );
    return values;
  };
  const inland = distances(
    each((x, y) => shape(seed, x / width, y / width, feature / width)),
    grid,
  );
  const west = (x: number) => 0.5 - x / (2 * halfWidth);
  const raw = each((x, y) => {
    const bend = 0.35 * fractal(seed + 40, x / feature, y / feature, 2);
    const crests = ridged(seed + 20, x / feature / 1.5 + bend, y / feature / 1.1 - bend, 5);
    const ranges = 0.5 + fractal(seed + 30, x / feature / 2.2, y / feature / 2.2, 3);
    return crests * (0.25 + 0.9 * ranges) + 0.5 * west(x) ** 1.5 - 0.15;
  });
  const elevation = raw.map((height, node) => {
    const coast = Math.min(1, Math.max(0, inland[node]! / (0.6 * feature)));
    return Math.max(0, height) * (0.15 + 0.85 * coast);
  });
  const river = rivers(elevation, inland, grid, feature);
  const valley = blur(river, grid, Math.max(2, Math.round((0.07 * feature) / step)));
  for (let node = 0; node < valley.length; node++) valley[node] = Math.min(1, 2.5 * valley[node]!);
  for (let node = 0; node < elevation.length; node++) elevation[node]! *= 1 - 0.55 * valley[node]!;
  const read = (values: Float32Array) => (x: number, y: number) =>
    interpolate(values, grid, (x + halfWidth) / step, (y + halfHeight) / step);
  return {
    halfWidth,
    halfHeight,
    area: inland.reduce((sum, depth) => sum + (depth > 0 ? 1 : 0), 0) * step * step,
    inland: read(inland),
    elevation: read(elevation),
    river: read(blur(river, grid, 1)),
    valley: read(valley),
  };
}

/** Positive inside the outer line: a rounded body worn away by noise, with a bay in the south-east. x, y in widths. */
function shape(seed: number, x: number, y: number, feature: number): number {
  const body = 1 - (Math.abs(x / 0.5) ** 2.4 + Math.abs(y / 0.39) ** 2.4);
  const bay = 1.1 * Math.exp(-(((x - 0.33) / 0.1) ** 2) - ((y + 0.3) / 0.16) ** 2);
  const coarse = 0.75 * fractal(seed, x * 3.2, y * 3.2, 3);
  const fine = ((1.1 * feature) / 0.25) * fractal(seed + 10, (x / feature) * 2, (y / feature) * 2, 5);
  return body - bay + coarse + 0.55 * fine;
}

/** Turns a field into its distance to zero: value over slope, both in plane units. */
function distances(field: Float32Array, { columns, rows, step }: Grid): Float32Array {
  return field.map((value, node) => {
    const column = node % columns;
    const row = Math.floor(node / columns);
    if (column === 0 || row === 0 || column === columns - 1 || row === rows - 1) return -step;
    const east = field[node + 1]! - field[node - 1]!;
    const north = field[node + columns]! - field[node - columns]!;
    return (value / Math.max(Math.hypot(east, north), 1e-6)) * 2 * step;
  });
}

/** Lets rain run down to the sea (priority flood, Barnes et al. 2014) and gives the strength of what gathers. */
function rivers(elevation: Float32Array, inland: Float32Array, grid: Grid, feature: number): Float32Array {
  const { columns, step } = grid;
  const count = elevation.length;
  const down = new Int32Array(count).fill(-1);
  const seen = new Uint8Array(count);
  const order: number[] = [];
  const heap = new Heap();
  for (let node = 0; node < count; node++)
    if (inland[node]! <= 0) {
      seen[node] = 1;
      heap.push(node, 0);
    }
  const around = [-1, 1, -columns, columns, -columns - 1, -columns + 1, columns - 1, columns + 1];
  while (heap.size > 0) {
    const { item, cost } = heap.pop();
    if (inland[item]! > 0) order.push(item);
    for (const by of around) {
      const next = item + by;
      if (next < 0 || next >= count || seen[next]) continue;
      seen[next] = 1;
      down[next] = item;
      heap.push(next, Math.max(elevation[next]!, cost + 1e-6));
    }
  }
  const gathered = new Float32Array(count).fill(1);
  for (let place = order.length - 1; place >= 0; place--)
    gathered[down[order[place]!]!]! += gathered[order[place]!]!;
  const spring = (0.12 * feature * feature) / (step * step);
  return gathered.map((amount, node) =>
    inland[node]! > 0 && amount > spring ? Math.min(1, 0.35 + 0.2 * Math.log2(amount / spring)) : 0,
  );
}

/** Averages over a square of `radius` nodes around each, twice, so that it falls off softly. */
function blur(values: Float32Array, { columns, rows }: Grid, radius: number): Float32Array {
  const along = (from: Float32Array, length: number, stride: number, lines: number, lineStride: number) => {
    const to = new Float32Array(from.length);
    for (let line = 0; line < lines; line++) {
      const at = (place: number) =>
        from[line * lineStride + Math.min(length - 1, Math.max(0, place)) * stride]!;
      let sum = 0;
      for (let place = -radius; place <= radius; place++) sum += at(place);
      for (let place = 0; place < length; place++) {
        to[line * lineStride + place * stride] = sum / (2 * radius + 1);
        sum += at(place + radius + 1) - at(place - radius);
      }
    }
    return to;
  };
  let result = values;
  for (let pass = 0; pass < 2; pass++)
    result = along(along(result, columns, 1, rows, columns), rows, columns, columns, 1);
  return result;
}

function interpolate(values: Float32Array, { columns, rows }: Grid, across: number, up: number): number {
  const x = Math.min(columns - 1.001, Math.max(0, across));
  const y = Math.min(rows - 1.001, Math.max(0, up));
  const node = Math.floor(y) * columns + Math.floor(x);
  const east = x - Math.floor(x);
  const north = y - Math.floor(y);
  return (
    (values[node]! * (1 - east) + values[node + 1]! * east) * (1 - north) +
    (values[node + columns]! * (1 - east) + values[node + columns + 1]! * east) * north
  );
}
