// The areas of a level in batches for cutting: neighbours by idx, each batch with the areas around it.

import Flatbush from "flatbush";
import { pickText } from "#domain/text";
import { walkWkb } from "#sql/wkb";
import { AreaPacker, type TileBatch } from "#tiles/packed";
import type { Bbox } from "#domain/bbox";
import type { NumberedLevel } from "#server/import/boundaries/number_areas";

/** Most geometry of own areas in a batch. */
const BATCH_BYTES = 8 << 20;

/** Degrees (a metre) within which boxes count as touching. */
const MARGIN = 1e-5;

/** Rings of areas around a batch: those that touch it, and, since borders may overlap or gape a little, those that touch these. */
const RINGS = 2;

/** Batches of the areas that are drawn, by idx; areas of one parent have neighbouring idx and mostly come together. */
export function* tileBatches(
  level: NumberedLevel,
  language: string,
  bytes = BATCH_BYTES,
): Generator<TileBatch> {
  const touching = boxIndex(level.bboxes);
  for (const own of runs(level, bytes)) {
    const inside = new Set(own);
    let ring: number[] = own;
    for (let round = 0; round < RINGS; round++) {
      ring = touching(ring, MARGIN).filter((idx) => !inside.has(idx));
      for (const idx of ring) inside.add(idx);
    }
    const packer = new AreaPacker();
    for (const idx of inside) {
      packer.area(idx, level.codes[idx]!, pickText(level.names[idx]!, language));
      walkWkb(
        level.wkb(idx)!,
        () => packer.polygon(),
        (positions) => packer.ring(positions),
      );
    }
    yield { areas: packer.pack(), own: own.length };
  }
}

/** Returns a search for boxes by idx: those that touch one of some boxes widened by `margin`, each once; a null box touches none. */
export function boxIndex(
  boxes: readonly (Bbox | null)[],
): (given: readonly number[], margin: number) => number[] {
  const drawn = [...boxes.keys()].filter((idx) => boxes[idx]);
  if (drawn.length === 0) return () => [];
  const index = new Flatbush(drawn.length);
  for (const idx of drawn) index.add(...boxes[idx]!);
  index.finish();
  return (given, margin) => {
    const found = new Set<number>();
    for (const idx of given) {
      const box = boxes[idx];
      if (!box) continue;
      const [west, south, east, north] = box;
      for (const at of index.search(west - margin, south - margin, east + margin, north + margin))
        found.add(drawn[at]!);
    }
    return [...found].sort((a, b) => a - b);
  };
}

/** Areas that are drawn, in runs of neighbouring idx with at least `most` bytes of geometry. */
function* runs(level: NumberedLevel, most: number): Generator<number[]> {
  let run: number[] = [];
  let bytes = 0;
  for (let idx = 0; idx < level.codes.length; idx++) {
    const size = level.wkbSize(idx);
    if (size === 0) continue;
    run.push(idx);
    bytes += size;
    if (bytes < most) continue;
    yield run;
    run = [];
    bytes = 0;
  }
  if (run.length > 0) yield run;
}
