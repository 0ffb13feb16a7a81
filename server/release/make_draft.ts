// Makes the draft: rolls everything up and writes the columns. Nothing that is published is touched.

import type { RolledColumn } from "#server/column_store/column";
import { createHash } from "node:crypto";
import type { Knex } from "knex";
import type { Progress } from "#domain/progress";
import type { LineageInput } from "#domain/dataset";
import { INDICATORS, MEASURES } from "#domain/registry/index";
import { comparePeriods } from "#domain/period";
import type { Database } from "#sql/connect";
import { ProblemError } from "#server/errors";
import { rollUpApportioned } from "./rollup/areal_weighting.ts";
import { ColumnWriter, type WrittenColumn } from "./column_writer.ts";
import { rollUpConflict } from "./rollup/conflicts.ts";
import { describeRelease } from "./release_catalog.ts";
import { Lineage } from "./rollup/lineage.ts";
import { recordChange } from "#server/audit/record";
import { lockReleases } from "./lock_releases.ts";
import {
  byShareColumn,
  conflictColumn,
  measureColumn,
  type ReleaseInputs,
  type ReleaseRecord,
} from "#server/column_store/release_record";
import { rollUpStatistic } from "./rollup/statistic.ts";
import type { Indicator } from "#domain/indicator";
import { hasValues, rollUp, shapeLevels, type LevelShape } from "./rollup/rollup.ts";
import { LevelCodes, ReportedLevel } from "./rollup/period_facts.ts";
import { storedFacts } from "./rollup/stored_facts.ts";
import {
  chosenBoundaries,
  currentBatches,
  currentThings,
  joinRegistry,
  levelAreas,
  storedLineage,
  storedManifest,
  type Registry,
} from "./release_inputs.ts";
import { query } from "#sql/query";

export interface Draft {
  readonly number: number;
  /** False when the newest release shows exactly what is stored, and nothing was made. */
  readonly isNew: boolean;
}

interface DraftOptions {
  readonly createdBy: string;
  readonly onProgress: Progress;
  readonly boundaryVersion?: number;
}

const FOREIGN_KEY_VIOLATION = "23503";
/** How often a draft is begun anew during which others were made or something was imported. */
const MAX_ATTEMPTS = 3;

/**
 * Makes the draft, or makes it anew, from what is stored, for the newest boundary version or a chosen one; null when
 * nothing is stored.
 */
export async function makeDraft(database: Database, options: DraftOptions): Promise<Draft | null> {
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++)
    try {
      const draft = await makeOnce(database, options);
      if (draft !== "overtaken") return draft;
    } catch (error) {
      // Another draft removes data that no release shows: also what was just written for this one.
      if ((error as { code?: string }).code !== FOREIGN_KEY_VIOLATION) throw error;
    }
  throw new ProblemError(
    409,
    "imports at the same time",
    "something was imported each time the draft was made: run npm run lens -- draft when imports are done",
  );
}

