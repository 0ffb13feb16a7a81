// A GeoTIFF of heights over two square degrees, for the tests of the relief.

import { writeArrayBuffer } from "geotiff";

/** A slope that rises to the south-east, at 106 to 108° E and 27 to 28° N; longitude and latitude unless said otherwise. */
export function slope(keys: Record<string, unknown> = {}): Buffer {
  const side = 64;
  const metres = Float32Array.from(
    { length: side * side },
    (_, node) => ((node % side) + Math.floor(node / side)) * 100,
  );
  return Buffer.from(
    writeArrayBuffer(metres, {
      width: side,
      height: side,
      ModelPixelScale: [2 / side, 1 / side, 0],
      ModelTiepoint: [0, 0, 0, 106, 28, 0],
      GTModelTypeGeoKey: 2,
      GTRasterTypeGeoKey: 1,
      GeographicTypeGeoKey: 4326,
      ...keys,
    }),
  );
}
