// Where people settle: county towns first, then one site per village, close together near towns and in valleys.

import { Delaunay } from "d3-delaunay";
import { mix, uniform } from "./random.ts";
import type { Terrain } from "./terrain.ts";

export interface Sites {
  /** x, y of every cell, then of points at sea that bound the cells along the outer line. */
  readonly points: Float64Array;
  /** How many of the points are on land. */
  readonly cells: number;
  /** x, y of the county towns. */
  readonly towns: Float64Array;
}

/** Steps of the R3 sequence (Roberts 2018): its points fill a box evenly, however many are taken. */
const R3 = [0.8191725133961645, 0.6710436067037893, 0.5497004779019703] as const;
const SMOOTHINGS = 3;
const LOWEST_DENSITY = 0.13;

/** Settles exactly `cells` sites around `towns` county towns; coordinates as in `terrain`. */
export function settle(seed: number, terrain: Terrain, cells: number, towns: number): Sites {
  const townPoints = placeTowns(seed, terrain, towns);
  const density = densityAround(terrain, townPoints);
  const land = new Float64Array(2 * cells);
  let tries = 0;
  for (let count = 0; count < cells; tries++) {
    const [x, y] = candidate(seed, tries, terrain);
    if (terrain.inland(x, y) <= 0 || fraction(seed, tries, 2) > density(x, y)) continue;
    land[2 * count] = x;
    land[2 * count + 1] = y;
    count++;
  }
  const densest = Math.sqrt((4 * terrain.halfWidth * terrain.halfHeight) / tries);
  const spacing = (x: number, y: number) => densest / Math.sqrt(density(x, y));
  const sea: number[] = frame(terrain);
  for (let index = 0; index < tries; index++) {
    const [x, y] = candidate(seed, index, terrain);
    const depth = -terrain.inland(x, y);
    if (depth <= 0) continue;
    const near = spacing(x, y);
    if (depth > 0.9 * near && depth < 4 * near && fraction(seed, index, 2) < density(x, y)) sea.push(x, y);
  }
  let points = withSea(land, terrain, spacing, sea);
  for (let round = 0; round < SMOOTHINGS; round++) {
    moveToCentres(points, land);
    points = withSea(land, terrain, spacing, sea);
  }
  return { points, cells, towns: townPoints };
}

const fraction = (seed: number, index: number, dimension: 0 | 1 | 2) =>
  (uniform(seed, dimension) + (index + 1) * R3[dimension]) % 1;

const candidate = (seed: number, index: number, { halfWidth, halfHeight }: Terrain): [number, number] => [
  (2 * fraction(seed, index, 0) - 1) * halfWidth,
  (2 * fraction(seed, index, 1) - 1) * halfHeight,
];

/** Chooses places low down and near rivers that keep away from each other (best candidate, Mitchell 1991). */
function placeTowns(seed: number, terrain: Terrain, count: number): Float64Array {
  const towns = new Float64Array(2 * count);
  const salt = mix(seed, 7);
  for (let town = 0, index = 0; town < count; town++) {
    let best = -1;
    for (let tried = 0; tried < 24; index++) {
      const x = (2 * uniform(salt, index, 0) - 1) * terrain.halfWidth;
      const y = (2 * uniform(salt, index, 1) - 1) * terrain.halfHeight;
      if (terrain.inland(x, y) < (0.02 * terrain.halfWidth) / Math.sqrt(count)) continue;
      tried++;
      let nearest = terrain.halfWidth ** 2 / count;
      for (let other = 0; other < town; other++)
        nearest = Math.min(nearest, (towns[2 * other]! - x) ** 2 + (towns[2 * other + 1]! - y) ** 2);
      const score = Math.sqrt(nearest) * (0.5 + terrain.valley(x, y) - 0.4 * terrain.elevation(x, y));
      if (score <= best) continue;
      best = score;
      towns[2 * town] = x;
      towns[2 * town + 1] = y;
    }
  }
  return towns;
}

