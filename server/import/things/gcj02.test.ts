import { expect, it } from "vitest";
import { fromGcj02, toGcj02 } from "./gcj02.ts";

/** [lat, lon] on WGS 84, then as shifted, from the tests of eviltransform (googollee, MIT). */
const PAIRS = [
  [31.1774276, 121.5272106, 31.17530398364597, 121.531541859215],
  [22.543847, 113.912316, 22.540796131694766, 113.9171764808363],
  [39.911954, 116.377817, 39.91334545536069, 116.38404722455657],
] as const;

it.each(PAIRS)("shifts and shifts back %d, %d", (lat, lon, shiftedLat, shiftedLon) => {
  const [east, north] = toGcj02([lon, lat]);
  expect(east).toBeCloseTo(shiftedLon, 6);
  expect(north).toBeCloseTo(shiftedLat, 6);
  const [backLon, backLat] = fromGcj02([shiftedLon, shiftedLat]);
  expect(backLon).toBeCloseTo(lon, 7);
  expect(backLat).toBeCloseTo(lat, 7);
});

it("leaves what lies outside of China where it is", () => {
  expect(toGcj02([-0.1, 51.5])).toEqual([-0.1, 51.5]);
  expect(fromGcj02([-0.1, 51.5])).toEqual([-0.1, 51.5]);
});
