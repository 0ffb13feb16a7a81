// What may be found in a file before anybody knows what its columns mean.

import type { Rule } from "./rule.ts";

export const FILE_RULES = {
  file_missing: { severity: "error", input: "a file that is not there", handling: "nothing is imported" },
  file_outside: {
    severity: "error",
    input: "a file that lies outside of the folder of the files",
    handling: "nothing is read; `data` of the profile or `LENS_DATA` names another folder",
  },
  too_many_files: {
    severity: "error",
    input: "a folder or a pattern of more than 10,000 files, or so many for `lens inspect`",
    handling: "nothing is read; put what belongs together into fewer files, or name some of each kind",
  },
  files_too_big: {
    severity: "error",
    input: "files read as one that hold more than 2 GB together",
    handling: "refused before they are read; split them",
  },
  columns_differ: {
    severity: "error",
    input: "a file of a folder or a pattern that has other columns than the first",
    handling: "nothing is imported; what it lacks and has beside them is named, their order may differ",
  },
  crs_differs: {
    severity: "error",
    input: "a file of a folder or a pattern in another coordinate system than the first",
    handling: "nothing is imported",
  },
  file_empty: {
    severity: "error",
    input: "an empty file, an archive without files, a header without rows",
    handling: "nothing is imported",
  },
  file_too_big: {
    severity: "error",
    input: "a file of more than 2 GB, or text too long for one string",
    handling: "refused before it is read; split it",
  },
  file_unreadable: {
    severity: "error",
    input: "a file that its format's reader cannot read, a Shapefile without its .shp or .dbf",
    handling: "nothing is imported",
  },
  entry_unknown: {
    severity: "error",
    input: "an archive of several files without `entry`, or with one that it does not hold",
    handling: "nothing is imported; the entries there are named",
  },
  layer_unknown: {
    severity: "error",
    input: "a GeoPackage, TopoJSON or workbook without the layer or sheet that `layer` names",
    handling: "nothing is imported; the layers there are named",
  },
  archive_too_big: {
    severity: "error",
    input: "an archive that unpacks to more than 512 MB",
    handling: "refused before it is taken into memory",
  },
  archive_bomb: {
    severity: "error",
    input: "an archive that unpacks to far more than its packed size",
    handling: "refused at the first byte that is too much",
  },
  archive_too_many_entries: {
    severity: "error",
    input: "an archive of more than 10,000 files",
    handling: "nothing is unpacked",
  },
  archive_nested: { severity: "error", input: "gzip inside gzip", handling: "nothing is imported" },
  archive_encrypted: {
    severity: "error",
    input: "an archive with a password",
    handling: "nothing is unpacked",
  },
  archive_unsafe_name: {
    severity: "error",
    input: "an archive whose names lead out of its folder",
    handling: "nothing is unpacked",
  },
  archive_damaged: {
    severity: "error",
    input: "an archive that breaks off or is damaged",
    handling: "nothing is unpacked",
  },
  byte_order_mark: { severity: "note", input: "a byte order mark", handling: "left out" },
  not_utf8: {
    severity: "warning",
    input: "text that is not UTF-8 and names no encoding",
    handling: "read in the encoding that the bytes show; `encoding` says another",
  },
  encoding_wrong: {
    severity: "warning",
    input: "a `.cpg` that names another encoding than the bytes show",
    handling: "read as the bytes show",
  },
  characters_damaged: {
    severity: "warning",
    input: "NUL, halves of surrogate pairs, U+FFFD where bytes were lost",
    handling: "NUL is left out, halves are read as U+FFFD; counted for the column",
  },
  line_ends: { severity: "note", input: "several kinds of line ends", handling: "each ends a line" },
  csv_malformed: {
    severity: "error",
    input: "a quote that is never closed",
    handling: "nothing is imported",
  },
  row_ragged: {
    severity: "error",
    input: "a row with more or fewer fields than the header",
    handling: "nothing is imported, the likely reason is named; empty fields beyond the header are nothing",
  },
  duplicate_header: {
    severity: "warning",
    input: "two columns of one name",
    handling: "the second is called `name (2)`",
  },
  title_above_header: {
    severity: "warning",
    input: "a first row that looks like a title",
    handling: "taken as the header all the same, the likely header is named; `header` says it",
  },
  two_row_header: {
    severity: "warning",
    input: "first rows that look like a header of two rows with merged cells",
    handling: "the first row is taken as the header all the same, both are named; `header: [1, 2]` says it",
  },
  header_missing: {
    severity: "error",
    input: "a `header` beyond the end of the file",
    handling: "nothing is imported",
  },
  too_many_columns: {
    severity: "error",
    input: "more than 5,000 columns",
    handling: "refused before it is taken into memory",
  },
  sheet_too_big: {
    severity: "error",
    input: "a worksheet beyond 200,000 rows or 2 million fields, if only by one cell far out",
    handling: "refused before it is parsed; save it as CSV; other sheets of the workbook are not unpacked",
  },
  shapefile_mismatched: {
    severity: "error",
    input: "a Shapefile whose `.shp` and `.dbf` differ in their number of records",
    handling: "nothing is imported",
  },
  column_unknown: {
    severity: "error",
    input: "a column that the file does not have",
    handling: "nothing is imported; the columns there, and other sheets that have it, are named",
  },
  lookup_ambiguous: {
    severity: "warning",
    input: "a look-up table with two values of one code",
    handling: "the first is taken",
  },
} as const satisfies Record<string, Rule>;
