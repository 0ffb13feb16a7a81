// What may be found in facilities, in roads and in what stands on the map beside the areas.

import type { Rule } from "./rule.ts";

export const PLACE_RULES = {
  sentinel_coordinates: {
    severity: "warning",
    input: "a facility at 0, 0, at 1000, 1000 or the like",
    handling: "kept at the village of its address, without one left out",
  },
  swapped_lon_lat: {
    severity: "warning",
    input: "longitude and latitude exchanged",
    handling: "read the other way round where that lies in the territory",
  },
  outside_territory: {
    severity: "warning",
    input: "a facility or road outside of all villages",
    handling: "a facility is kept at the village of its address, without one left out; a road is left out",
  },
  other_village: {
    severity: "warning",
    input: "a facility in another village than its address says",
    handling: "both are kept and shown",
  },
  place_missing: {
    severity: "warning",
    input: "a facility with neither a point nor a known village",
    handling: "left out",
  },
  duplicate_facility: {
    severity: "warning",
    input: "two facilities of one kind within 50 m",
    handling: "both are kept",
  },
  facility_differs: {
    severity: "warning",
    input: "rows of one facility with different kinds or villages",
    handling: "those of the first row are taken",
  },
  row_repeated: {
    severity: "note",
    input: "a second row of one facility and period with the same figures",
    handling: "left out",
  },
  rows_differ: {
    severity: "error",
    input: "a second row of one facility and period with other figures",
    handling: "nothing is imported",
  },
  gcj02_suspected: {
    severity: "error",
    input: "points that lie off their villages all the same way, as GCJ-02 shifts them",
    handling: "nothing is imported, until `coordinates` says `gcj02` (shifted back) or `wgs84`",
  },
  kind_unknown: {
    severity: "warning",
    input: "a facility of a kind that the profile does not translate",
    handling: "left out",
  },
  kind_mixed: {
    severity: "warning",
    input: "a cell that names several kinds",
    handling: "the least of them is taken",
  },
  class_unknown: {
    severity: "error",
    input: "a class that a layer of `context` does not have",
    handling: "nothing is imported",
  },
  road_class_unknown: {
    severity: "warning",
    input: "a road of a class that the profile does not translate",
    handling: "left out",
  },
  road_class_mixed: {
    severity: "warning",
    input: "a road whose cell names several classes",
    handling: "the least important one is taken",
  },
  surface_unknown: {
    severity: "warning",
    input: "a surface that the profile does not translate",
    handling: "the road is left out",
  },
  surface_mixed: {
    severity: "warning",
    input: "a cell that names several surfaces",
    handling: "the worst of them is taken",
  },
  geometry_broken: {
    severity: "warning",
    input: "a road without geometry, or with one that is no line or has a coordinate that is no number",
    handling: "left out",
  },
  one_point_line: { severity: "warning", input: "a road of one point", handling: "left out" },
  zero_length: { severity: "warning", input: "a road of length 0", handling: "left out" },
  duplicate_road: {
    severity: "warning",
    input: "two roads of the same vertices",
    handling: "the more important class stays",
  },
  several_records: {
    severity: "note",
    input: "several records of one road",
    handling: "each is a piece of it; counted",
  },
  class_unmapped: {
    severity: "warning",
    input: "a feature of `context` with a value that `class` does not name",
    handling: "left out",
  },
  area_unknown: {
    severity: "warning",
    input: "a seat of an area that is none",
    handling: "drawn without it",
  },
  rank_invalid: {
    severity: "warning",
    input: "a rank that is no number from 0 on",
    handling: "read as 0",
  },
  raster_without_place: {
    severity: "error",
    input: "a TIFF that does not say where it lies",
    handling: "nothing is imported",
  },
  raster_empty: {
    severity: "error",
    input: "a GeoTIFF without a value",
    handling: "nothing is imported",
  },
  raster_too_small: {
    severity: "error",
    input: "a GeoTIFF of too few pixels to show anything",
    handling: "nothing is imported",
  },
  raster_reduced: {
    severity: "note",
    input: "a GeoTIFF of more than 6,000 pixels along a side",
    handling: "read in coarser steps",
  },
} as const satisfies Record<string, Rule>;
