// Makes the skeleton of the demo, step by step: land, cells, regions, roads, merges, divisions.

import { Delaunay } from "d3-delaunay";
import { type Graph, graphOfCells, spread } from "./graph.ts";
import type { Land } from "./land.ts";
import { mergeCells } from "./merges.ts";
import { type Mesh, buildMesh } from "./mesh.ts";
import { fractal } from "./noise.ts";
import type { Projection } from "./outline.ts";
import { bell, mix } from "./random.ts";
import { type Regions, growRegions } from "./regions.ts";
import { settle } from "./sites.ts";
import { sizeOf } from "./size.ts";
import { splitCells } from "./splits.ts";
import { raiseLand } from "./terrain.ts";

const CENTRE = { lon: 106.5, lat: 27 };
/** On level ground away from the roads: about 30 km/h. */
const MINUTES_PER_DEGREE = 210;
/** Coordinates are rounded to about a centimetre. */
const DIGITS = 1e7;

/** The skeleton for `villages` of today. */
export function makeLand(villages: number, seed: number): Land {
  const size = sizeOf(villages);
  const cells = size.villages + size.merges;
  const terrain = raiseLand(mix(seed, 1), size.width, (0.45 * size.width) / Math.sqrt(cells));
  const sites = settle(mix(seed, 2), terrain, cells, size.counties);
  const mesh = buildMesh(mix(seed, 3), sites, terrain.area);
  const graph = graphOfCells(mesh, terrain);
  const towns = cellsOfTowns(sites.towns, mesh);
  const regions = growRegions(mix(seed, 4), mesh, graph, towns, size);
  const elevation = byCell(mesh, terrain.elevation);
  const ways = waysBetween(graph, regions, elevation, mesh);
  const minutes = Float32Array.from(spread(ways, regions.townOf).cost, (minutes) => 5 + minutes);
  const land = {
    seed,
    size,
    terrain,
    mesh,
    graph,
    regions,
    partner: mergeCells(mix(seed, 5), graph, regions, minutes, size.merges),
    ways,
    minutes,
    elevation,
    hardship: hardships(mix(seed, 6), mesh, size.width, minutes, elevation),
    project: projection(),
  };
  return { ...land, sibling: splitCells(mix(seed, 8), land) };
}

const byCell = ({ cells, sites }: Mesh, read: (x: number, y: number) => number): Float32Array =>
  Float32Array.from({ length: cells }, (_, cell) => read(sites[2 * cell]!, sites[2 * cell + 1]!));

/** The nearest cell on land to each town, no cell twice. */
function cellsOfTowns(towns: Float64Array, { sites, cells }: Mesh): Uint32Array {
  const nearby = new Delaunay(sites.subarray(0, 2 * cells));
  const taken = new Set<number>();
  for (let at = 0; at < towns.length; at += 2) {
    let cell = nearby.find(towns[at]!, towns[at + 1]!);
    while (taken.has(cell)) cell = (cell + 1) % cells;
    taken.add(cell);
  }
  return Uint32Array.from(taken);
}

/** Roads lead from every county town to the seat of its prefecture; beside them the way to town is shorter. */
function waysBetween(
  graph: Graph,
  { townOf, prefectureOf }: Regions,
  elevation: Float32Array,
  { sites, cells }: Mesh,
): Graph {
  const seats = townOf.filter(
    (_, county) => county === 0 || prefectureOf[county] !== prefectureOf[county - 1],
  );
  const toSeat = spread(graph, seats);
  const onRoad = new Uint8Array(cells);
  for (const town of townOf)
    for (let cell = town; cell >= 0 && !onRoad[cell]; cell = toSeat.before[cell]!) onRoad[cell] = 1;
  const cost = graph.cost.slice();
  for (let cell = 0; cell < cells; cell++)
    for (let edge = graph.start[cell]!; edge < graph.start[cell + 1]!; edge++) {
      const next = graph.to[edge]!;
      const degrees = Math.hypot(
        sites[2 * cell]! - sites[2 * next]!,
        sites[2 * cell + 1]! - sites[2 * next + 1]!,
      );
      const isRoad = onRoad[cell] && onRoad[next];
      const climb = 1 + 1.5 * Math.max(elevation[cell]!, elevation[next]!);
      cost[edge] = degrees * MINUTES_PER_DEGREE * (isRoad ? 0.45 : climb);
    }
  return { ...graph, cost };
}

/** Far from town, high up and in a poor region life is harder. */
function hardships(
  seed: number,
  { cells, sites }: Mesh,
  width: number,
  minutes: Float32Array,
  elevation: Float32Array,
): Float32Array {
  const far = standardised(minutes.map(Math.sqrt));
  const high = standardised(elevation);
  const region = Math.min(width / 5, 1.2);
  return standardised(
    Float32Array.from({ length: cells }, (_, cell) => {
      const x = sites[2 * cell]! / region;
      const y = sites[2 * cell + 1]! / region;
      return 0.75 * far[cell]! + 0.65 * high[cell]! + 2.4 * fractal(seed, x, y, 4) + 0.5 * bell(seed, cell);
    }),
  );
}

/** Shifts and scales to mean 0 and standard deviation 1. */
function standardised(values: Float32Array): Float32Array {
  let sum = 0;
  let squares = 0;
  for (const value of values) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / values.length;
  const deviation = Math.sqrt(Math.max(squares / values.length - mean * mean, 1e-12));
  return values.map((value) => (value - mean) / deviation);
}

function projection(): Projection {
  const stretch = 1 / Math.cos((CENTRE.lat * Math.PI) / 180);
  return (x, y) => [
    Math.round((CENTRE.lon + x * stretch) * DIGITS) / DIGITS,
    Math.round((CENTRE.lat + y) * DIGITS) / DIGITS,
  ];
}
