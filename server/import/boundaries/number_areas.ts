// Reads the areas of a dataset level by level and numbers them: idx by parent, then code.

import type { Manifest } from "#domain/manifest";
import type { Progress } from "#domain/progress";
import type { AreaInput, DatasetInput } from "#domain/dataset";
import type { Finding } from "#domain/import_finding";
import type { Text } from "#domain/text";
import { encodeWkb } from "#sql/wkb";
import { FindingLog } from "#server/import/findings/finding_log";
import type { FindingPart } from "#server/import/findings/import_fault";
import type { Bbox } from "#domain/bbox";
import { bboxOf } from "./bbox.ts";
import { labelPoint } from "./label_point.ts";
import type { Spill } from "#server/import/load/spill";
import type { RuleId } from "#server/import/findings/rules";

/** Areas of one level by idx; geometry lies in a temporary file. */
export interface NumberedLevel {
  readonly id: string;
  readonly codes: readonly string[];
  readonly names: readonly Text[];
  /** idx in the level above; −1 at the top. */
  readonly parentIdx: Int32Array;
  readonly parentCodes: readonly (string | null)[];
  readonly rootCodes: readonly string[];
  /** By idx; null for an area that is not drawn. */
  readonly bboxes: readonly (Bbox | null)[];
  readonly points: readonly (readonly [number, number] | null)[];
  /** WKB of an area; null for one that is not drawn. */
  wkb(idx: number): Buffer | null;
  /** Bytes of the WKB of an area. */
  wkbSize(idx: number): number;
}

const problem = (rule: RuleId, value: string, message: string): FindingPart => ({
  severity: "error",
  rule,
  value,
  message,
  action: "the import stops",
});

/** The areas of a level in the order they were read. */
class UnorderedLevel {
  readonly codes: string[] = [];
  readonly #names: Text[] = [];
  readonly #parents: number[] = [];
  readonly #bboxes: NumberedLevel["bboxes"][number][] = [];
  readonly #points: NumberedLevel["points"][number][] = [];
  /** Records of the temporary file; −1 for an area that is not drawn. */
  readonly #records: number[] = [];
  readonly #spill: Spill;

  constructor(spill: Spill) {
    this.#spill = spill;
  }

  /** `parent` is its idx in the level above; −1 at the top. */
  add({ code, names, geometry }: AreaInput, parent: number): void {
    this.codes.push(code);
    this.#names.push(names);
    this.#parents.push(parent);
    this.#bboxes.push(geometry && bboxOf(geometry));
    this.#points.push(geometry && labelPoint(geometry));
    this.#records.push(geometry ? this.#spill.add(encodeWkb(geometry)) : -1);
  }

  /** The areas by idx: by parent, then code. */
  numbered(id: string, above: NumberedLevel | undefined): NumberedLevel {
    const order = Uint32Array.from(this.codes.keys()).sort((a, b) => {
      const byParent = this.#parents[a]! - this.#parents[b]!;
      if (byParent !== 0) return byParent;
      return this.codes[a]! < this.codes[b]! ? -1 : 1;
    });
    const inOrder = <T>(items: readonly T[]): T[] => Array.from(order, (at) => items[at]!);
    const codes = inOrder(this.codes);
    const parentIdx = Int32Array.from(order, (at) => this.#parents[at]!);
    const records = inOrder(this.#records);
    const spill = this.#spill;
    return {
      id,
      codes,
      names: inOrder(this.#names),
      parentIdx,
      parentCodes: Array.from(parentIdx, (parent) => above?.codes[parent] ?? null),
      rootCodes: Array.from(parentIdx, (parent, idx) => above?.rootCodes[parent] ?? codes[idx]!),
      bboxes: inOrder(this.#bboxes),
      points: inOrder(this.#points),
      wkb: (idx) => (records[idx]! < 0 ? null : spill.read(records[idx]!)),
      wkbSize: (idx) => (records[idx]! < 0 ? 0 : spill.sizeOf(records[idx]!)),
    };
  }
}

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
  const log = new FindingLog();
  const levelOfCode = new Map<string, string>();
  for (const { id } of manifest.levels) {
    const above = levels.at(-1);
    const idxAbove = new Map(above?.codes.map((code, idx) => [code, idx]));
    const read = new UnorderedLevel(spill);
    for await (const batch of boundaries.areas(id)) {
      for (const area of batch) {
        const { code, parentCode } = area;
        const known = levelOfCode.get(code);
        const parent = parentCode === null ? undefined : idxAbove.get(parentCode);
        if (known !== undefined)
          log.addRow(
            problem(
              "duplicate_code",
              code,
              `code "${code}" of level ${id} is already taken at level ${known}: codes are unique`,
            ),
          );
        else if (above && parent === undefined)
          log.addRow(
            problem(
              "unknown_parent",
              code,
              `parent "${parentCode ?? ""}" of ${code} is no area of level ${above.id}`,
            ),
          );
        else {
          levelOfCode.set(code, id);
          read.add(area, parent ?? -1);
        }
      }
      onProgress({ what: `reading areas: ${id}`, done: read.codes.length, total: null });
    }
    if (read.codes.length === 0)
      log.addRow(problem("empty_level", id, `level ${id} has no area: every level has at least one`));
    levels.push(read.numbered(id, above));
  }
  return { levels, findings: log.all };
}
