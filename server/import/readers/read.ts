// Opens any known format, told by its content. A new format is one reader and one line here.

import type { Topology } from "topojson-specification";
import { ImportFault, type FindingLog } from "#server/import/findings/finding_log";
import type { OpenedFile } from "./open_file.ts";
import { decodeText } from "./text.ts";
import { readCsv } from "./csv.ts";
import { readFlatGeobuf } from "./flatgeobuf.ts";
import { readGeoJson } from "./geojson.ts";
import { readGeoPackage } from "./geopackage.ts";
import { readShapefile } from "./shapefile.ts";
import type { Source, SourceOptions } from "./source.ts";
import { readTopoJson } from "./topojson.ts";
import { readXlsx } from "./xlsx.ts";

const SQLITE = Buffer.from("SQLite format 3\0", "latin1");
const FLATGEOBUF = Buffer.from([0x66, 0x67, 0x62]);
/** Members of an archive that are no data. */
const BESIDE = /(^|\/)(__MACOSX\/|\.|readme|licen[cs]e)|\.(txt|md|pdf|html?|xml|qmd|cpg|prj|sbn|sbx|qix)$/i;

function readJson(file: string, bytes: Buffer, log: FindingLog, options: SourceOptions): Source {
  let json: unknown;
  try {
    json = JSON.parse(decodeText(file, bytes, log, options.encoding));
  } catch (error) {
    if (error instanceof ImportFault) throw error;
    throw new ImportFault(`is not JSON: ${error instanceof Error ? error.message : String(error)}`, {
      rule: "file_unreadable",
      file,
      action: "nothing was read",
    });
  }
  if (typeof json === "object" && json !== null && "type" in json && json.type === "Topology")
    return readTopoJson(file, json as Topology, options.layer);
  return readGeoJson(file, (json ?? {}) as object);
}

const isJson = (bytes: Buffer): boolean => /^(\uFEFF)?\s*[{[]/.test(bytes.subarray(0, 64).toString("utf8"));

function onlyMember(opened: OpenedFile, entry: string | undefined): [string, Buffer] {
  const { name: file, members } = opened;
  const candidates = [...members].filter(([name]) =>
    entry === undefined ? !BESIDE.test(name) : name === entry,
  );
  const first = (members.size === 1 && entry === undefined ? [...members] : candidates)[0];
  if (first && candidates.length <= 1) return first;
  throw new ImportFault(
    `${entry === undefined ? "the archive holds several files" : `the archive has no "${entry}"`}: known are ${[...members.keys()].slice(0, 20).join(", ")}`,
    { rule: "entry_unknown", file, action: 'name one of them as "entry" in the profile' },
  );
}

/** Opens a file as rows; throws an ImportFault for what cannot be read. */
export async function readSource(
  opened: OpenedFile,
  log: FindingLog,
  options: SourceOptions = {},
): Promise<Source> {
  const { name: file, members } = opened;
  const names = [...members.keys()];
  if (members.has("xl/workbook.xml")) return readXlsx(opened, log, options);
  if (names.some((name) => /\.shp$/i.test(name) && (options.entry === undefined || name === options.entry)))
    return readShapefile(file, members, options);
  const [, bytes] = onlyMember(opened, options.entry);
  if (bytes.length === 0)
    throw new ImportFault("is empty", { rule: "file_empty", file, action: "nothing was read" });
  if (bytes.subarray(0, SQLITE.length).equals(SQLITE)) return readGeoPackage(file, bytes, options);
  if (bytes.subarray(0, 3).equals(FLATGEOBUF)) return readFlatGeobuf(file, bytes);
  if (bytes.length >= 4 && bytes.readInt32BE(0) === 9994)
    throw new ImportFault("is a bare .shp, which has no columns", {
      rule: "file_unreadable",
      file,
      action: "nothing was read; zip the .shp with its .dbf and .prj",
    });
  if (isJson(bytes)) return readJson(file, bytes, log, options);
  return readCsv(file, bytes, log, options);
}
