// Puts the levels of a profile together: read, repaired, dissolved, drawn as cells, each area below its parent.

import { createHash } from "node:crypto";
import type { Progress } from "#domain/progress";
import type { AreaInput } from "#domain/dataset";
import type { Database } from "#sql/connect";
import { decodeWkb, encodeWkb } from "#sql/wkb";
import { dissolve } from "#tiles/dissolve";
import { checkSame, inferredAreas, readAreas, type Area } from "./areas.ts";
import { drawCells } from "./cells.ts";
import type { Files } from "#server/import/readers/files";
import type { FindingLog } from "#server/import/findings/finding_log";
import { repairAreas } from "./repair_geometry.ts";
import { checkNeighbours } from "./neighbours.ts";
import { transformPoints } from "./transform_points.ts";
import type { ImportProfile } from "#server/import/profile/profile";

/** Areas by code, by level; top level first. */
export type Boundaries = ReadonlyMap<string, Map<string, Area>>;

interface BoundaryContext {
  readonly database: Pick<Database, "pool">;
  readonly files: Files;
  readonly log: FindingLog;
  readonly onProgress: Progress;
}

const AREAS_PER_BATCH = 500;

async function readLevels(
  profile: ImportProfile,
  { database, files, log, onProgress }: BoundaryContext,
): Promise<Map<string, Map<string, Area>>> {
  const levels = new Map<string, Map<string, Area>>();
  for (const level of profile.levels) {
    const areas = new Map<string, Area>();
    levels.set(level.id, areas);
    for (const batch of await readAreas(level, files, log)) {
      await transformPoints(batch, database);
      await repairAreas(batch, database, log, onProgress);
      for (const area of batch.areas) areas.set(area.code, area);
    }
    await checkSame(level, new Set(areas.keys()), files, log);
    if (level.file !== undefined && areas.size === 0)
      log.add({
        severity: "error",
        rule: "level_empty",
        file: level.file,
        message: `level "${level.id}" has no area`,
        action: "nothing is imported; look at code and where of the level",
      });
  }
  return levels;
}

/** Makes the areas of levels without a file from the level below, bottom up. */
async function dissolveLevels(
  profile: ImportProfile,
  levels: Map<string, Map<string, Area>>,
  { files, log, onProgress }: BoundaryContext,
): Promise<void> {
  for (let i = profile.levels.length - 2; i >= 0; i--) {
    const level = profile.levels[i]!;
    if (level.file !== undefined) continue;
    const children = new Map<string, Area[]>();
    for (const area of levels.get(profile.levels[i + 1]!.id)!.values()) {
      if (area.parentCode === null) continue;
      const group = children.get(area.parentCode);
      if (group) group.push(area);
      else children.set(area.parentCode, [area]);
    }
    const areas = levels.get(level.id)!;
    for (const area of await inferredAreas(level, [...children.keys()].sort(), files, log)) {
      if (areas.size % 10 === 0)
        onProgress({ what: `dissolving level ${level.id}`, done: areas.size, total: children.size });
      const parts = children.get(area.code)!.flatMap((child) => (child.wkb ? [decodeWkb(child.wkb)] : []));
      let seams = 0;
      if (parts.length > 0) area.wkb = encodeWkb(dissolve(parts, () => seams++));
      else
        log.add({
          severity: "warning",
          rule: "geometry_missing",
          value: area.code,
          message: `level "${level.id}": "${area.code}" has no polygon below it to be dissolved from`,
          action: "it is counted but not drawn",
        });
      if (seams > 0)
        log.add({
          severity: "note",
          rule: "seam_closed",
          value: area.code,
          message: `level "${level.id}": the areas that "${area.code}" is dissolved from leave ${seams} gaps or overlaps of up to 10 m between them`,
          action: "they were closed in its outline; the areas themselves stay as they are",
        });
      areas.set(area.code, area);
    }
  }
}

