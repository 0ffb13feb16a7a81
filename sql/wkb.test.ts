// Well-known binary: what goes in comes out, bit by bit.

import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeGeometry, decodeWkb, encodeWkb, walkWkb } from "./wkb.ts";

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

it("reads either byte order, and leaves Z and M out", () => {
  const triangle = [
    [0, 0, 7],
    [1, 0, 7],
    [1, 1, 7],
    [0, 0, 7],
  ];
  const big = Buffer.alloc(13 + triangle.flat().length * 8);
  big.writeUInt32BE(1003, 1);
  big.writeUInt32BE(1, 5);
  big.writeUInt32BE(triangle.length, 9);
  for (const [at, value] of triangle.flat().entries()) big.writeDoubleBE(value, 13 + 8 * at);
  expect(decodeGeometry(big)).toEqual({
    type: "Polygon",
    coordinates: [triangle.map(([x, y]) => [x, y])],
  });
  expect(() =>
    walkWkb(
      big,
      () => expect.unreachable(),
      () => expect.unreachable(),
    ),
  ).toThrow(/big endian or has Z or M/);
});

it("reads points, of which an empty one is none", () => {
  const point = Buffer.alloc(21);
  point.writeUInt8(1, 0);
  point.writeUInt32LE(1, 1);
  point.writeDoubleLE(2, 5);
  point.writeDoubleLE(3, 13);
  expect(decodeGeometry(point)).toEqual({ type: "Point", coordinates: [2, 3] });
  expect(() => decodeWkb(point)).toThrow("wkb holds a Point: expected Polygon or MultiPolygon");
  point.writeDoubleLE(Number.NaN, 5);
  expect(decodeGeometry(point)).toBeNull();
});

it.each([
  ["010200000000000000", /geometry type 2 is neither point nor polygon/],
  ["0103000000010000000400000000", /bounds/i],
])("refuses %s", (hex, message) => {
  expect(() => decodeGeometry(Buffer.from(hex, "hex"))).toThrow(message);
});
