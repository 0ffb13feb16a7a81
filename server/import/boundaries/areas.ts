// Rows of a level's files → areas with code, parent, names, and a polygon or a point still in the source's system.

import type { Text } from "#domain/text";
import type { FindingLog } from "#server/import/findings/finding_log";
import type { AreaFile, ProfileLevel } from "#server/import/profile/profile";
import { type Files } from "#server/import/readers/files";
import { columnOf } from "#server/import/readers/column";
import type { Source, SourceRow } from "#server/import/readers/source";
import { rowFilter } from "#server/import/tables/row_expression";
import { nameText } from "#server/import/tables/name_text";
import { codeReader, namePicks, parentPick, type PickText } from "#server/import/tables/row_readers";
import { AreaGeometry } from "./area_geometry.ts";

export interface Area {
  readonly code: string;
  parentCode: string | null;
  readonly names: Text;
  /** WKB of a MultiPolygon; null for an area that cannot be drawn. */
  wkb: Buffer | null;
  /** [lon, lat] of an area that is given as a point; in the source's system until its batch is transformed. */
  point: readonly [number, number] | null;
  readonly file: string;
  readonly row: number;
}

/** The areas of one file, whose polygons and points are still in `crs`. */
export interface AreaBatch {
  readonly file: string;
  readonly crs: string;
  readonly areas: Area[];
}

/** Reads one file of a level. Areas that are in `known` already are skipped when `isFurther`, else they are an error. */
async function readAreaFile(
  spec: AreaFile,
  known: Map<string, Area>,
  isFurther: boolean,
  files: Files,
  log: FindingLog,
): Promise<AreaBatch> {
  const source = await files.open(spec);
  const { file } = spec;
  const takes = rowFilter(spec.where, source, file);
  const codeOf = codeReader(spec.code, source, file, log);
  const parentOf = await parentPick(spec.parent, source, file, files);
  const names = await namePicks(spec.name, source, file, files);
  const geometry = await AreaGeometry.open(spec, source, isFurther, files, log);
  const areas: Area[] = [];
  const before = new Set(known.keys());
  for await (const row of source.rows()) {
    if (!takes(row.cells)) continue;
    const code = codeOf(row);
    if (code === null) continue;
    const twin = known.get(code);
    if (twin && isFurther && before.has(code)) continue;
    const parentCode = parentOf(row.cells, code) || null;
    const named = namesOf(names, row.cells, code, (name) => nameText(name, { file, row: row.number }, log));
    if (twin) {
      reportTwin(twin, row, named, parentCode, file, log);
      continue;
    }
    const area: Area = {
      code,
      parentCode,
      names: named.length > 0 ? Object.fromEntries(named) : { en: code },
      point: geometry.point(row, code),
      wkb: geometry.wkb(row, code),
      file,
      row: row.number,
    };
    known.set(code, area);
    areas.push(area);
  }
  return { file, crs: geometry.end(), areas };
}

/** Names of an area by language, those that it has. */
const namesOf = (
  picks: readonly [string, PickText][],
  cells: readonly string[],
  code: string,
  clean: (name: string) => string,
): (readonly [language: string, name: string])[] =>
  picks
    .map(([language, pick]) => [language, clean(pick(cells, code))] as const)
    .filter(([, name]) => name !== "");

function reportTwin(
  twin: Area,
  row: SourceRow,
  named: (readonly [string, string])[],
  parentCode: string | null,
  file: string,
  log: FindingLog,
): void {
  const isSame =
    row.geometry === undefined &&
    twin.parentCode === parentCode &&
    named.every(([language, name]) => twin.names[language] === name);
  log.add({
    severity: isSame ? "note" : "error",
    rule: "duplicate_area",
    file,
    row: row.number,
    value: twin.code,
    message: `"${twin.code}" is there already, in ${log.rowName(twin.file, twin.row)}${isSame ? ", with the same entries" : ""}`,
    action: isSame
      ? "the second row was left out"
      : "nothing is imported; an area has one row, with all its parts in one geometry",
  });
}

/** Reads every file of a level, first the one of the level itself. */
export async function readAreas(level: ProfileLevel, files: Files, log: FindingLog): Promise<AreaBatch[]> {
  const known = new Map<string, Area>();
  const batches: AreaBatch[] = [];
  if (level.file !== undefined && level.code !== undefined)
    batches.push(
      await readAreaFile({ ...level, file: level.file, code: level.code }, known, false, files, log),
    );
  for (const further of level.also)
    batches.push(await readAreaFile(further, known, batches.length > 0, files, log));
  return batches;
}

/** Reports every area for which two columns of a look-up table differ that the `same` of a level compares. */
export async function checkSame(
  level: ProfileLevel,
  codes: ReadonlySet<string>,
  files: Files,
  log: FindingLog,
): Promise<void> {
  for (const spec of level.same) {
    const source = await files.open(spec);
    const [column, as] = [columnOf(source, spec.column, spec.file), columnOf(source, spec.as, spec.file)];
    const codeOf = codeReader(spec.key, source, spec.file, log);
    for await (const row of source.rows()) {
      const code = codeOf(row);
      const [value, other] = [row.cells[column]!, row.cells[as]!];
      if (code === null || !codes.has(code) || value === other) continue;
      log.add({
        severity: "warning",
        rule: "hierarchy_differs",
        file: spec.file,
        row: row.number,
        column: spec.column,
        value,
        message: `"${code}" has ${spec.column} "${value}" and ${spec.as} "${other}"`,
        action: `${spec.as} was taken`,
      });
    }
  }
}

/** Areas of a level without a file, known by the parents of the level below; names and parents from look-up tables or prefixes. */
export async function inferredAreas(
  level: ProfileLevel,
  codes: readonly string[],
  files: Files,
  log: FindingLog,
): Promise<Area[]> {
  const file = `level ${level.id}`;
  const source: Source = { format: "codes", columns: ["code"], crs: null, async *rows() {} };
  const parentOf = await parentPick(level.parent, source, file, files);
  const names = await namePicks(level.name, source, file, files);
  return codes.map((code, index) => {
    const named = namesOf(names, [code], code, (name) => nameText(name, { file, row: index + 1 }, log));
    return {
      code,
      parentCode: parentOf([code], code) || null,
      names: named.length > 0 ? Object.fromEntries(named) : { en: code },
      wkb: null,
      point: null,
      file,
      row: index + 1,
    };
  });
}
