// What the database holds on its way to a release: areas, batches, registry.

import { createHash } from "node:crypto";
import type { Knex } from "knex";
import type { Manifest } from "#domain/manifest";
import type { LineageInput, SampleOfTable } from "#domain/dataset";
import type { Indicator } from "#domain/indicator";
import type { Measure } from "#domain/measure";
import type { Text } from "#domain/text";
import { ProblemError } from "#server/errors";
import { query } from "#sql/query";

export interface BatchRow {
  readonly id: number;
  readonly tableId: string;
  readonly checksum: string;
  readonly fileName: string;
  readonly department: Text;
  readonly reportingDate: string | null;
  readonly priority: number;
  readonly level: string;
  readonly measures: readonly string[];
  /** Null where nobody said whether it is a sample. */
  readonly sample: SampleOfTable | null;
  /** Periods it has rows for. */
  readonly periods: readonly string[];
}

/** The current batches, the one that decides first: by priority, then the newest. */
export async function currentBatches(db: Knex): Promise<BatchRow[]> {
  const rows = await query<BatchRow>(
    db,
    `select id, table_id as "tableId", checksum, file_name as "fileName", department,
            to_char(reporting_date, 'YYYY-MM-DD') as "reportingDate", priority, level, measures, sample, periods
     from fact.batch where state = 'current' order by priority desc, id desc`,
  );
  return rows;
}

/** One imported source of facilities or roads. */
export interface ThingBatch {
  readonly id: number;
  readonly section: "facilities" | "roads";
  readonly sourceId: string;
  readonly checksum: string;
  readonly priority: number;
}

/** The current batches of facilities and roads, by id. */
export const currentThings = (db: Knex): Promise<ThingBatch[]> =>
  query<ThingBatch>(
    db,
    `select id, section, source_id as "sourceId", checksum, priority from thing.batch where state = 'current' order by id`,
  );

/** The dataset this database holds; null for an empty one. */
export async function storedManifest(db: Knex): Promise<Manifest | null> {
  const rows = await query<{ manifest: Manifest }>(db, "select manifest from catalog.dataset");
  return rows[0]?.manifest ?? null;
}

interface BoundaryVersion {
  readonly id: number;
  readonly source: string;
  readonly checksum: string;
  /** ISO date the boundaries are as of, where known. */
  readonly validOn: string | null;
}

/** Every boundary version, the newest first. */
export const boundaryVersions = (db: Knex): Promise<BoundaryVersion[]> =>
  query<BoundaryVersion>(
    db,
    `select id, source, checksum, to_char(valid_on, 'YYYY-MM-DD') as "validOn"
     from geo.boundary_version order by id desc`,
  );

/** The newest boundary version, which is the one in force; null before the first. */
export async function currentBoundaries(db: Knex): Promise<BoundaryVersion | null> {
  const [newest] = await boundaryVersions(db);
  return newest ?? null;
}

/**
 * The boundary version that figures are reported for, the newest unless an id is given, and the date up to which it knows changes;
 * null before the first. Throws a ProblemError for an unknown one, or an older one without a date.
 */
export async function chosenBoundaries(
  db: Knex,
  id: number | undefined,
): Promise<{ id: number; validOn: string | null } | null> {
  const versions = await boundaryVersions(db);
  const [newest] = versions;
  if (!newest || id === undefined || id === newest.id)
    return newest ? { id: newest.id, validOn: null } : null;
  const chosen = versions.find((version) => version.id === id);
  if (!chosen)
    throw new ProblemError(
      404,
      "unknown boundary version",
      `unknown boundary version ${id}: known are ${versions.map((version) => version.id).join(", ")}`,
    );
  if (chosen.validOn === null)
    throw new ProblemError(
      409,
      "boundaries without a date",
      `boundary version ${id} has no date, so it is not known which changes came after it: give its profile a date`,
    );
  return { id: chosen.id, validOn: chosen.validOn };
}

export async function storedLineage(db: Knex): Promise<LineageInput[]> {
  const rows = await query<LineageInput>(
    db,
    `select from_code as "fromCode", to_code as "toCode", share, kind, since from geo.lineage order by 1, 2`,
  );
  return rows;
}

export interface Registry {
  readonly measures: readonly Measure[];
  readonly indicators: readonly Indicator[];
  /** Changes whenever a definition changes. */
  readonly hash: string;
}

/** Joins the built-in registry with what the dataset adds; a row of the dataset replaces a built-in one of the same id. */
export function joinRegistry(
  builtIn: { measures: readonly Measure[]; indicators: readonly Indicator[] },
  manifest: Manifest,
): Registry {
  const join = <T extends { id: string }>(ours: readonly T[], theirs: readonly T[]): T[] => [
    ...new Map([...ours, ...theirs].map((row) => [row.id, row])).values(),
  ];
  const measures = join(builtIn.measures, manifest.measures);
  const indicators = join(builtIn.indicators, manifest.indicators);
  const hash = createHash("sha256")
    .update(JSON.stringify([manifest, measures, indicators]))
    .digest("hex");
  return { measures, indicators, hash };
}

const PAGE_AREAS = 20_000;

/** Codes and parents of one level, by idx. */
export async function levelAreas(
  db: Knex,
  boundaryVersion: number,
  level: string,
): Promise<{ codes: string[]; parentIdx: Int32Array }> {
  const codes: string[] = [];
  const parents: number[] = [];
  for (;;) {
    const rows = await query<{ code: string; parent_idx: number | null }>(
      db,
      `select code, parent_idx from geo.area where boundary_version = ? and level = ? and idx >= ?
       order by idx limit ${PAGE_AREAS}`,
      [boundaryVersion, level, codes.length],
    );
    for (const { code, parent_idx } of rows) {
      codes.push(code);
      parents.push(parent_idx ?? -1);
    }
    if (rows.length < PAGE_AREAS) return { codes, parentIdx: Int32Array.from(parents) };
  }
}
