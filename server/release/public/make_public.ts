// Makes the public edition of a draft, period by period, with its certificate; writes data that no release shows yet.

import { createHash } from "node:crypto";
import type { Knex } from "knex";
import { joinLevels } from "#analysis/disclosure/areas";
import { FigureCounter, joinAudits, METHOD, type Certificate } from "#analysis/disclosure/certificate";
import { THRESHOLD_FLOOR } from "#domain/disclosure";
import { mayCarry } from "#domain/edition";
import { samplingMeasuresOf } from "#domain/indicator";
import type { Progress } from "#domain/progress";
import type { ReleaseCatalog, ReleaseRecord } from "#server/column_store/release_record";
import { ColumnWriter, type WrittenColumn } from "#server/release/column_writer";
import { levelAreas } from "#server/release/release_inputs";
import type { Database } from "#sql/connect";
import { query } from "#sql/query";
import { columnKey, seenReleases } from "./earlier_releases.ts";
import type { WithheldColumn, Work } from "./edition_work.ts";
import { levelCells, listColumns } from "./internal_columns.ts";
import { makePeriod } from "./make_period.ts";
import { carriedBy, publicCatalog } from "./public_catalog.ts";

export interface PublicEdition {
  readonly release: number;
  readonly entries: readonly WrittenColumn[];
  readonly catalog: ReleaseCatalog;
  readonly certificate: Certificate;
  /** Why figures are withheld, for staff. */
  readonly reasons: readonly WithheldColumn[];
  /** SHA-256 of columns, catalogue and certificate. */
  readonly hash: string;
}

async function readLevels(db: Knex, boundaryVersion: number, ids: readonly string[]) {
  const levels: ({ id: string } & Awaited<ReturnType<typeof levelAreas>>)[] = [];
  for (const id of ids) levels.push({ id, ...(await levelAreas(db, boundaryVersion, id)) });
  const cells = levelCells(levels);
  return {
    cells,
    codes: levels.flatMap(({ codes }) => codes),
    areas: joinLevels(levels),
    withAreas: cells.map((cell, at) => ({ ...cell, ...levels[at]! })),
  };
}

/**
 * Makes the public edition of a release from its internal columns and all that the public has seen before. Throws a 409 that
 * names cells and equations where one is not protected.
 */
export async function makePublicEdition(
  database: Database,
  release: number,
  onProgress: Progress,
): Promise<PublicEdition> {
  const started = performance.now();
  const [row] = await query<{ record: ReleaseRecord; boundaryVersion: number }>(
    database.knex,
    `select catalog as record, boundary_version as "boundaryVersion" from release.release where number = ?`,
    [release],
  );
  const { catalog } = row!.record;
  const levels = await readLevels(
    database.knex,
    row!.boundaryVersion,
    catalog.levels.map(({ id }) => id),
  );
  const listed = await listColumns(database.knex, release, "internal");
  const indicators = catalog.indicators.filter((indicator) => mayCarry("public", indicator));
  const work: Work = {
    database,
    catalog,
    indicators,
    shownMeasures: [...new Set(indicators.flatMap(samplingMeasuresOf))],
    levels,
    internal: new Map(
      listed.map((column) => [columnKey(column.level, column.indicator, column.period), column]),
    ),
    seen: await seenReleases(database.knex, row!.boundaryVersion, levels.withAreas),
    writer: new ColumnWriter(database),
    counter: new FigureCounter(),
    withheld: [],
    reasons: [],
    audits: {},
  };
  for (const [done, period] of catalog.periods.entries()) {
    onProgress({ what: "making the public edition", done, total: catalog.periods.length });
    await makePeriod(work, period);
    await work.writer.flush();
  }
  onProgress({
    what: "making the public edition",
    done: catalog.periods.length,
    total: catalog.periods.length,
  });
  const certificate: Certificate = {
    method: METHOD,
    threshold: THRESHOLD_FLOOR,
    figures: work.counter.figures,
    lowestLevel: work.counter.lowestLevel,
    ...work.counter.shares(),
    ...joinAudits(work.audits),
    unsafe: 0,
    withheld: work.withheld,
    releases: work.seen.map(({ number }) => number),
    seconds: Math.round(performance.now() - started) / 1000,
  };
  const publicOnes = publicCatalog(catalog, work.writer.entries);
  const entries = carriedBy(publicOnes, work.writer.entries);
  return {
    release,
    entries,
    catalog: publicOnes,
    certificate,
    reasons: work.reasons,
    hash: hashOf(entries, publicOnes, certificate),
  };
}

function hashOf(
  entries: readonly WrittenColumn[],
  catalog: ReleaseCatalog,
  certificate: Certificate,
): string {
  const names = entries.map(({ level, indicator, period, contentHash }) =>
    [level, indicator, period, contentHash].join(" "),
  );
  return createHash("sha256")
    .update(JSON.stringify([names.sort(), catalog, certificate]))
    .digest("hex");
}
