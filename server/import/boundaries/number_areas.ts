// Reads the areas of a dataset level by level and numbers them: idx by parent, then code.

import type { Manifest } from "#domain/manifest";
import type { DatasetInput } from "#domain/dataset";
import type { Progress } from "#domain/progress";
import type { Finding } from "#domain/import_finding";
import type { Text } from "#domain/text";
import { encodeWkb } from "#sql/wkb";
import { bboxOf, labelPoint } from "./label_point.ts";
import type { Spill } from "#server/import/load/spill";

/** Areas of one level by idx; geometry lies in a temporary file. */
export interface NumberedLevel {
  readonly id: string;
  readonly codes: readonly string[];
  readonly names: readonly Text[];
  /** idx in the level above; −1 at the top. */
  readonly parentIdx: Int32Array;
  readonly parentCodes: readonly (string | null)[];
  readonly rootCodes: readonly string[];
  /** West, south, east, north in degrees by idx; null for an area that is not drawn. */
  readonly bboxes: readonly (readonly [number, number, number, number] | null)[];
  readonly points: readonly (readonly [number, number] | null)[];
  /** Gives the WKB of an area; null for one that is not drawn. */
  wkb(idx: number): Buffer | null;
  /** Bytes of the WKB of an area. */
  wkbSize(idx: number): number;
}

const problem = (rule: string, value: string, message: string): Finding => ({
  severity: "error",
  rule,
  file: null,
  row: null,
  column: null,
  value,
  message,
  action: "the import stops",
});

/**
 * Reads every level, top first. Duplicate codes and parents that do not exist are findings of severity error; what they
 * concern is left out of the result.
 */
export async function numberAreas(
  manifest: Manifest,
  boundaries: NonNullable<DatasetInput["boundaries"]>,
  spill: Spill,
  onProgress: Progress,
): Promise<{ levels: NumberedLevel[]; findings: Finding[] }> {
  const levels: NumberedLevel[] = [];
  const findings: Finding[] = [];
  const levelOfCode = new Map<string, string>();
  for (const { id } of manifest.levels) {
    const above = levels.at(-1);
    const idxAbove = new Map(above?.codes.map((code, idx) => [code, idx]));
    const read = {
      codes: [] as string[],
      names: [] as Text[],
      parents: [] as number[],
      bboxes: [] as NumberedLevel["bboxes"][number][],
      points: [] as NumberedLevel["points"][number][],
      records: [] as number[],
    };
    for await (const batch of boundaries.areas(id)) {
      for (const area of batch) {
        const known = levelOfCode.get(area.code);
        if (known !== undefined) {
          findings.push(
            problem(
              "duplicate_code",
              area.code,
              `code "${area.code}" of level ${id} is already taken at level ${known}: codes are unique`,
            ),
          );
          continue;
        }
        const parent = area.parentCode === null ? undefined : idxAbove.get(area.parentCode);
        if (above && parent === undefined) {
          findings.push(
            problem(
              "unknown_parent",
              area.code,
              `parent "${area.parentCode ?? ""}" of ${area.code} is no area of level ${above.id}`,
            ),
          );
          continue;
        }
        levelOfCode.set(area.code, id);
        read.codes.push(area.code);
        read.names.push(area.names);
        read.parents.push(parent ?? -1);
        read.bboxes.push(area.geometry && bboxOf(area.geometry));
        read.points.push(area.geometry && labelPoint(area.geometry));
        read.records.push(area.geometry ? spill.add(encodeWkb(area.geometry)) : -1);
      }
      onProgress({ what: `reading areas: ${id}`, done: read.codes.length, total: null });
    }
    if (read.codes.length === 0)
      findings.push(problem("empty_level", id, `level ${id} has no area: every level has at least one`));
    const order = Uint32Array.from(read.codes.keys()).sort((a, b) => {
      const byParent = read.parents[a]! - read.parents[b]!;
      if (byParent !== 0) return byParent;
      return read.codes[a]! < read.codes[b]! ? -1 : 1;
    });
    const inOrder = <T>(items: readonly T[]): T[] => Array.from(order, (at) => items[at]!);
    const codes = inOrder(read.codes);
    const parentIdx = Int32Array.from(order, (at) => read.parents[at]!);
    const records = inOrder(read.records);
    levels.push({
      id,
      codes,
      names: inOrder(read.names),
      parentIdx,
      parentCodes: Array.from(parentIdx, (parent) => above?.codes[parent] ?? null),
      rootCodes: Array.from(parentIdx, (parent, idx) => above?.rootCodes[parent] ?? codes[idx]!),
      bboxes: inOrder(read.bboxes),
      points: inOrder(read.points),
      wkb: (idx) => (records[idx]! < 0 ? null : spill.read(records[idx]!)),
      wkbSize: (idx) => (records[idx]! < 0 ? 0 : spill.sizeOf(records[idx]!)),
    });
  }
  return { levels, findings };
}