/** Villages per area, 1 where they are closest. */
function densityAround(terrain: Terrain, towns: Float64Array): (x: number, y: number) => number {
  const nearby = new Delaunay(towns);
  const reach = (0.3 * terrain.halfWidth) / Math.sqrt(towns.length / 2);
  let last = 0;
  return (x, y) => {
    last = nearby.find(x, y, last);
    const distance = Math.hypot(towns[2 * last]! - x, towns[2 * last + 1]! - y);
    const open = 0.5 + 0.3 * terrain.valley(x, y) - 0.55 * terrain.elevation(x, y);
    return Math.min(1, Math.max(LOWEST_DENSITY, open) + 0.55 * Math.exp(-((distance / reach) ** 2)));
  };
}

/** Puts a mirror image at sea beside every site near the outer line, so that their border is that line. */
function withSea(
  land: Float64Array,
  terrain: Terrain,
  spacing: (x: number, y: number) => number,
  sea: readonly number[],
): Float64Array {
  const mirrored: number[] = [];
  for (let at = 0; at < land.length; at += 2) {
    const x = land[at]!;
    const y = land[at + 1]!;
    const near = spacing(x, y);
    const depth = terrain.inland(x, y);
    if (depth > 1.4 * near) continue;
    const east = terrain.inland(x + near / 8, y) - terrain.inland(x - near / 8, y);
    const north = terrain.inland(x, y + near / 8) - terrain.inland(x, y - near / 8);
    const away = (2 * Math.max(depth, 0.25 * near)) / Math.max(Math.hypot(east, north), 1e-9);
    const mirrorX = x - east * away;
    const mirrorY = y - north * away;
    if (terrain.inland(mirrorX, mirrorY) < 0) mirrored.push(mirrorX, mirrorY);
  }
  const points = new Float64Array(land.length + mirrored.length + sea.length);
  points.set(land);
  points.set(mirrored, land.length);
  points.set(sea, land.length + mirrored.length);
  return points;
}

/** Points far out on all sides, so that every cell on land is bounded. */
function frame({ halfWidth, halfHeight }: Terrain): number[] {
  return Array.from({ length: 48 }, (_, index) => {
    const angle = (index * Math.PI) / 24;
    return [1.7 * halfWidth * Math.cos(angle), 1.9 * halfHeight * Math.sin(angle)];
  }).flat();
}

/** Moves every site on land to the middle of its cell (Lloyd 1982), which evens out the gaps. */
function moveToCentres(points: Float64Array, land: Float64Array): void {
  const delaunay = new Delaunay(points);
  const voronoi = delaunay.voronoi([-1e3, -1e3, 1e3, 1e3]);
  const { triangles, halfedges, inedges } = delaunay;
  const nodes = voronoi.circumcenters;
  for (let site = 0; 2 * site < land.length; site++) {
    const first = inedges[site]!;
    if (first < 0) continue;
    let area = 0;
    let sumX = 0;
    let sumY = 0;
    const originX = points[2 * site]!;
    const originY = points[2 * site + 1]!;
    let edge = first;
    do {
      const from = 2 * Math.floor(edge / 3);
      const out = edge % 3 === 2 ? edge - 2 : edge + 1;
      if (triangles[out] !== site) break;
      edge = halfedges[out]!;
      if (edge < 0) break;
      const to = 2 * Math.floor(edge / 3);
      const ax = nodes[from]! - originX;
      const ay = nodes[from + 1]! - originY;
      const bx = nodes[to]! - originX;
      const by = nodes[to + 1]! - originY;
      const twice = ax * by - ay * bx;
      area += twice;
      sumX += (ax + bx) * twice;
      sumY += (ay + by) * twice;
    } while (edge !== first);
    if (edge !== first || area === 0) continue;
    land[2 * site] = originX + sumX / (3 * area);
    land[2 * site + 1] = originY + sumY / (3 * area);
  }
}
