// The byte format against any input: what is written is what others read, and what is damaged is noticed.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateRawSync, gunzipSync } from "node:zlib";
import { VectorTile } from "@mapbox/vector-tile";
import fc from "fast-check";
import { PbfReader } from "pbf";
import { describe, expect, it } from "vitest";
import { MAX_TILE_COLUMNS } from "#domain/contract/tiles";
import { joinParts, readGeometryPart, readValuesPart } from "#domain/split_tile_format";
import { writeGeometry } from "./geometry.ts";
import { ByteList } from "./buffers.ts";
import { geometryGzip, geometryPlain, valuesGzip, valuesPlain } from "./split_tile.ts";
import { inflatePrefix, PREFIX_DEFLATE, widenPrefix, writePrefix } from "./prefix.ts";
import { wordsOf } from "./tile_values.ts";
import type { TileColumn, TileGeometry } from "./tile.ts";
import { packPrefix, stitch, stitchGzip } from "./fixtures/whole_tile.ts";

/** `FUZZ_RUNS=100000` for a long run. */
const RUNS = Number(process.env["FUZZ_RUNS"] ?? 150);
const LETTERS = ["", "N/A", "SUP", "N/P"];

interface Input {
  readonly features: readonly { code: string; name: string; at: readonly [number, number]; size: number }[];
  /** By column, by feature: any 32 bits of a number, and a status. */
  readonly columns: readonly (readonly (readonly [number, number])[])[];
}

const feature = fc.record({
  code: fc.string({ maxLength: 20 }),
  name: fc.string({ unit: "grapheme", maxLength: 20 }),
  at: fc.tuple(fc.integer({ min: -64, max: 4100 }), fc.integer({ min: -64, max: 4100 })),
  size: fc.integer({ min: 1, max: 500 }),
});
const cell = fc.tuple(
  fc.oneof(
    fc.float({ noNaN: true }),
    fc.float({ noNaN: true, min: 0, max: 1 }),
    fc.constantFrom(0, -0, 1e-45),
  ),
  fc.constantFrom(0, 0, 0, 1, 2, 3),
);
const input: fc.Arbitrary<Input> = fc
  .tuple(fc.array(feature, { minLength: 1, maxLength: 40 }), fc.nat(MAX_TILE_COLUMNS))
  .chain(([features, count]) =>
    fc.record({
      features: fc.constant(features),
      columns: fc.array(fc.array(cell, { minLength: features.length, maxLength: features.length }), {
        minLength: count,
        maxLength: count,
      }),
    }),
  );

/** A tile of triangles, every second area left out so that idx and position differ. */
function tileOf({ features }: Input): TileGeometry {
  const parts = features.map(({ code, name, at: [x, y], size }, k) => {
    const geometry = new ByteList();
    writeGeometry(geometry, [[Int32Array.of(x, y, x + size, y, x, y + size)]], 0, 0);
    return { idx: 2 * k + 1, code: Buffer.from(code), name: Buffer.from(name), geometry: geometry.view() };
  });
  const prefix = writePrefix("village", parts);
  return {
    z: 0,
    x: 0,
    y: 0,
    idx: Uint32Array.from(parts, ({ idx }) => idx),
    prefixLength: prefix.length,
    prefixCrc: crc32(prefix),
    prefixDeflated: deflateRawSync(prefix, PREFIX_DEFLATE),
  };
}

const columnsOf = ({ columns }: Input): TileColumn[] =>
  columns.map((cells) => ({
    values: Float32Array.from({ length: 2 * cells.length }, (_, idx) => cells[idx >> 1]![0]),
    status: Uint8Array.from({ length: 2 * cells.length }, (_, idx) => cells[idx >> 1]![1]),
  }));

/** What any reader of the standard must find in the tile. */
const expected = ({ features, columns }: Input) =>
  features.map(({ code, name, at: [x, y], size }, k) => ({
    id: 2 * k + 1,
    properties: {
      code,
      name,
      ...Object.fromEntries(
        columns.map((cells, c) => [
          `v${c}`,
          cells[k]![1] ? LETTERS[cells[k]![1]] : Math.fround(cells[k]![0]),
        ]),
      ),
    },
    ring: [x, y, x + size, y, x, y + size, x, y],
  }));

function decoded(body: Uint8Array) {
  const { village } = new VectorTile(new PbfReader(body)).layers;
  return Array.from({ length: village!.length }, (_, k) => {
    const feature = village!.feature(k);
    const ring = feature.loadGeometry()[0]!.flatMap(({ x, y }) => [x, y]);
    return { id: feature.id, properties: feature.properties, ring };
  });
}

