// Names and codes of all areas as one run of bytes, searched from end to end: the same time for every search, and no index to keep.

import { setImmediate as pause } from "node:timers/promises";

/** Bytes searched before other requests get their turn (about a millisecond). */
const STRETCH = 4 << 20;
const LINE_END = 0x0a;
const SPACE = 0x20;

export interface SearchRow {
  /** As `searchText` makes it: between line ends, the code first. */
  readonly search: string;
  readonly parent_idx: number | null;
}

/** An area by the ordinal of its level and its idx there. */
export interface Hit {
  readonly ordinal: number;
  readonly idx: number;
}

interface Candidate extends Hit {
  /** 0 the whole name or code, 1 its beginning, 2 the beginning of a word, 3 elsewhere. */
  readonly rank: number;
  readonly length: number;
  readonly at: number;
}

export class SearchIndex {
  readonly #bytes: Buffer;
  /** First byte of every area, and one entry more; levels one after the other, top first. */
  readonly #start: Uint32Array;
  /** First area of every level, and one entry more. */
  readonly #levelStart: number[] = [0];
  readonly #parents: Int32Array;
  readonly #lengths: Uint16Array;

  /** `levels` top first, rows by idx; they may come page by page. */
  constructor(levels: readonly (readonly SearchRow[])[]) {
    const rows = levels.flat();
    this.#start = new Uint32Array(rows.length + 1);
    rows.forEach(({ search }, at) => (this.#start[at + 1] = this.#start[at]! + Buffer.byteLength(search)));
    this.#bytes = Buffer.allocUnsafe(this.#start.at(-1)!);
    rows.forEach(({ search }, at) => this.#bytes.write(search, this.#start[at]!));
    this.#parents = Int32Array.from(rows, ({ parent_idx }) => parent_idx ?? -1);
    this.#lengths = Uint16Array.from(rows, ({ search }) => Math.min(0xffff, search.length));
    for (const level of levels) this.#levelStart.push(this.#levelStart.at(-1)! + level.length);
  }

  get byteLength(): number {
    return this.#bytes.length + this.#start.byteLength + this.#parents.byteLength + this.#lengths.byteLength;
  }

  /**
   * Finds the areas whose names or code hold `text` (folded, not empty), of one level or below one parent where given.
   *
   * How many there are, and the best `limit`: by rank, level from the top, length of the names, then code.
   */
  async find(
    text: string,
    options: { readonly level: number | null; readonly parentIdx: number | null; readonly limit: number },
  ): Promise<{ total: number; hits: Hit[] }> {
    const needle = Buffer.from(text);
    const best: Candidate[] = [];
    let total = 0;
    for (let ordinal = 0; ordinal + 1 < this.#levelStart.length; ordinal++) {
      if (options.level !== null && options.level !== ordinal) continue;
      const [first, end] = [this.#levelStart[ordinal]!, this.#levelStart[ordinal + 1]!];
      for (let from = first; from < end;) {
        const to = Math.min(end, this.#areaAt(this.#start[from]! + STRETCH, from, end) + 1);
        const stretch = this.#bytes.subarray(0, this.#start[to]);
        let area = from;
        for (;;) {
          const hit = stretch.indexOf(needle, this.#start[area]);
          if (hit < 0) break;
          const at = this.#areaAt(hit, area, to);
          area = at + 1;
          if (options.parentIdx === null || this.#parents[at] === options.parentIdx) {
            total++;
            const rank = this.#rank(needle, hit, this.#start[area]!);
            this.#keep(
              best,
              { ordinal, idx: at - first, rank, length: this.#lengths[at]!, at },
              options.limit,
            );
          }
          if (area === to) break;
        }
        from = to;
        await pause();
      }
    }
    return { total, hits: best.map(({ ordinal, idx }) => ({ ordinal, idx })) };
  }

  /** The area that holds a byte, from `from` on; looks ahead by doubling, since the next hit is mostly near. */
  #areaAt(byte: number, from: number, end: number): number {
    let step = 1;
    let low = from;
    while (low + step < end && this.#start[low + step]! <= byte) {
      low += step;
      step *= 2;
    }
    let high = Math.min(end, low + step);
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (this.#start[middle]! <= byte) low = middle;
      else high = middle;
    }
    return low;
  }

  /** The best rank of the places in one area, of which `hit` is the first; `end` is where the area ends. */
  #rank(needle: Buffer, hit: number, end: number): number {
    const area = this.#bytes.subarray(0, end);
    let rank = 3;
    for (let at = hit; at >= 0 && rank > 0; at = area.indexOf(needle, at + 1)) {
      const before = area[at - 1];
      if (before === LINE_END) rank = area[at + needle.length] === LINE_END ? 0 : Math.min(rank, 1);
      else if (before === SPACE) rank = Math.min(rank, 2);
    }
    return rank;
  }

  #compare(a: Candidate, b: Candidate): number {
    return (
      a.rank - b.rank ||
      a.ordinal - b.ordinal ||
      a.length - b.length ||
      this.#bytes.compare(
        this.#bytes,
        this.#start[b.at],
        this.#start[b.at + 1],
        this.#start[a.at],
        this.#start[a.at + 1],
      )
    );
  }

  #keep(best: Candidate[], candidate: Candidate, limit: number): void {
    if (best.length === limit && this.#compare(candidate, best[limit - 1]!) >= 0) return;
    let [low, high] = [0, best.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compare(best[middle]!, candidate) <= 0) low = middle + 1;
      else high = middle;
    }
    best.splice(low, 0, candidate);
    if (best.length > limit) best.pop();
  }
}
