// The smallest territory that a release can show: one county of two villages, and its census.

import type { MultiPolygon } from "geojson";
import type { AreaInput, DatasetInput, FactRow, LineageInput, TableInput } from "#domain/dataset";
import type { Value } from "#domain/missing";
import { square } from "#tiles/fixtures/coverages";

/** An area of a level. */
export const area = (code: string, parentCode: string | null, geometry: MultiPolygon): AreaInput => ({
  code,
  parentCode,
  names: { en: `Place ${code}` },
  geometry,
});

/** One county with two villages, V2 made of the old villages O1 and O2 in 2019. */
export const AREAS: Record<string, AreaInput[]> = {
  county: [area("C", null, square(0, 0, 2))],
  village: [area("V1", "C", square(0, 0, 1)), area("V2", "C", square(1, 0, 1))],
};
export const LINEAGE: LineageInput[] = ["O1", "O2"].map((fromCode) => ({
  fromCode,
  toCode: "V2",
  share: 1,
  kind: "merged",
  since: "2019",
}));

/** A table of counts of villages, read from its rows. */
export function table(
  rows: [code: string, period: string, ...values: Value[]][],
  overrides: Partial<TableInput> = {},
): TableInput {
  return {
    id: "census",
    level: "village",
    measures: ["poor_persons", "persons"],
    fileName: "census.csv",
    checksum: `checksum of ${JSON.stringify(rows)}`,
    department: { en: "Statistics" },
    reportingDate: "2019-12-31",
    priority: 0,
    async *rows() {
      yield rows.map(([code, period, ...values]): FactRow => ({ code, period, values }));
    },
    ...overrides,
  };
}

/** Poor persons and persons, old codes before 2019. */
export const CENSUS: [string, string, ...Value[]][] = [
  ["V1", "2018", 10, 100],
  ["O1", "2018", 1, 50],
  ["O2", "2018", 2, 50],
  ["V1", "2019", 8, 100],
  ["V2", "2019", 2, 100],
];

/** The dataset of these tables on the boundaries of today. */
export function dataset(tables: TableInput[], overrides: Partial<DatasetInput> = {}): DatasetInput {
  return {
    manifest: {
      dataset: "small",
      title: { en: "Small" },
      licence: { name: "CC0-1.0", attribution: "nobody" },
      isFictional: true,
      defaultLanguage: "en",
      levels: [
        { id: "county", ordinal: 0, label: { en: "County" } },
        { id: "village", ordinal: 1, label: { en: "Village" } },
      ],
      measures: [],
      indicators: [],
    },
    boundaries: {
      source: "test",
      checksum: "boundaries",
      date: null,
      async *areas(level) {
        yield AREAS[level]!;
      },
    },
    lineage: LINEAGE,
    tables,
    ...overrides,
  };
}
