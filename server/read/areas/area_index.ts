// The areas of one level by idx, in compact form: codes, names, parents.

import type { Text } from "#domain/text";
import { PackedText } from "./packed_text.ts";

export interface AreaRow {
  readonly code: string;
  readonly names: Text;
  readonly parent_idx: number | null;
}

/** idx of areas, first to last, both included; empty when last < first. */
export interface IdxRange {
  readonly first: number;
  readonly last: number;
}

export class AreaIndex {
  readonly length: number;
  readonly byteLength: number;
  readonly #codes: PackedText;
  readonly #names: PackedText;
  /** Rising, since idx is ordered by parent. */
  readonly #parents: Int32Array;

  /** `rows` by idx. */
  constructor(rows: readonly AreaRow[]) {
    this.#codes = new PackedText(rows.map(({ code }) => code));
    this.#names = new PackedText(rows.map(({ names }) => JSON.stringify(names)));
    this.#parents = Int32Array.from(rows, ({ parent_idx }) => parent_idx ?? -1);
    this.length = rows.length;
    this.byteLength = this.#codes.byteLength + this.#names.byteLength + this.#parents.byteLength;
  }

  code(idx: number): string {
    return this.#codes.at(idx);
  }

  names(idx: number): Text {
    return JSON.parse(this.#names.at(idx)) as Text;
  }

  /** idx in the level above; −1 at the top. */
  parent(idx: number): number {
    return this.#parents[idx]!;
  }

  /** The areas whose parents are in `parents`, which are neighbours. */
  childrenOf(parents: IdxRange): IdxRange {
    return { first: this.#firstFrom(parents.first), last: this.#firstFrom(parents.last + 1) - 1 };
  }

  /** First idx whose parent is `parent` or a later one. */
  #firstFrom(parent: number): number {
    let [low, high] = [0, this.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#parents[middle]! < parent) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
