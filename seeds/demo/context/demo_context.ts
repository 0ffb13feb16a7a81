// What stands on the map of the demo beside its areas: seats of every size; relief, water and settled land of the default one.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { ContextFeature, ContextLayerInput } from "#domain/context";
import type { Land } from "#seeds/demo/land";
import type { Places } from "#seeds/demo/places";
import { DEFAULT_VILLAGES } from "#seeds/demo/size";
import { DEFAULT_SEED, FILE, unpackContext, type DemoContext } from "./packed_context.ts";
import { riverFeatures } from "./rivers.ts";
import { onLonLat, peopleOn } from "./settlement.ts";
import { lakeFeatures } from "./shores.ts";

const [PREFECTURE, COUNTY, TOWNSHIP] = [1, 2, 3];

/** The cell that lies nearest to the middle of a township. */
function middleOf({ mesh: { sites } }: Land, cells: Uint32Array): number {
  let [x, y] = [0, 0];
  for (const cell of cells) {
    x += sites[2 * cell]! / cells.length;
    y += sites[2 * cell + 1]! / cells.length;
  }
  const away = (cell: number): number => Math.hypot(sites[2 * cell]! - x, sites[2 * cell + 1]! - y);
  return cells.reduce((best, cell) => (away(cell) < away(best) ? cell : best));
}

/** A seat for every prefecture, county and township; where one place is the seat of several it is of the highest class for all. */
export function seatsOf(land: Land, places: Places): ContextFeature[] {
  const { regions, mesh, project } = land;
  const classOf = new Map<number, string>();
  const seats: { cell: number; level: number; region: number }[] = [];
  const add = (cell: number, level: number, region: number, id: string): void => {
    if (!classOf.has(cell)) classOf.set(cell, id);
    seats.push({ cell, level, region });
  };
  regions.prefectureOf.forEach((prefecture, county) => {
    if (prefecture !== regions.prefectureOf[county - 1])
      add(regions.townOf[county]!, PREFECTURE!, prefecture, "prefecture_seat");
  });
  regions.townOf.forEach((town, county) => add(town, COUNTY!, county, "county_seat"));
  const townIn = new Map([...regions.townOf].map((town) => [regions.townshipOf[town]!, town]));
  regions.countyOf.forEach((_, township) => {
    const cell = townIn.get(township) ?? middleOf(land, places.cellsOf(TOWNSHIP!, township));
    add(cell, TOWNSHIP!, township, "township_seat");
  });
  return seats.map(({ cell, level, region }) => {
    const { code, names } = places.regions[level]![region]!;
    return {
      class: classOf.get(cell)!,
      rank: TOWNSHIP! - level,
      names,
      area: code,
      geometry: { type: "Point", coordinates: project(mesh.sites[2 * cell]!, mesh.sites[2 * cell + 1]!) },
    };
  });
}

/** The layers of a demo; `checksum` is that of its land. */
export function demoContext(land: Land, places: Places, checksum: string): ContextLayerInput[] {
  const seats: ContextLayerInput = {
    layer: "seats",
    checksum,
    features: () => Promise.resolve(seatsOf(land, places)),
  };
  if (land.size.villages !== DEFAULT_VILLAGES || land.seed !== DEFAULT_SEED) return [seats];
  const bytes = readFileSync(FILE);
  const kept = createHash("sha256").update(bytes).digest("hex");
  let unpacked: DemoContext | null = null;
  const unpack = (): DemoContext => (unpacked ??= unpackContext(bytes));
  return [
    {
      layer: "settlement",
      checksum,
      raster: () => {
        const { grid, metres } = unpack();
        return Promise.resolve(onLonLat(peopleOn(land, grid, metres), grid, land));
      },
    },
    {
      layer: "relief",
      checksum: kept,
      raster: () => Promise.resolve(onLonLat(unpack().metres, unpack().grid, land)),
    },
    {
      layer: "water",
      checksum: kept,
      features: () => {
        const { grid, lakes } = unpack();
        return Promise.resolve([
          ...lakeFeatures(lakes, grid, land.project),
          ...riverFeatures(unpack(), land.project),
        ]);
      },
    },
    seats,
  ];
}
