import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FactDecoder, type FactRows } from "./fact_rows.ts";

interface Row {
  readonly code: string;
  readonly values: readonly number[];
  readonly missing: readonly number[] | null;
}

const int16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
};
const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};
const float64 = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes;
};
const field = (bytes: Buffer): Buffer => Buffer.concat([int32(bytes.length), bytes]);
const array = (type: number, elements: readonly Buffer[]): Buffer =>
  Buffer.concat([int32(1), int32(0), int32(type), int32(elements.length), int32(1), ...elements.map(field)]);

/** The bytes of a binary copy, as "COPY, Binary Format" of the PostgreSQL manual and `array_send` say. */
const binaryCopy = (rows: readonly Row[]): Buffer =>
  Buffer.concat([
    Buffer.from("PGCOPY\n\xff\r\n\0", "latin1"),
    int32(0),
    int32(0),
    ...rows.flatMap(({ code, values, missing }) => [
      int16(3),
      field(Buffer.from(code)),
      field(array(701, values.map(float64))),
      missing ? field(array(21, missing.map(int16))) : int32(-1),
    ]),
    int16(-1),
  ]);

function decode(width: number, chunks: readonly Buffer[]): Row[] {
  const decoder = new FactDecoder(width);
  const pages: FactRows[] = chunks.flatMap((chunk) => [...decoder.push(chunk)]);
  return [...pages, decoder.end()].flatMap(({ codes, values, statuses }) =>
    codes.map((code, row) => ({
      code,
      values: [...values.subarray(row * width, (row + 1) * width)],
      missing: [...statuses.subarray(row * width, (row + 1) * width)],
    })),
  );
}

describe("facts in a binary copy", () => {
  it("are the rows that were written, wherever the bytes are cut", () => {
    const copies = fc.integer({ min: 1, max: 5 }).chain((width) =>
      fc.record({
        width: fc.constant(width),
        rows: fc.array(
          fc.record({
            code: fc.oneof(fc.string({ unit: "grapheme" }), fc.constant("580101001201")),
            values: fc.array(fc.maxSafeInteger(), { minLength: width, maxLength: width }),
            missing: fc.option(
              fc.array(fc.integer({ min: 0, max: 3 }), { minLength: width, maxLength: width }),
            ),
          }),
          { maxLength: 12 },
        ),
        cuts: fc.array(fc.nat({ max: 1_000 }), { maxLength: 20 }),
      }),
    );
    fc.assert(
      fc.property(copies, ({ width, rows, cuts }) => {
        const bytes = binaryCopy(rows);
        const ends = [...cuts.filter((cut) => cut < bytes.length), bytes.length].sort((a, b) => a - b);
        const chunks = ends.map((end, at) => bytes.subarray(ends[at - 1] ?? 0, end));
        expect(decode(width, chunks)).toEqual(
          rows.map((row) => ({ ...row, missing: row.missing ?? row.values.map(() => 0) })),
        );
      }),
    );
  });

  it("come in pages, none of which is changed by what follows", () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => ({
      code: `v${at}`,
      values: [at, -at],
      missing: null,
    }));
    expect(decode(2, [binaryCopy(rows)])).toEqual(rows.map((row) => ({ ...row, missing: [0, 0] })));
  });

  it("are refused where a row has not one value for each measure", () => {
    const bytes = binaryCopy([{ code: "v1", values: [1, 2], missing: null }]);
    expect(() => decode(3, [bytes])).toThrow("row of v1 has 2 values: its batch has 3 measures");
  });
});
