// What may be found in boundaries.

import type { Rule } from "./rule.ts";

export const AREA_RULES = {
  level_empty: { severity: "error", input: "a level without areas", handling: "nothing is imported" },
  empty_level: {
    severity: "error",
    input: "the same, met when areas are stored",
    handling: "nothing is imported",
  },
  name_unseen_characters: {
    severity: "warning",
    input: "a name with controls of terminals or of the direction of writing",
    handling: "they are left out",
  },
  name_too_long: {
    severity: "warning",
    input: "a name of more than 200 letters",
    handling: "the first 199 are kept, and …",
  },
  duplicate_area: {
    severity: "error",
    input: "an area that occurs twice",
    handling: "nothing is imported; a note and the first row where both are the same",
  },
  duplicate_code: {
    severity: "error",
    input: "the same, met when areas are stored",
    handling: "nothing is imported",
  },
  code_in_two_levels: {
    severity: "error",
    input: "a code in two levels",
    handling: "nothing is imported",
  },
  orphan: {
    severity: "warning",
    input: "an area whose parent is not there",
    handling: "left out, with all that is below it",
  },
  unknown_parent: {
    severity: "error",
    input: "the same, met when areas are stored",
    handling: "nothing is imported",
  },
  parents_do_not_match: {
    severity: "error",
    input: "a level most of whose areas have no parent",
    handling: "nothing is imported; look at `parent`",
  },
  hierarchy_differs: {
    severity: "warning",
    input: "columns that `same` says must agree, and do not",
    handling: "the column of the level is taken",
  },
  crs_assumed: {
    severity: "warning",
    input: "a binary format that names no coordinate system",
    handling: "taken as longitude and latitude",
  },
  crs_unknown: {
    severity: "error",
    input: "a coordinate system that PROJ does not know; none, where the numbers are no degrees",
    handling: "nothing is imported; `crs` says it",
  },
  crs_wrong: {
    severity: "error",
    input: "degrees declared for numbers that are none",
    handling: "nothing is imported",
  },
  geometry_missing: {
    severity: "warning",
    input: "an area or feature without geometry",
    handling: "an area is counted but not drawn; a feature is left out",
  },
  geometry_not_polygon: {
    severity: "warning",
    input: "an area whose geometry is no polygon",
    handling: "counted but not drawn",
  },
  geometry_not_line: {
    severity: "warning",
    input: "a feature of `context` that should be a line and is none",
    handling: "left out",
  },
  geometry_not_point: {
    severity: "warning",
    input: "an area or feature that should be a point and is none",
    handling: "an area is counted but not drawn; a feature is left out",
  },
  ring_not_closed: {
    severity: "warning",
    input: "a polygon whose ring does not close",
    handling: "the ring is closed",
  },
  ring_too_short: {
    severity: "warning",
    input: "a ring of fewer than four positions",
    handling: "the ring is left out",
  },
  coordinate_not_finite: {
    severity: "warning",
    input: "a coordinate that is no number",
    handling: "the area is counted but not drawn",
  },
  geometry_mended: {
    severity: "warning",
    input: "self-crossing polygons",
    handling: "repaired; valid ones keep their exact coordinates",
  },
  geometry_lost: {
    severity: "warning",
    input: "a polygon of which repair leaves nothing",
    handling: "counted but not drawn",
  },
  seam_closed: {
    severity: "note",
    input: "gaps and overlaps of up to 10 m inside an area that is dissolved",
    handling: "closed in its outline; the areas themselves stay",
  },
  gap: {
    severity: "warning",
    input: "gaps between areas",
    handling: "reported by parent with the worst case, left as they are",
  },
  overlap: {
    severity: "warning",
    input: "areas that overlap",
    handling: "reported by parent with the worst case, left as they are",
  },
  polygon_unclaimed: {
    severity: "warning",
    input: "a polygon of a joined file that no area names",
    handling: "left out",
  },
  polygon_unknown: {
    severity: "warning",
    input: "an area whose polygon the joined file lacks",
    handling: "counted but not drawn",
  },
  polygon_claimed_twice: {
    severity: "warning",
    input: "a polygon that two areas name",
    handling: "the second is counted but not drawn",
  },
  parent_not_drawn: {
    severity: "warning",
    input: "a point in a parent without a polygon",
    handling: "counted but not drawn",
  },
  point_twice: {
    severity: "warning",
    input: "two points at one position",
    handling: "the first gets the cell, the second is counted but not drawn",
  },
  point_outside_parent: {
    severity: "warning",
    input: "a point outside its parent",
    handling: "up to 5 km it gets the nearest part of the parent; farther out it is counted but not drawn",
  },
  cell_empty: {
    severity: "warning",
    input: "a point to which no part of its parent is nearest",
    handling: "counted but not drawn",
  },
} as const satisfies Record<string, Rule>;
