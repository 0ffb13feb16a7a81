// A GeoTIFF of heights over two square degrees, for the tests of the relief.

import { writeArrayBuffer } from "geotiff";

const SIDE = 64;
const RISING = Float32Array.from(
  { length: SIDE * SIDE },
  (_, node) => ((node % SIDE) + Math.floor(node / SIDE)) * 100,
);

/** 64 × 64 values, a slope that rises to the south-east, at 106 to 108° E and 27 to 28° N; longitude and latitude unless said otherwise. */
export function slope(keys: Record<string, unknown> = {}, values = RISING): Buffer {
  return Buffer.from(
    writeArrayBuffer(values, {
      width: SIDE,
      height: SIDE,
      ModelPixelScale: [2 / SIDE, 1 / SIDE, 0],
      ModelTiepoint: [0, 0, 0, 106, 28, 0],
      GTModelTypeGeoKey: 2,
      GTRasterTypeGeoKey: 1,
      GeographicTypeGeoKey: 4326,
      ...keys,
    }),
  );
}
