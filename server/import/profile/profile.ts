// The schema of an import profile: where the files are, and what their columns mean.

import { z } from "zod";
import { currencySchema } from "#domain/currency";
import { idSchema } from "#domain/id";
import { contextSchema } from "#server/import/context/profile";
import { registerSchema } from "#server/import/register/profile";
import { facilitiesSchema, roadsSchema } from "#server/import/things/profile";
import { indicator, measure } from "./indicator.ts";
import { isoDate, key, record, text } from "./key.ts";
import { level, lineage } from "./level.ts";
import { sample, table } from "./table.ts";

export const profileSchema = record({
  dataset: key(idSchema, "Id of the dataset; one database holds one", "example"),
  title: key(text, "Name of the territory, by language", { en: "Example county", zh: "示例县" }),
  licence: key(
    record({
      name: key(z.string(), "Name of the licence", "CC-BY-4.0"),
      attribution: key(z.string(), "Whom to name", "Statistics Office"),
    }),
    "Under which licence the data are shown",
    { name: "CC-BY-4.0", attribution: "Statistics Office" },
  ),
  data: key(
    z.string().default("."),
    "Folder of the files, absolute or from the profile's own folder; the environment's LENS_DATA overrides it",
    "../files",
  ),
  source: key(z.string().default(""), "Where the boundaries come from, in words", "Survey of 2020"),
  date: key(isoDate.optional(), "The day the boundaries were in force", "2020-12-31"),
  language: key(z.string().default("en"), "Language of the first visit", "zh"),
  currency: key(currencySchema.optional(), "What money is in, by ISO 4217; yuan where nobody says", "KHR"),
  fictional: key(
    z.boolean().optional(),
    "Whether the data are invented; left out, it is what earlier imports said, and no for the first",
    true,
  ),
  levels: key(
    z.array(level).min(2, "a dataset has 2 to 6 levels").max(6, "a dataset has 2 to 6 levels"),
    "The levels of areas, top to bottom, 2 to 6",
    [
      { id: "county", label: "County" },
      { id: "village", label: "Village", file: "villages.geojson", code: "CODE", parent: "COUNTY" },
    ],
  ),
  lineage: key(z.array(lineage).default([]), "Tables of old and new codes", [
    { file: "codes.csv", from: "OLD", to: "NEW", kind: "merged", since: "2019" },
  ]),
  measures: key(z.array(measure).default([]), "Measures that the built-in registry lacks", [
    { id: "cattle", label: "cattle", unit: "count" },
  ]),
  indicators: key(
    z.array(indicator).default([]),
    "Indicators that the built-in registry lacks, or other ones in its place",
    [{ id: "cattle_per_person", lens: "poverty", label: "cattle per person", ratio: ["cattle", "persons"] }],
  ),
  tables: key(z.array(table).default([]), "The figures", [
    { file: "people.csv", level: "village", key: "CODE", period: "2020", columns: { persons: "people" } },
  ]),
  sample: sample.optional(),
  removes: key(
    record({
      measures: key(z.array(z.string()).default([]), "Measures that go", ["old_measure"]),
      indicators: key(z.array(z.string()).default([]), "Indicators that go", ["old_indicator"]),
      licence: key(z.boolean().default(false), "Whether licences of earlier imports go", true),
    }).optional(),
    "What earlier imports brought and goes now: all else that this profile does not name stays",
    { measures: ["old_measure"] },
  ),
  facilities: key(
    z.array(facilitiesSchema).default([]),
    "Schools, clinics and other places that people go to",
    [{ file: "schools.csv", code: "CODE", kind: "primary_school", village: "VILLAGE" }],
  ),
  roads: key(z.array(roadsSchema).default([]), "The ways there", [
    { file: "roads.geojson", class: "county" },
  ]),
  context: key(contextSchema.optional(), "What stands on the map beside the areas", {
    relief: { file: "dem.tif" },
    settlement: { file: "people.tif" },
  }),
  register: key(registerSchema.optional(), "Household and person records, from which villages are counted", {
    period: "2020",
    households: "…",
    persons: "…",
  }),
});

export type ImportProfile = z.infer<typeof profileSchema>;
export type { CodeColumn, FileSpec, KeyExpression, NameKey } from "./key.ts";
export type { AreaFile, LineageSpec, ParentSpec, ProfileLevel } from "./level.ts";
export type { ProfileTable, RowsRule } from "./table.ts";