/** Takes out areas whose parent is not there, and in turn what is below them. */
function dropOrphans(profile: ImportProfile, levels: Boundaries, log: FindingLog): void {
  for (const [i, level] of profile.levels.entries()) {
    const areas = levels.get(level.id)!;
    const parents = i === 0 ? null : levels.get(profile.levels[i - 1]!.id)!;
    const count = areas.size;
    for (const area of areas.values()) {
      if (!parents) {
        area.parentCode = null;
        continue;
      }
      if (area.parentCode !== null && parents.has(area.parentCode)) continue;
      areas.delete(area.code);
      log.add({
        severity: "warning",
        rule: "orphan",
        file: area.file,
        row: area.row,
        value: area.code,
        message:
          area.parentCode === null
            ? `"${area.code}" has no parent`
            : `"${area.code}" has the parent "${area.parentCode}", which level "${profile.levels[i - 1]!.id}" does not have`,
        action: "it was left out with all that is below it",
      });
    }
    if (count > 0 && areas.size * 2 < count)
      log.add({
        severity: "error",
        rule: "parents_do_not_match",
        file: level.file ?? null,
        message: `level "${level.id}": ${count - areas.size} of ${count} areas have no parent`,
        action: "nothing is imported; look at parent of the level",
      });
  }
}

function checkUnique(levels: Boundaries, log: FindingLog): void {
  const levelOf = new Map<string, string>();
  for (const [level, areas] of levels)
    for (const area of areas.values()) {
      const other = levelOf.get(area.code);
      levelOf.set(area.code, level);
      if (other !== undefined)
        log.add({
          severity: "error",
          rule: "code_in_two_levels",
          file: area.file,
          row: area.row,
          value: area.code,
          message: `"${area.code}" is an area of level "${other}" and of level "${level}"`,
          action: "nothing is imported; a code names one area",
        });
    }
}

/** Reads all levels of a profile; null when no level has a file. What is wrong is in the log. */
export async function readBoundaries(
  profile: ImportProfile,
  context: BoundaryContext,
): Promise<Boundaries | null> {
  if (profile.levels.every((level) => level.file === undefined)) return null;
  const { database, log, onProgress } = context;
  const levels = await readLevels(profile, context);
  if (log.hasErrors) return levels;
  await dissolveLevels(profile, levels, context);
  dropOrphans(profile, levels, log);
  checkUnique(levels, log);
  for (const [i, level] of profile.levels.entries()) {
    const areas = levels.get(level.id)!;
    onProgress({
      what: `looking for gaps and overlaps in level ${level.id}`,
      done: i,
      total: profile.levels.length,
    });
    if (level.file !== undefined && level.point === undefined)
      await checkNeighbours(level.id, [...areas.values()], database, log);
    const parents = i === 0 ? new Map<string, Area>() : levels.get(profile.levels[i - 1]!.id)!;
    await drawCells(level.id, areas.values(), parents, database, log, onProgress);
  }
  return levels;
}

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The areas of a level in batches, ordered by parent code, then code. */
export async function* areaBatches(areas: ReadonlyMap<string, Area>): AsyncGenerator<AreaInput[]> {
  const ordered = [...areas.values()].sort(
    (a, b) => byCode(a.parentCode ?? "", b.parentCode ?? "") || byCode(a.code, b.code),
  );
  for (let start = 0; start < ordered.length; start += AREAS_PER_BATCH)
    yield ordered.slice(start, start + AREAS_PER_BATCH).map(({ code, parentCode, names, wkb }) => ({
      code,
      parentCode,
      names,
      geometry: wkb && decodeWkb(wkb),
    }));
}

/** SHA-256 of what boundaries were made from: their part of the profile, and the files by checksum. */
export function boundariesChecksum(profile: ImportProfile, files: Files): string {
  const hash = createHash("sha256").update(
    JSON.stringify([profile.levels, profile.source, profile.date ?? null]),
  );
  for (const entry of [...files.checksums].sort(([a], [b]) => byCode(a, b))) hash.update(entry.join(" "));
  return hash.digest("hex");
}
