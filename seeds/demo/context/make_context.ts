// Makes relief, rivers and lakes of the default demo and writes them beside this file. It takes a minute, so that the result is kept:
// node seeds/demo/context/make_context.ts

import { writeFileSync } from "node:fs";
import type { RoadClass } from "#domain/road";
import type { Land } from "#seeds/demo/land";
import { makeLand } from "#seeds/demo/make_land";
import { networkOf } from "#seeds/demo/roads/network";
import { ridged, fractal } from "#seeds/demo/noise";
import { outline } from "#seeds/demo/outline";
import { DEFAULT_VILLAGES } from "#seeds/demo/size";
import { drain } from "./drainage.ts";
import { erode } from "./erosion.ts";
import { gridOver, nodesOf, positionOf, smoothSurface, type Grid } from "./grid.ts";
import { lakesOf } from "./lakes.ts";
import { DEFAULT_SEED, FILE, packContext } from "./packed_context.ts";
import { streams } from "./streams.ts";

/** About 400 m, in degrees of latitude. */
const STEP = 0.0036;
/** Square kilometres of a node. */
const NODE_SQKM = (STEP * 111.2) ** 2;
/** Smallest catchment of a river that is kept. */
const SPRING_SQKM = 50;
/** Roads that no lake covers; of smaller ones nothing is seen from afar. */
const WIDE_ROADS: readonly RoadClass[] = ["national", "county", "township"];
/** Of elevation 1 of the terrain. */
const CREST_METRES = 2_600;

/** 1 for nodes inside the outer line of the land. */
function landMask({ mesh }: Land, grid: Grid): Uint8Array {
  const isLand = new Uint8Array(nodesOf(grid));
  const cells = Array.from({ length: mesh.cells }, (_, cell) => cell);
  const { coordinates } = outline(
    mesh,
    cells,
    () => true,
    (x, y) => [x, y],
  );
  for (let row = 0; row < grid.rows; row++) {
    const y = grid.bottom + row * grid.step;
    const crossings: number[] = [];
    for (const ring of coordinates.flat())
      for (let at = 0; at < ring.length; at++) {
        const [[ax, ay], [bx, by]] = [ring[at]!, ring[(at + 1) % ring.length]!] as [number[], number[]];
        if (ay! > y !== by! > y) crossings.push(ax! + ((y - ay!) / (by! - ay!)) * (bx! - ax!));
      }
    crossings.sort((a, b) => a - b);
    for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
      const first = Math.ceil((crossings[pair]! - grid.left) / grid.step);
      const last = Math.floor((crossings[pair + 1]! - grid.left) / grid.step);
      isLand.fill(1, row * grid.columns + first, row * grid.columns + last + 1);
    }
  }
  return isLand;
}

/** Heights in metres: the terrain of the generator as a smooth surface, with crests of its own on it. */
function givenHeights({ terrain, size, mesh }: Land, grid: Grid, isLand: Uint8Array): Float32Array {
  const coarse = {
    ...gridOver(
      [-terrain.halfWidth, -terrain.halfHeight, terrain.halfWidth, terrain.halfHeight],
      (0.45 * size.width) / Math.sqrt(mesh.cells),
    ),
  };
  const values = Float32Array.from({ length: nodesOf(coarse) }, (_, node) => {
    // At sea in the last column of its grid the terrain has no number.
    const value = terrain.elevation(...positionOf(coarse, node));
    return Number.isFinite(value) ? value : 0;
  });
  const surface = smoothSurface(values, coarse);
  return Float32Array.from({ length: nodesOf(grid) }, (_, node) => {
    if (!isLand[node]) return 0;
    const [x, y] = positionOf(grid, node);
    const level = Math.max(0, surface(x, y));
    const coast = Math.min(1, Math.max(0, terrain.inland(x, y) / 0.12));
    const bend = 0.5 * fractal(71, x / 0.2, y / 0.2, 2);
    const crests = ridged(73, x / 0.16 + bend, y / 0.16 - bend, 5) - 0.35;
    const rough = 90 + 2_300 * Math.min(1, level) ** 1.1 * (1 - 0.75 * terrain.valley(x, y));
    return 4 + coast * Math.max(0, level * CREST_METRES + rough * crests);
  });
}

/** Degrees around a settled place that stay dry. */
const DRY = 0.006;

/** 1 for nodes that no lake may cover: around settled places, and under roads of more than a village. */
function keptNodes(land: Land, grid: Grid): Uint8Array {
  const { mesh } = land;
  const isKept = new Uint8Array(nodesOf(grid));
  const keep = (x: number, y: number, reach: number): void => {
    const [column, row] = [(x - grid.left) / grid.step, (y - grid.bottom) / grid.step];
    const nodes = reach / grid.step;
    for (let j = Math.ceil(row - nodes); j <= row + nodes; j++)
      for (let i = Math.ceil(column - nodes); i <= column + nodes; i++) isKept[j * grid.columns + i] = 1;
  };
  for (let cell = 0; cell < mesh.cells; cell++) keep(mesh.sites[2 * cell]!, mesh.sites[2 * cell + 1]!, DRY);
  const { lattice, roads, roadOf } = networkOf(land);
  const count = lattice.x.length;
  for (const [step, road] of roadOf) {
    if (!WIDE_ROADS.includes(roads[road]!.roadClass)) continue;
    const [from, to] = [Math.floor(step / count), step % count];
    const [x, y] = [lattice.x[from]!, lattice.y[from]!];
    const [dx, dy] = [lattice.x[to]! - x, lattice.y[to]! - y];
    const parts = Math.ceil(Math.hypot(dx, dy) / grid.step);
    for (let part = 0; part <= parts; part++)
      keep(x + (dx * part) / parts, y + (dy * part) / parts, grid.step);
  }
  return isKept;
}

const land = makeLand(DEFAULT_VILLAGES, DEFAULT_SEED);
const box = [Infinity, Infinity, -Infinity, -Infinity];
for (let at = 0; at < 2 * land.mesh.cells; at += 2)
  for (const [axis, value] of [land.mesh.sites[at]!, land.mesh.sites[at + 1]!].entries()) {
    box[axis] = Math.min(box[axis]!, value - 0.12);
    box[axis + 2] = Math.max(box[axis + 2]!, value + 0.12);
  }
const grid = gridOver(box, STEP);
const isLand = landMask(land, grid);
const height = erode(givenHeights(land, grid, isLand), isLand, grid);
const drainage = drain(height, isLand, grid);
const rivers = streams(drainage, SPRING_SQKM / NODE_SQKM).map((nodes) => ({
  nodes,
  sqkm: nodes.map((node, at) => drainage.flow[isLand[node] ? node : nodes[at - 1]!]! * NODE_SQKM),
}));
const lakes = lakesOf({ grid, height, drainage, nodeSqkm: NODE_SQKM, isKept: keptNodes(land, grid) });
const bytes = packContext({ grid, metres: height, rivers, lakes });
writeFileSync(FILE, bytes);
process.stdout.write(
  `${grid.columns} × ${grid.rows} nodes, ${rivers.length} rivers of ${rivers.reduce((sum, { nodes }) => sum + nodes.length, 0)} nodes, lakes of ${lakes.map(({ sqkm }) => sqkm).join(", ")} km², ${bytes.length} bytes\n`,
);
