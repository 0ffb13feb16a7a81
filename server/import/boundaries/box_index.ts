// Finds boxes that touch a box, on a grid of cells about as large as the boxes are.

export type Box = readonly [west: number, south: number, east: number, north: number];

/** Most cells along the longer side, so that a few large boxes among many small ones do not fill memory. */
const MAX_CELLS = 1024;

export class BoxIndex {
  readonly #boxes: readonly (Box | null)[];
  readonly #west: number;
  readonly #south: number;
  readonly #cell: number;
  readonly #columns: number;
  readonly #rows: number;
  /** Boxes of cell c are `#members[#start[c]] … #members[#start[c + 1] − 1]`. */
  readonly #start: Uint32Array;
  readonly #members: Uint32Array;
  /** The query that last met a box, by box. */
  readonly #met: Uint32Array;
  #query = 0;

  /** `boxes` in degrees; null ones touch nothing. */
  constructor(boxes: readonly (Box | null)[]) {
    this.#boxes = boxes;
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    let [sides, count] = [0, 0];
    for (const box of boxes) {
      if (!box) continue;
      west = Math.min(west, box[0]);
      south = Math.min(south, box[1]);
      east = Math.max(east, box[2]);
      north = Math.max(north, box[3]);
      sides += Math.max(box[2] - box[0], box[3] - box[1]);
      count++;
    }
    const extent = count > 0 ? Math.max(east - west, north - south) : 0;
    this.#west = west;
    this.#south = south;
    this.#cell = Math.max(sides / Math.max(1, count), extent / MAX_CELLS, 1e-9);
    this.#columns = count > 0 ? Math.floor((east - west) / this.#cell) + 1 : 0;
    this.#rows = count > 0 ? Math.floor((north - south) / this.#cell) + 1 : 0;
    this.#start = new Uint32Array(this.#columns * this.#rows + 1);
    this.#met = new Uint32Array(boxes.length);
    for (const box of boxes) if (box) for (const cell of this.#cells(box)) this.#start[cell + 1]!++;
    for (let cell = 0; cell + 1 < this.#start.length; cell++) this.#start[cell + 1]! += this.#start[cell]!;
    const next = this.#start.slice();
    this.#members = new Uint32Array(this.#start.at(-1)!);
    boxes.forEach((box, at) => {
      if (box) for (const cell of this.#cells(box)) this.#members[next[cell]!++] = at;
    });
  }

  *#cells([west, south, east, north]: Box): Generator<number> {
    const column = (lon: number): number =>
      Math.min(this.#columns - 1, Math.max(0, Math.floor((lon - this.#west) / this.#cell)));
    const row = (lat: number): number =>
      Math.min(this.#rows - 1, Math.max(0, Math.floor((lat - this.#south) / this.#cell)));
    for (let y = row(south); y <= row(north); y++)
      for (let x = column(west); x <= column(east); x++) yield y * this.#columns + x;
  }

  /** Calls `meet` once with every box that touches one of the given boxes, widened by `margin`. */
  touching(given: Iterable<number>, margin: number, meet: (at: number) => void): void {
    this.#query++;
    for (const one of given) {
      const own = this.#boxes[one];
      if (!own) continue;
      const wide: Box = [own[0] - margin, own[1] - margin, own[2] + margin, own[3] + margin];
      for (const cell of this.#cells(wide))
        for (let i = this.#start[cell]!; i < this.#start[cell + 1]!; i++) {
          const at = this.#members[i]!;
          const other = this.#boxes[at]!;
          if (
            this.#met[at] === this.#query ||
            other[0] > wide[2] ||
            other[2] < wide[0] ||
            other[1] > wide[3] ||
            other[3] < wide[1]
          )
            continue;
          this.#met[at] = this.#query;
          meet(at);
        }
    }
  }
}
