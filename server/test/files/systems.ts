// The coordinate systems in which the tests of files have every format.

export const SYSTEMS = [
  "EPSG:4326",
  "OGC:CRS84",
  "EPSG:4490",
  "EPSG:27700",
  "EPSG:3857",
  "EPSG:32630",
  "ESRI:102017",
];
