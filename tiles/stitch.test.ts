import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinParts, readGeometryPart, readValuesPart } from "#domain/split_tile_format";
import { areaOf, square } from "./fixtures/coverages.ts";
import { cutAll, decodeTile, isSingleMember } from "./fixtures/decode.ts";
import { geometryGzip, geometryPlain, valuesGzip } from "./split_tile.ts";
import { inflatePrefix, widenPrefix } from "./prefix.ts";
import { wordsOf } from "./tile_values.ts";
import type { TileColumn } from "./tile.ts";
import { packPrefix, stitch, stitchGzip } from "./fixtures/whole_tile.ts";

const CODES = ["", "N/A", "SUP", "N/P"];

const columnOf = (entries: readonly (readonly [number, number])[]): TileColumn => ({
  values: Float32Array.from(entries, ([value]) => value),
  status: Uint8Array.from(entries, ([, status]) => status),
});

describe("stitch", () => {
  it("gives a client every code, name and value of every area, exactly, with any number of columns", async () => {
    const entry = fc.tuple(
      fc.oneof(fc.double({ noNaN: true }), fc.integer(), fc.constantFrom(0, 1, -0.1, 1e-45, 3.5e38)),
      fc.constantFrom(0, 0, 0, 1, 2, 3),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.string(), fc.string({ unit: "grapheme" }), fc.integer({ min: 0, max: 400 })), {
          minLength: 1,
          maxLength: 60,
        }),
        fc.constantFrom(0, 1, 2, 3, 8),
        fc.func(entry),
        async (texts, count, entryOf) => {
          const areas = texts.map(([code, name, at], idx) => ({
            ...areaOf(idx, square(at / 10, at / 20, 0.2)),
            code,
            name: name,
          }));
          const columns = Array.from({ length: count }, (_, c) =>
            columnOf(areas.map(({ idx }) => entryOf(c, idx))),
          );
          for (const tile of await cutAll({ minZoom: 4, maxZoom: 5, batches: [areas] })) {
            const body = stitch(tile, columns);
            const { features } = decodeTile(body, tile);
            expect(features.map(({ id }) => id)).toEqual([...tile.idx]);
            for (const { id, properties } of features) {
              const expected = columns.map(({ values, status }, c) => [
                `v${c}`,
                status[id] ? CODES[status[id]!] : values[id],
              ]);
              expect(properties).toEqual({
                code: texts[id]![0],
                name: texts[id]![1],
                ...Object.fromEntries(expected),
              });
            }
            const gzip = stitchGzip(tile, columns);
            expect(gunzipSync(gzip).equals(body)).toBe(true);
            expect(isSingleMember(gzip)).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("writes the bytes that the format states", async () => {
    const [tile] = await cutAll({
      minZoom: 0,
      maxZoom: 0,
      batches: [[areaOf(1, square(10, 10, 60)), areaOf(2, square(70, 10, 60))]],
    });
    const columns = [
      columnOf([
        [9, 0],
        [1.5, 0],
        [0, 2],
      ]),
    ];
    const hex = stitch(tile!, columns).toString("hex");
    const text = (value: string): string => Buffer.from(value).toString("hex");
    const values = ["990001", "村 1", "990002", "村 2"].map((value) => {
      const size = Buffer.byteLength(value);
      return `22${(size + 2).toString(16).padStart(2, "0")}0a${size.toString(16).padStart(2, "0")}${text(value)}`;
    });
    expect(hex.slice(6)).toMatch(
      new RegExp(
        [
          `^7802 0a07${text("village")} 288020`,
          `1a04${text("code")} 1a04${text("name")} 1a02${text("v0")}`,
          values.join(" "),
          "121e 0801 1206000001010204 1803 2210 (?:..){16}",
          "121e 0802 1206000201030205 1803 2210 (?:..){16}",
          "2205150000c03f",
          `22050a03${text("SUP")}$`,
        ]
          .join(" ")
          .replaceAll(" ", ""),
      ),
    );
  });

  it("lets a client join the prefix and the tail by itself", async () => {
    const areas = [0, 1, 2].map((i) => areaOf(i, square(i * 10, 0, 10)));
    const [tile] = await cutAll({ minZoom: 0, maxZoom: 0, batches: [areas] });
    const columns = [1, 2].map((factor) => columnOf(areas.map(({ idx }) => [idx * factor, 0])));
    const packed = Buffer.concat(geometryGzip(packPrefix(tile!, 2), tile!.idx));
    const values = Buffer.concat(valuesGzip(wordsOf(tile!.idx, columns), 3));
    expect([packed, values].map(isSingleMember)).toEqual([true, true]);
    const geometry = readGeometryPart(gunzipSync(packed));
    expect(
      gunzipSync(packed).equals(Buffer.concat(geometryPlain(Buffer.from(geometry.prefix), tile!.idx))),
    ).toBe(true);
    expect(geometry.idx).toEqual(tile!.idx);
    const words = readValuesPart(gunzipSync(values), 3);
    expect(Buffer.from(joinParts(geometry, words)).equals(stitch(tile!, columns))).toBe(true);
    expect(new Float32Array(words.buffer)).toEqual(Float32Array.from([0, 1, 2, 0, 2, 4]));
  });

  it("refuses a column that ends before an area of the tile, and a status byte that means nothing", async () => {
    const [tile] = await cutAll({ minZoom: 0, maxZoom: 0, batches: [[areaOf(3, square(0, 0, 10))]] });
    expect(() => stitch(tile!, [columnOf([[1, 0]])])).toThrow("tile holds area 3, but a column ends at 1");
    expect(() =>
      stitch(tile!, [
        columnOf([
          [0, 0],
          [0, 0],
          [0, 0],
          [0, 9],
        ]),
      ]),
    ).toThrow("unknown status byte 9");
  });

  it("refuses a damaged prefix instead of giving out a broken tile", async () => {
    const areas = [0, 1, 2].map((i) => areaOf(i, square(i * 10, 0, 10)));
    const [tile] = await cutAll({ minZoom: 0, maxZoom: 0, batches: [areas] });
    expect(() => inflatePrefix({ ...tile!, prefixLength: tile!.prefixLength + 1 })).toThrow(
      "stored prefix has",
    );
    const prefix = inflatePrefix(tile!);
    for (let length = 0; length < prefix.length; length++)
      expect(() => widenPrefix(prefix.subarray(0, length), 3, 2)).toThrow(RangeError);
  });
});