async function makeOnce(database: Database, options: DraftOptions): Promise<Draft | null | "overtaken"> {
  const db = database.knex;
  const manifest = await storedManifest(db);
  const boundaries = await chosenBoundaries(db, options.boundaryVersion);
  if (!manifest || !boundaries) return null;
  const registry = joinRegistry({ measures: MEASURES, indicators: INDICATORS }, manifest);
  const batches = await currentBatches(db);
  const changes = await storedLineage(db);
  const inputs = await storedInputs(db, boundaries.id, registry);
  const shown = await releaseMadeFrom(db, inputs);
  if (shown !== null) return { number: shown, isNew: false };

  const levels: { id: string; codes: string[]; parentIdx: Int32Array }[] = [];
  for (const { id } of manifest.levels) levels.push({ id, ...(await levelAreas(db, boundaries.id, id)) });
  const shapes = shapeLevels(levels);
  const areas = levels.map(({ codes }) => new LevelCodes(codes));
  const isArea = (code: string): boolean => areas.some((level) => level.idxOf(code) !== undefined);
  const lineage = new Lineage(changes, isArea, boundaries.validOn);
  const periods = [...new Set(batches.flatMap(({ periods }) => periods))].sort(comparePeriods);

  const statistics = new Set(registry.measures.flatMap(({ id, statistic }) => (statistic ? [id] : [])));

  const writer = new ColumnWriter(database);
  const steps = batches.length + registry.measures.length + registry.indicators.length;
  let done = 0;
  const onStep = (): void =>
    options.onProgress({ what: "rolling up", done: done++, total: periods.length * steps });
  for (const period of periods) {
    const reported = areas.map((level) => new ReportedLevel(level, lineage, period, statistics));
    for (const batch of batches) {
      onStep();
      const at = levels.findIndex(({ id }) => id === batch.level);
      if (batch.periods.includes(period))
        await reported[at]?.add(batch.tableId, batch.measures, storedFacts(db, batch, period));
    }
    await rollUpPeriod(period, registry, shapes, reported, writer, onStep);
    // The embedded database has one connection, which reading the next period takes.
    await writer.flush();
  }
  onStep();
  const catalog = await describeRelease(
    db,
    boundaries.id,
    manifest,
    registry,
    { tables: batches, things: inputs.things ?? [] },
    writer.entries,
  );
  const isCurrent = async (trx: Knex): Promise<boolean> =>
    isSameInputs(inputs, await storedInputs(trx, boundaries.id, registry));
  const number = await write(db, { inputs, catalog }, writer.entries, { ...options, isCurrent });
  if (number === null) return "overtaken";
  // Of earlier drafts. Only now: drafts that are made at the same time would else remove the columns of each other in turn.
  await query(
    db,
    `delete from release.column_data d
     where not exists (select from release.column c where c.content_hash = d.content_hash)`,
  );
  return { number, isNew: true };
}

/** What is stored that a release is made from. */
async function storedInputs(
  db: Knex,
  boundaryVersion: number,
  registry: Pick<Registry, "hash">,
): Promise<ReleaseInputs> {
  const [batches, changes, things] = [
    await currentBatches(db),
    await storedLineage(db),
    await currentThings(db),
  ];
  return {
    boundaryVersion,
    batches: batches.map(({ id }) => id).sort((a, b) => a - b),
    registry: registry.hash,
    lineage: hashOf(changes),
    ...(things.length > 0 ? { things: things.map(({ id }) => id) } : {}),
  };
}

const isSameInputs = (known: ReleaseInputs, inputs: ReleaseInputs): boolean =>
  known.boundaryVersion === inputs.boundaryVersion &&
  known.registry === inputs.registry &&
  (known.lineage ?? inputs.lineage) === inputs.lineage &&
  (known.things ?? []).join() === (inputs.things ?? []).join() &&
  known.batches.join() === inputs.batches.join();

const hashOf = (changes: readonly LineageInput[]): string =>
  createHash("sha256").update(JSON.stringify(changes)).digest("hex");

/** Number of the newest release when it was made from the same inputs, else null. */
async function releaseMadeFrom(db: Knex, inputs: ReleaseInputs): Promise<number | null> {
  const rows = await query<{ number: number; inputs: ReleaseInputs }>(
    db,
    `select number, catalog -> 'inputs' as inputs from release.release
     where state in ('draft', 'in-review', 'published') order by number desc limit 1`,
  );
  const newest = rows[0];
  if (!newest) return null;
  return isSameInputs(newest.inputs, inputs) ? newest.number : null;
}

