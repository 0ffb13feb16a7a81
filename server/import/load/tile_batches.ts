// The areas of a level in batches for cutting: neighbours by idx, each batch with the areas around it.

import { pickText } from "#domain/text";
import { walkWkb } from "#sql/wkb";
import { AreaPacker, type TileBatch } from "#tiles/packed";
import { BoxIndex } from "#server/import/boundaries/box_index";
import type { NumberedLevel } from "#server/import/boundaries/number_areas";

/** Most geometry of own areas in a batch. */
const BATCH_BYTES = 8 << 20;

/** Degrees (a metre) within which boxes count as touching. */
const MARGIN = 1e-5;

/** Rings of areas around a batch: those that touch it, and, since borders may overlap or gape a little, those that touch these. */
const RINGS = 2;

/** Gives the areas that are drawn, by idx; areas of one parent have neighbouring idx and mostly come together. */
export function* tileBatches(
  level: NumberedLevel,
  language: string,
  bytes = BATCH_BYTES,
): Generator<TileBatch> {
  const boxes = new BoxIndex(level.bboxes);
  for (const own of runs(level, bytes)) {
    const inside = new Set(own);
    let ring: number[] = own;
    for (let round = 0; round < RINGS; round++) {
      const next: number[] = [];
      boxes.touching(ring, MARGIN, (idx) => {
        if (!inside.has(idx)) next.push(idx);
      });
      for (const idx of next) inside.add(idx);
      ring = next;
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
