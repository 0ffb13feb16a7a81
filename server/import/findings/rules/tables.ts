// What may be found in the rows and cells of a table of figures.

import type { Rule } from "./rule.ts";

export const TABLE_RULES = {
  table_empty: {
    severity: "error",
    input: "a table of which no row is taken",
    handling: "nothing is imported",
  },
  no_code_matches: {
    severity: "error",
    input: "a table of which no code is an area of its level",
    handling: "nothing is imported; look at `level` and `key`",
  },
  code_missing: { severity: "warning", input: "an empty code", handling: "the row is left out" },
  code_damaged: {
    severity: "warning",
    input: "a code such as `9.9E+08`, whose digits are gone",
    handling: "the row is left out",
  },
  code_mended: {
    severity: "note",
    input: "a code such as `990101001.0` or `'990101001`",
    handling: "read as 990101001",
  },
  leading_zero_lost: {
    severity: "note",
    input: "a code shorter than `pad`",
    handling: "zeros are put before it",
  },
  unknown_code: {
    severity: "warning",
    input: "a code that is no area of the level and no old code of one",
    handling: "the row is left out",
  },
  unknown_area_code: {
    severity: "warning",
    input: "a code that is no area of the stored boundaries, or of another level",
    handling: "the row, household or poverty line is left out",
  },
  name_unknown: {
    severity: "warning",
    input: "a name that no area has (`match: name`)",
    handling: "the row is left out; write it into the table of `aliases`",
  },
  name_ambiguous: {
    severity: "warning",
    input: "a name that several areas have",
    handling: "the row is left out; write it into `aliases`, or name the area above by `within`",
  },
  name_folded: {
    severity: "note",
    input: "a name written otherwise than the area's: case, accents, punctuation",
    handling: "taken as that area",
  },
  names_matched: {
    severity: "note",
    input: "rows that were matched by name",
    handling: "counted by how they matched: exact, folded, alias, none, several",
  },
  period_in_name: {
    severity: "error",
    input: "a file whose name says no period, or several, where `period` is `{ in: file_name }`",
    handling: "nothing is imported",
  },
  period_malformed: {
    severity: "warning",
    input: "a period not written 2019, 2019H1, 2019Q3 or 2019-07",
    handling: "the row is left out; of a place or road it is taken as not known",
  },
  malformed_period: {
    severity: "error",
    input: "the same, met when rows are stored",
    handling: "nothing is imported; a household is left out",
  },
  duplicate_row: {
    severity: "error",
    input: "two rows of one area and period that differ anywhere",
    handling: "nothing is imported, unless the table says by `rows` what they are",
  },
  identical_rows: {
    severity: "warning",
    input: "rows like one before in every cell",
    handling: "left out (added where rows add up); counted",
  },
  check_failed: {
    severity: "warning",
    input: "a row that breaks one of the table's `checks`",
    handling: "the row is left out",
  },
  value_missing: {
    severity: "note",
    input: "`无`, `/`, `-`, `n/a`, … and an empty cell",
    handling: "not-surveyed, never 0; `missing` of the table says otherwise",
  },
  not_a_number: {
    severity: "warning",
    input: "text where a number should be, also `3万`, `千人`",
    handling: "taken as not-surveyed; of a place, a road or a record as not known",
  },
  not_whole: {
    severity: "warning",
    input: "a count that is no whole number",
    handling: "the value is left out; decimals are for a `statistic`",
  },
  not_a_whole_number: {
    severity: "error",
    input: "the same, met when rows are stored",
    handling: "nothing is imported",
  },
  negative_value: {
    severity: "warning",
    input: "a count below zero",
    handling: "the value is left out",
  },
  number_too_big: {
    severity: "warning",
    input: "a number beyond 2^53, or none that is finite",
    handling: "the value is left out",
  },
  thousands_separator: {
    severity: "note",
    input: "`1,204`, `1 204`",
    handling: "read as 1204",
  },
  full_width_digits: {
    severity: "note",
    input: "digits of other widths, spaces inside a number",
    handling: "read as the number",
  },
  unit_in_cell: {
    severity: "note",
    input: "`1204人`, `85 户`",
    handling: "read as 1204, 85; units of more than one (`3万`) are no number",
  },
  per_cent: {
    severity: "note",
    input: "a column in per cent (`8.0%`, `5‰`)",
    handling: "read as shares (0.08), also in expressions; stated once for the column",
  },
  per_cent_mixed: {
    severity: "error",
    input: "a column that mixes per cent and plain numbers",
    handling: "nothing is imported; an example of each is named",
  },
  unit_in_header: {
    severity: "error",
    input: "a header that names a unit of more than one (万元, 千人, thousands) or, of a statistic, %",
    handling: "nothing is imported, until `times` says what its numbers are multiplied with",
  },
  division_by_zero: {
    severity: "note",
    input: "an expression that divides by zero",
    handling: "not-applicable",
  },
  pivot_unknown: {
    severity: "error",
    input: "a long table with a label that `as` does not name",
    handling: "its rows are left out with a warning; an error where no label is known",
  },
  column_twice: {
    severity: "error",
    input: "a column of a joined table that the table has too",
    handling: "nothing is imported",
  },
  rate_above_one: {
    severity: "warning",
    input: "a share above 1, such as more poor people than people",
    handling: "both numbers are kept, and the figure is marked",
  },
  coverage_above_one: {
    severity: "note",
    input: "a share above 1 of an indicator that says `mayExceedOne: true`",
    handling: "both numbers are kept",
  },
  departments_disagree: {
    severity: "warning",
    input: "two tables, or a table and the register, that state different numbers for one area and period",
    handling:
      "both are kept and shown; the higher `priority` is used, of equal ones the register, then the first table",
  },
  partial_period: {
    severity: "warning",
    input: "a period without rows for areas that other periods have",
    handling: "those areas are not-surveyed then; coverage stands beside sums, changes are of common areas",
  },
  not_surveyed: {
    severity: "note",
    input: "an area for which a table has no row",
    handling: "not-surveyed",
  },
  root_not_surveyed: {
    severity: "warning",
    input: "a whole area of the top level without a row",
    handling: "all in it is not-surveyed",
  },
} as const satisfies Record<string, Rule>;
