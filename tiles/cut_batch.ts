// The areas of one batch → their features in every tile of every zoom: the pipeline, stage after stage.

import { cutIntoTiles } from "./clip.ts";
import { readCoverage } from "./coverage.ts";
import { writeGeometry } from "./geometry.ts";
import { MAX_GRID_ZOOM } from "./grid.ts";
import { ByteList } from "./buffers.ts";
import { repairJunctions } from "./junctions.ts";
import type { TileBatch } from "./packed.ts";
import { assembleRing, smallestPolygon, validPolygon, type Polygon } from "./polygons.ts";
import type { FeatureParts } from "./prefix.ts";
import { quantiseArcs } from "./quantise.ts";
import { weighArcs } from "./simplify.ts";
import { buildTopology } from "./topology.ts";

/** Least weight of a vertex in square tile coordinates: 16 is a quarter of a square pixel of a 512 px tile. */
const TOLERANCE = 16;

/** The same at a level's highest zoom, which is also seen enlarged. */
const TOLERANCE_AT_MAX_ZOOM = 1;

/** Cuts the own areas of one batch into features of tiles, zoom after zoom. An area without any position has none. */
export function cutBatch(
  { areas, own }: TileBatch,
  minZoom: number,
  maxZoom: number,
  take: (z: number, x: number, y: number, feature: FeatureParts) => void,
): void {
  const read = readCoverage(areas);
  const coverage = repairJunctions(read, buildTopology(read));
  const { polygonStart, areaStart, anchors } = coverage;
  const topology = buildTopology(coverage, polygonStart[areaStart[own]!]!);
  const { ringArcs, ringArcStart } = topology;
  const arcs = weighArcs(topology, coverage.vertices);
  const texts = Array.from({ length: own }, (_, area) => ({
    code: Buffer.from(areas.codes[area]!),
    name: Buffer.from(areas.names[area]!),
  }));
  const geometry = new ByteList();

  for (let z = minZoom; z <= maxZoom; z++) {
    const quantised = quantiseArcs(arcs, z, z === maxZoom ? TOLERANCE_AT_MAX_ZOOM : TOLERANCE);
    for (let area = 0; area < own; area++) {
      if (anchors[2 * area]! < 0) continue;
      const polygons: Polygon[] = [];
      for (let p = areaStart[area]!; p < areaStart[area + 1]!; p++) {
        const rings = [];
        for (let r = polygonStart[p]!; r < polygonStart[p + 1]!; r++)
          rings.push(assembleRing(quantised, ringArcs, ringArcStart[r]!, ringArcStart[r + 1]!));
        const valid = validPolygon(rings);
        if (valid) polygons.push(valid);
      }
      let tiles = 0;
      const emit = (x: number, y: number, parts: readonly Polygon[]): void => {
        tiles++;
        geometry.length = 0;
        writeGeometry(geometry, parts, x, y);
        take(z, x, y, { idx: areas.idx[area]!, ...texts[area]!, geometry: geometry.view() });
      };
      if (polygons.length > 0) cutIntoTiles(polygons, z, emit);
      if (tiles > 0) continue;
      const shift = MAX_GRID_ZOOM - z;
      const smallest = smallestPolygon(
        anchors[2 * area]! >> shift,
        anchors[2 * area + 1]! >> shift,
        2 ** (12 + z),
      );
      cutIntoTiles([smallest], z, emit);
    }
  }
}
