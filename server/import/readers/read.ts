// Opens a file of any known format. A new format is one reader and one row of READERS.

import { ImportFault, unreadable } from "#server/import/findings/import_fault";
import { withSoundText } from "./damaged_characters.ts";
import type { FindingLog } from "#server/import/findings/finding_log";
import { csvReader } from "./csv.ts";
import { flatGeobufReader } from "./flatgeobuf.ts";
import { geoJsonReader } from "./geojson.ts";
import { geoPackageReader } from "./geopackage.ts";
import { InputFile } from "./input_file.ts";
import type { OpenedFile } from "./open_file.ts";
import type { Reader } from "./reader.ts";
import { shapefileReader } from "./shapefile.ts";
import type { Source, SourceOptions } from "./source.ts";
import { topoJsonReader } from "./topojson.ts";
import { xlsxReader } from "./xlsx.ts";

/** The first that detects a file reads it: archives of several members first, then what is known by its first bytes, then text. */
export const READERS: readonly Reader[] = [
  xlsxReader,
  shapefileReader,
  geoPackageReader,
  flatGeobufReader,
  topoJsonReader,
  geoJsonReader,
  csvReader,
];

const readerOf = (file: InputFile): Reader | undefined => READERS.find(({ detects }) => detects(file));

/** Names of the layers of a GeoPackage, the objects of a TopoJSON, the sheets of a workbook; none for other formats. */
export async function listLayers(
  opened: OpenedFile,
  log: FindingLog,
  options: SourceOptions = {},
): Promise<readonly string[]> {
  const file = new InputFile(opened, log, options);
  return (await readerOf(file)?.layers?.(file)) ?? [];
}

/** Rows of a file; throws an ImportFault for one that cannot be read. */
export async function readSource(
  opened: OpenedFile,
  log: FindingLog,
  options: SourceOptions = {},
): Promise<Source> {
  const file = new InputFile(opened, log, options);
  const reader = readerOf(file);
  if (!reader) throw undetected(file);
  return withSoundText(await reader.read(file), opened.name, log);
}

function undetected({ name, members, bytes, options: { entry } }: InputFile): ImportFault {
  if (bytes === null)
    return new ImportFault(
      `${entry === undefined ? "the archive holds several files" : `the archive has no "${entry}"`}: known are ${[...members.keys()].slice(0, 20).join(", ")}`,
      {
        rule: "entry_unknown",
        file: name,
        action: 'name one of them as "entry" in the profile, or a pattern for many, such as "*.csv"',
      },
    );
  if (bytes.length === 0)
    return new ImportFault("is empty", { rule: "file_empty", file: name, action: "nothing was read" });
  return unreadable(
    name,
    `is binary data of no known format: known are ${READERS.map(({ label }) => label).join(", ")}`,
  );
}