describe("the byte format", () => {
  it("gives every reader what was put in, whole or in two parts, plain or packed", () => {
    fc.assert(
      fc.property(input, (sample) => {
        const [tile, columns] = [tileOf(sample), columnsOf(sample)];
        const n = tile.idx.length;
        const body = stitch(tile, columns);
        expect(decoded(body)).toEqual(expected(sample));
        expect(gunzipSync(stitchGzip(tile, columns)).equals(body)).toBe(true);
        const words = wordsOf(tile.idx, columns);
        const prefix = widenPrefix(inflatePrefix(tile), n, columns.length);
        const geometries = [
          Buffer.concat(geometryPlain(prefix, tile.idx)),
          gunzipSync(Buffer.concat(geometryGzip(packPrefix(tile, columns.length), tile.idx))),
        ];
        const values = [valuesPlain(words, n), [gunzipSync(Buffer.concat(valuesGzip(words, n)))]].map(
          (pieces) => Buffer.concat(pieces),
        );
        geometries.forEach((geometry, at) => {
          const part = readGeometryPart(geometry);
          expect(part.idx).toEqual(tile.idx);
          expect(Buffer.from(joinParts(part, readValuesPart(values[at]!, n))).equals(body)).toBe(true);
        });
      }),
      { numRuns: RUNS },
    );
  });

  it("never gives out a prefix that was changed or cut short on its way from the database", () => {
    fc.assert(
      fc.property(
        input,
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        (sample, at, flip, isCut) => {
          const [tile, columns] = [tileOf(sample), columnsOf(sample)];
          const whole = stitch(tile, columns);
          const bytes = Buffer.from(tile.prefixDeflated);
          const place = at % bytes.length;
          bytes[place]! ^= flip;
          const damaged = { ...tile, prefixDeflated: isCut ? bytes.subarray(0, place) : bytes };
          for (const give of [
            () => stitch(damaged, columns),
            // The client's inflate finds it, by the check sum that was stored when the tile was cut.
            () => gunzipSync(stitchGzip(damaged, columns)),
          ]) {
            let given: Buffer;
            try {
              given = give();
            } catch (error) {
              expect(error).toBeInstanceOf(Error);
              continue;
            }
            expect(given.equals(whole), "a damage that does not change the prefix").toBe(true);
          }
        },
      ),
      { numRuns: RUNS },
    );
  });

  it("refuses parts that are cut short or do not belong together", () => {
    fc.assert(
      fc.property(input, fc.nat(), (sample, at) => {
        const [tile, columns] = [tileOf(sample), columnsOf(sample)];
        const n = tile.idx.length;
        const values = Buffer.concat(valuesPlain(wordsOf(tile.idx, columns), n));
        const cut = at % (values.length + 1);
        if (cut % (4 * n) !== 0)
          expect(() => readValuesPart(values.subarray(0, cut), n)).toThrow("are no columns of");
        for (const length of [0, 1, 2, 3])
          expect(() => readGeometryPart(new Uint8Array(length))).toThrow("is cut short");
        expect(() => readGeometryPart(Uint8Array.of(1, 0, 0, 0, 9, 0, 0, 0))).toThrow("is cut short");
      }),
      { numRuns: RUNS },
    );
  });

  it("is read by GDAL: every area, its code, name and values", () => {
    const sample: Input = {
      features: ["杨家村", 'a "quoted" name', "c"].map((name, k) => ({
        code: `99000${k}`,
        name,
        at: [100 * k, 50],
        size: 90,
      })),
      columns: [
        [
          [0.25, 0],
          [7, 0],
          [-1.5, 0],
        ],
        [
          [0, 2],
          [0, 1],
          [3, 0],
        ],
      ],
    };
    const directory = mkdtempSync(join(tmpdir(), "village-lens-gdal-"));
    try {
      const file = join(directory, "0.mvt");
      writeFileSync(file, stitchGzip(tileOf(sample), columnsOf(sample)));
      const { status, stdout, stderr, error } = spawnSync(
        "ogr2ogr",
        ["-f", "GeoJSON", "/vsistdout/", file, "-oo", "X=0", "-oo", "Y=0", "-oo", "Z=0"],
        { encoding: "utf8" },
      );
      expect(error, "ogr2ogr is in gdal-bin, which .ci/prepare.ts installs").toBeUndefined();
      expect(status, stderr).toBe(0);
      const { features } = JSON.parse(stdout) as {
        features: { properties: Record<string, unknown>; geometry: { type: string } }[];
      };
      expect(features.map(({ geometry }) => geometry.type)).toEqual(["Polygon", "Polygon", "Polygon"]);
      expect(features.map(({ properties }) => properties)).toMatchObject([
        { mvt_id: 1, code: "990000", name: "杨家村", v0: 0.25, v1: "SUP" },
        { mvt_id: 3, code: "990001", name: 'a "quoted" name', v0: 7, v1: "N/A" },
        { mvt_id: 5, code: "990002", name: "c", v0: -1.5 },
      ]);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
