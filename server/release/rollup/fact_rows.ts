// Decodes PostgreSQL's binary copy of facts into plain arrays, without an object for each row.

/** Rows of one batch, of one period. */
export interface FactRows {
  readonly codes: readonly string[];
  /** Row after row, measures in the order of the batch; 0 where missing. */
  readonly values: Float64Array;
  /** Status bytes, one for each value. */
  readonly statuses: Uint8Array;
}

const ROWS = 4_096;
/** `PGCOPY\n\377\r\n\0`, flags, length of an extension. */
const HEADER_BYTES = 19;
/** Dimensions, flags, element type, length, lower bound. */
const ARRAY_HEADER_BYTES = 20;

/** Takes a binary copy of (code text, value float8[], missing smallint[] or null) as its bytes come. */
export class FactDecoder {
  readonly #width: number;
  #rest: Buffer = Buffer.alloc(0);
  #isBegun = false;
  #codes: string[] = [];
  #values: Float64Array;
  #statuses: Uint8Array;

  /** `width` is the number of measures of every row. */
  constructor(width: number) {
    this.#width = width;
    this.#values = new Float64Array(ROWS * width);
    this.#statuses = new Uint8Array(ROWS * width);
  }

  /** The full pages of rows that this chunk completes; throws a RangeError for a row of another width. */
  *push(chunk: Buffer): Generator<FactRows> {
    const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    let at = 0;
    if (!this.#isBegun && bytes.length >= HEADER_BYTES) {
      at = HEADER_BYTES + view.getInt32(HEADER_BYTES - 4);
      this.#isBegun = true;
    }
    if (this.#isBegun)
      for (let end = endOfRow(view, at); end >= 0; end = endOfRow(view, at)) {
        this.#take(bytes, view, at);
        at = end;
        if (this.#codes.length === ROWS) yield this.end();
      }
    this.#rest = bytes.subarray(at);
  }

  /** The rows of the last page, which is not full and may be empty. */
  end(): FactRows {
    const size = this.#codes.length * this.#width;
    const rows = {
      codes: this.#codes,
      values: this.#values.subarray(0, size),
      statuses: this.#statuses.subarray(0, size),
    };
    this.#codes = [];
    this.#values = new Float64Array(ROWS * this.#width);
    this.#statuses = new Uint8Array(ROWS * this.#width);
    return rows;
  }

  #take(bytes: Buffer, view: DataView, start: number): void {
    const width = this.#width;
    const to = this.#codes.length * width;
    let at = start + 2;
    const codeEnd = at + 4 + view.getInt32(at);
    const code = bytes.toString("utf8", at + 4, codeEnd);
    at = codeEnd + 4;
    const valueEnd = at + view.getInt32(codeEnd);
    const count = valueEnd - at < ARRAY_HEADER_BYTES ? 0 : view.getInt32(at + 12);
    if (count !== width)
      throw new RangeError(`row of ${code} has ${count} values: its batch has ${width} measures`);
    at += ARRAY_HEADER_BYTES + 4;
    for (let m = 0; m < width; m++, at += 12) this.#values[to + m] = view.getFloat64(at);
    if (view.getInt32(valueEnd) >= 0) {
      at = valueEnd + 4 + ARRAY_HEADER_BYTES + 4;
      for (let m = 0; m < width; m++, at += 6) this.#statuses[to + m] = view.getInt16(at);
    }
    this.#codes.push(code);
  }
}

/** End of the row that begins at a byte; −1 where it is not whole, or the copy ends. */
function endOfRow(view: DataView, start: number): number {
  if (start + 2 > view.byteLength) return -1;
  const fields = view.getInt16(start);
  if (fields < 0) return -1;
  let at = start + 2;
  for (let field = 0; field < fields; field++) {
    if (at + 4 > view.byteLength) return -1;
    at += 4 + Math.max(0, view.getInt32(at));
  }
  return at <= view.byteLength ? at : -1;
}
