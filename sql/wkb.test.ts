// Well-known binary: what goes in comes out, bit by bit.

import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeWkb, encodeWkb } from "./wkb.ts";

const coordinate = fc.double({ noNaN: true });
const ring = fc.array(fc.tuple(coordinate, coordinate), { maxLength: 20 });
const shape = fc.array(fc.array(ring, { maxLength: 4 }), { maxLength: 4 });

it("gives any MultiPolygon back, negative zero and the smallest numbers included", () => {
  fc.assert(
    fc.property(shape, (coordinates) => {
      expect(decodeWkb(encodeWkb({ type: "MultiPolygon", coordinates }))).toEqual({
        type: "MultiPolygon",
        coordinates,
      });
    }),
  );
});

it("reads a Polygon with the SRID of PostGIS as a MultiPolygon", () => {
  const ewkb = Buffer.from(
    "0103000020E6100000010000000400000000000000000000000000000000000000000000000000F03F0000000000000000000000000000F03F000000000000F03F00000000000000000000000000000000",
    "hex",
  );
  expect(decodeWkb(ewkb).coordinates).toEqual([
    [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 0],
      ],
    ],
  ]);
});

it.each([
  ["000000000300000000", /big endian/],
  ["010100000000000000000000000000000000000000", /geometry type 1/],
])("refuses %s", (hex, message) => {
  expect(() => decodeWkb(Buffer.from(hex, "hex"))).toThrow(message);
});
