// Opens every file that `lens inspect` is given, every member and layer of them, and looks at their rows.

import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import type { Geometry } from "geojson";
import type { Progress } from "#domain/progress";
import { noBounds, widen } from "#server/import/boundaries/polygons";
import { FindingLog } from "#server/import/findings/finding_log";
import { ImportFault } from "#server/import/findings/import_fault";
import type { FileSpec } from "#server/import/profile/profile";
import { NO_DATA } from "#server/import/readers/input_file";
import { openFile, type OpenedFile } from "#server/import/readers/open_file";
import { listLayers, readSource } from "#server/import/readers/read";
import { withoutParts } from "#server/import/readers/shapefile_parts";
import { WORKBOOK } from "#server/import/readers/unzip";
import type { Source } from "#server/import/readers/source";
import { reliefsIn, type FoundRelief } from "./relief.ts";
import { SeenColumn, type GeometryKind, type SeenSource } from "./seen_source.ts";

/** Rows of one source that are looked at. */
const MOST_ROWS = 200_000;
/** Files that are looked at. */
const MOST_FILES = 10_000;

export interface Looked {
  readonly sources: readonly SeenSource[];
  readonly reliefs: readonly FoundRelief[];
  /** Files that could not be read, and why. */
  readonly unread: readonly { readonly file: string; readonly why: string }[];
}

/** All files under the given ones, folders walked through; those that hold no data by their name are left out. */
export async function filesUnder(locations: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const location of locations) {
    const info = await stat(location).catch(() => null);
    if (!info)
      throw new ImportFault(`there is no file ${location}`, {
        rule: "file_missing",
        file: location,
        action: "name files or folders that are there",
      });
    if (!info.isDirectory()) {
      found.push(path.resolve(location));
      continue;
    }
    const inside = await readdir(location, { recursive: true, withFileTypes: true });
    const names = inside
      .filter((entry) => entry.isFile() && !/\.ya?ml$/i.test(entry.name))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map((entry) => path.resolve(entry.parentPath, entry.name));
    found.push(...withoutParts(names).filter((name) => !NO_DATA.test(path.basename(name))));
  }
  const files = [...new Set(found)];
  if (files.length > MOST_FILES)
    throw new ImportFault(`${files.length} files: at most ${MOST_FILES} are looked at`, {
      rule: "too_many_files",
      file: locations[0]!,
      action: "name some of each kind",
    });
  return files;
}

/** Looks at the files, which are named from `folder` on. */
export async function lookAtFiles(
  files: readonly string[],
  folder: string,
  onProgress: Progress,
): Promise<Looked> {
  const sources: SeenSource[] = [];
  const reliefs: FoundRelief[] = [];
  const unread: { file: string; why: string }[] = [];
  for (const [done, location] of files.entries()) {
    const file = path.relative(folder, location).split(path.sep).join("/");
    onProgress({ what: `looking at ${file}`, done, total: files.length });
    try {
      const opened = await openFile(location, file);
      const heights = await reliefsIn(opened, file);
      reliefs.push(...heights);
      if (heights.length === opened.members.size) continue;
      for (const spec of await specsOf(opened, file)) {
        try {
          sources.push(await lookAt(opened, spec));
        } catch (error) {
          if (!(error instanceof ImportFault)) throw error;
          unread.push({
            file: [file, spec.entry, spec.layer].filter(Boolean).join(" › "),
            why: error.message,
          });
        }
      }
    } catch (error) {
      if (!(error instanceof ImportFault)) throw error;
      unread.push({ file, why: error.message });
    }
  }
  return { sources, reliefs, unread };
}

/** Every table or layer of a file, as a profile would name it. */
async function specsOf(opened: OpenedFile, file: string): Promise<FileSpec[]> {
  const names = [...opened.members.keys()];
  const entries = withoutParts(names).filter((name) => !NO_DATA.test(name) && !/\.tiff?$/i.test(name));
  const isOne = names.length === 1 || opened.members.has(WORKBOOK) || entries.length === 1;
  const specs: FileSpec[] = isOne ? [{ file }] : entries.map((entry) => ({ file, entry }));
  const all: FileSpec[] = [];
  for (const spec of specs) {
    const layers = await listLayers(opened, new FindingLog(), spec);
    if (layers.length > 1) all.push(...layers.map((layer) => ({ ...spec, layer })));
    else all.push(spec);
  }
  return all;
}

/** Reads a source; where titles stand above its header, with the header that is likely. */
async function openSource(
  opened: OpenedFile,
  spec: FileSpec,
): Promise<{ source: Source; spec: FileSpec; remarks: string[] }> {
  const log = new FindingLog();
  const source = await readSource(opened, log, spec);
  const title = log.all.find(({ rule }) => rule === "title_above_header" || rule === "two_row_header");
  const [, written] = /header: (\d+|\[\d+, \d+\])/.exec(title?.action ?? "") ?? [];
  if (written !== undefined && spec.header === undefined) {
    const header = JSON.parse(written) as number | [number, number];
    const again = await openSource(opened, { ...spec, header });
    return { ...again, remarks: [...again.remarks, title!.message] };
  }
  const remarks = log.all
    .filter(({ severity, rule }) => severity === "warning" && rule !== "title_above_header")
    .map(({ message, action }) => `${message}; ${action}`);
  return { source, spec, remarks };
}

async function lookAt(opened: OpenedFile, asked: FileSpec): Promise<SeenSource> {
  const { source, spec, remarks } = await openSource(opened, asked);
  const columns = source.columns.map((name) => new SeenColumn(name));
  const bounds = noBounds();
  const kinds = new Set<GeometryKind>();
  let rowCount = 0;
  let isCut = false;
  for await (const { cells, geometry } of source.rows()) {
    if (rowCount >= MOST_ROWS) {
      isCut = true;
      break;
    }
    rowCount++;
    for (const [at, column] of columns.entries()) column.cells.push(cells[at] ?? "");
    if (!geometry) continue;
    kinds.add(kindOf(geometry));
    for (const [x, y] of positionsOf(geometry)) widen(bounds, x, y);
  }
  const geometry = (["polygons", "points", "lines"] as const).find((kind) => kinds.has(kind)) ?? null;
  return {
    spec,
    format: source.format,
    crs: source.crs,
    geometry,
    bounds: geometry === null ? null : bounds,
    columns,
    rowCount,
    isCut,
    remarks,
  };
}

function kindOf(geometry: Geometry): GeometryKind {
  if (geometry.type === "GeometryCollection")
    return geometry.geometries.length > 0 ? kindOf(geometry.geometries[0]!) : null;
  if (geometry.type.endsWith("Polygon")) return "polygons";
  return geometry.type.endsWith("Point") ? "points" : "lines";
}

function* positionsOf(geometry: Geometry): Generator<readonly [number, number]> {
  if (geometry.type === "GeometryCollection") {
    for (const part of geometry.geometries) yield* positionsOf(part);
    return;
  }
  const nested: unknown[] = [geometry.coordinates];
  while (nested.length > 0) {
    const part = nested.pop();
    if (!Array.isArray(part)) continue;
    if (typeof part[0] === "number") yield [part[0], part[1] as number];
    else for (const inner of part as unknown[]) nested.push(inner);
  }
}
