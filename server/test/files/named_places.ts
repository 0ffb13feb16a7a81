// Villages and figures that are known by their names alone, for the tests of `lens inspect`.

import { ringsOf } from "#server/test/trial_profile";

/** Villages by county, township and name. Two counties have a township of one name, and two townships a village of one. */
export const NAMED_VILLAGES = [
  ["甲县", "红旗镇", "上村"],
  ["甲县", "红旗镇", "下村"],
  ["甲县", "东乡", "上村"],
  ["乙县", "红旗镇", "新 村"],
] as const;

/** The villages as polygons without codes. */
export const namedPlaces = (columns: readonly [string, string, string]): string =>
  JSON.stringify({
    type: "FeatureCollection",
    features: NAMED_VILLAGES.map((names, at) => ({
      type: "Feature",
      properties: Object.fromEntries(columns.map((column, level) => [column, names[level]])),
      geometry: { type: "Polygon", coordinates: ringsOf(106 + at, 27) },
    })),
  });

/** Their people, with a village that nobody knows. */
export const NAMED_FIGURES = [
  "县,乡镇,行政村,总人口",
  ...NAMED_VILLAGES.map((names, at) => [...names, 100 + at].join(",")),
  "乙县,红旗镇,别村,7",
].join("\n");