async function rollUpPeriod(
  period: string,
  registry: Registry,
  shapes: readonly LevelShape[],
  reported: readonly ReportedLevel[],
  writer: ColumnWriter,
  onStep: () => void,
): Promise<void> {
  const columnsByLevel = reported.map(({ columns }) => columns);
  const sums = new Map<string, RolledColumn[]>();
  /** The weights of a statistic by level: sums, and at the lowest level what is reported. */
  const weightsOf = ({ statistic }: Indicator) => {
    const weight = statistic?.weight;
    if (weight === undefined) return null;
    return (ordinal: number) => {
      const sum = sums.get(weight)?.[ordinal];
      return sum ? { value: sum.numerator, status: sum.status } : columnsByLevel[ordinal]?.get(weight);
    };
  };
  const keep = async (id: string, columns: readonly RolledColumn[]): Promise<void> => {
    for (const [ordinal, column] of columns.entries())
      await writer.add({ level: shapes[ordinal]!.id, indicator: id, period }, column);
  };
  for (const { id, rollUp: rule, statistic } of registry.measures) {
    onStep();
    if (!columnsByLevel.some((columns) => columns.has(id))) continue;
    if (statistic) {
      await keep(measureColumn(id), rollUpStatistic(id, shapes, columnsByLevel, null));
      continue;
    }
    const formula = { id, numerator: { [id]: 1 }, denominator: null, ...(rule ? { rollUp: rule } : {}) };
    const columns = rollUp(formula, shapes, columnsByLevel, new Map());
    // At the lowest level the sum is what is reported: it need not be kept.
    sums.set(id, columns.slice(0, -1));
    if (hasValues(columns)) await keep(measureColumn(id), columns);
    for (const [ordinal, { apportioned }] of reported.entries())
      for (const [at, column] of rollUpApportioned(apportioned.get(id) ?? [], shapes, ordinal, columns))
        await writer.add({ level: shapes[at]!.id, indicator: byShareColumn(id), period }, column);
  }
  for (const indicator of registry.indicators) {
    onStep();
    const columns = indicator.statistic
      ? rollUpStatistic(Object.keys(indicator.numerator)[0]!, shapes, columnsByLevel, weightsOf(indicator))
      : rollUp(indicator, shapes, columnsByLevel, sums);
    if (hasValues(columns)) await keep(indicator.id, columns);
  }
  for (const [ordinal, { conflicts }] of reported.entries())
    for (const [key, disagreement] of conflicts)
      await keep(conflictColumn(key), rollUpConflict(disagreement, shapes, ordinal));
}

/**
 * Writes release and columns in one transaction in place of an earlier draft, under a number of its own: a number names one
 * content. Null, and nothing written, where something was imported since.
 */
async function write(
  db: Knex,
  record: ReleaseRecord,
  entries: readonly WrittenColumn[],
  { createdBy, isCurrent }: DraftOptions & { readonly isCurrent: (trx: Knex) => Promise<boolean> },
): Promise<number | null> {
  return db.transaction(async (trx) => {
    const earlier = await lockReleases(trx);
    if (!(await isCurrent(trx))) return null;
    if (earlier !== null) {
      await query(trx, "delete from release.column where release = ?", [earlier]);
      await query(trx, "delete from release.lineage where release = ?", [earlier]);
      await query(trx, "delete from release.release where number = ?", [earlier]);
    }
    const rows = await query<{ number: number }>(
      trx,
      `insert into release.release (state, boundary_version, catalog, created_by)
       values ('draft', ?, ?, ?) returning number`,
      [record.inputs.boundaryVersion, JSON.stringify(record), createdBy],
    );
    const number = rows[0]!.number;
    await query(
      trx,
      `insert into release.lineage (release, to_code, from_code, share, kind, since)
       select ?, to_code, from_code, share, kind, since from geo.lineage`,
      [number],
    );
    await query(
      trx,
      `insert into release.column (release, edition, level, indicator, period, content_hash, statistics)
       select ?, 'internal', * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::jsonb[])`,
      [
        number,
        entries.map(({ level }) => level),
        entries.map(({ indicator }) => indicator),
        entries.map(({ period }) => period),
        entries.map(({ contentHash }) => contentHash),
        entries.map(({ statistics }) => JSON.stringify(statistics)),
      ],
    );
    const { boundaryVersion, batches } = record.inputs;
    await recordChange(trx, {
      action: "draft",
      object: `release:${number}`,
      before: earlier === null ? null : { replaces: earlier },
      after: { boundaryVersion, batches, columns: entries.length },
    });
    return number;
  });
}
