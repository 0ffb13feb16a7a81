// Makes the public edition of a draft: rules, repair, audit and the gate, period by period; writes data that no release shows yet.

import { createHash } from "node:crypto";
import type { Knex } from "knex";
import { joinLevels, type Figures, type PeriodInput } from "#analysis/disclosure/areas";
import { auditPeriod, type UnsafeCell } from "#analysis/disclosure/audit";
import { FigureCounter, METHOD, type Certificate } from "#analysis/disclosure/certificate";
import { planPeriod, type PeriodPlan } from "#analysis/disclosure/plan";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { disclosureRule, peopleBehind, THRESHOLD_FLOOR } from "#domain/disclosure";
import { mayCarry } from "#domain/edition";
import { samplingMeasuresOf } from "#domain/indicator";
import type { Progress } from "#domain/progress";
import { ProblemError } from "#server/errors";
import type { ExactColumn } from "#server/column_store/column";
import { measureColumn, type ReleaseCatalog, type ReleaseRecord } from "#server/column_store/release_record";
import { ColumnWriter, type WrittenColumn } from "#server/release/column_writer";
import { levelAreas } from "#server/release/release_inputs";
import type { Database } from "#sql/connect";
import { query } from "#sql/query";
import { columnKey, readEarlier, seenReleases, type SeenRelease } from "./earlier_releases.ts";
import {
  joinFigures,
  levelCells,
  listColumns,
  readColumns,
  type LevelCells,
  type ListedColumn,
} from "./internal_columns.ts";
import { carriedBy, publicCatalog } from "./public_catalog.ts";
import { hiddenCells, visibleCells, withhold } from "./public_columns.ts";

export interface PublicEdition {
  readonly release: number;
  readonly entries: readonly WrittenColumn[];
  readonly catalog: ReleaseCatalog;
  readonly certificate: Certificate;
  /** SHA-256 of columns, catalogue and certificate. */
  readonly hash: string;
}

interface Levels {
  readonly cells: readonly LevelCells[];
  readonly codes: readonly string[];
  readonly areas: PeriodInput["areas"];
}

/** Everything that is the same for all periods. */
interface Work {
  readonly database: Database;
  readonly catalog: ReleaseCatalog;
  readonly indicators: readonly CatalogIndicator[];
  readonly shownMeasures: readonly string[];
  readonly levels: Levels;
  readonly internal: ReadonlyMap<string, ListedColumn>;
  readonly seen: readonly SeenRelease[];
  readonly writer: ColumnWriter;
  readonly counter: FigureCounter;
  readonly withheld: string[];
  cells: number;
  narrowest: number;
}

/** The measures that decide about the columns of a period. */
const neededMeasures = ({ indicators, catalog, shownMeasures }: Work): string[] => [
  ...new Set([
    ...shownMeasures,
    ...indicators.flatMap(({ numerator, denominator }) =>
      [numerator, denominator].flatMap((term) =>
        term ? (peopleBehind(term, catalog.measures)?.measures ?? []) : [],
      ),
    ),
  ]),
];

/** The columns of a period by indicator and level, and how they are read. */
function columnsOf(work: Work, period: string, ids: readonly string[]): Map<string, ListedColumn> {
  const found = new Map<string, ListedColumn>();
  for (const id of ids)
    for (const { id: level } of work.levels.cells) {
      const column = work.internal.get(columnKey(level, id, period));
      if (column) found.set(`${id} ${level}`, column);
    }
  return found;
}

/** The newest release of the same method in which all that decides about a period is what it is now; null without one. */
function sameAsSeen(
  { seen }: Work,
  columns: ReadonlyMap<string, ListedColumn>,
  period: string,
): SeenRelease | null {
  const newest = seen.at(-1);
  if (!newest || newest.method !== METHOD || newest.cellOf !== null) return null;
  const isSame = [...columns.values()].every(
    ({ level, indicator, contentHash }) =>
      newest.internal.get(columnKey(level, indicator, period))?.contentHash === contentHash,
  );
  const ids = new Set([...columns.values()].map(({ indicator }) => indicator));
  const hasMore = [...newest.shown.values()].some(
    (column) => column.period === period && !ids.has(column.indicator),
  );
  return isSame && !hasMore ? newest : null;
}

/** Where the poorest fifth of the lowest level is, by cell; null without a headcount. */
function poorestFifth({ areas }: Levels, headcount: Figures | undefined): Uint8Array | null {
  if (!headcount?.denominator) return null;
  const lowest = areas.levelCount - 1;
  const ranked: { cell: number; share: number }[] = [];
  for (let cell = 0; cell < areas.level.length; cell++)
    if (areas.level[cell] === lowest && headcount.exists[cell] === 1 && headcount.denominator[cell]! > 0)
      ranked.push({ cell, share: headcount.numerator[cell]! / headcount.denominator[cell]! });
  ranked.sort((a, b) => b.share - a.share || a.cell - b.cell);
  const isPoorest = new Uint8Array(areas.level.length);
  for (const { cell } of ranked.slice(0, Math.round(ranked.length / 5))) isPoorest[cell] = 1;
  return ranked.length > 0 ? isPoorest : null;
}

/** Where a figure went: shown, hidden by a rule, hidden for others. */
function countFigures(
  work: Work,
  input: PeriodInput,
  plan: PeriodPlan | null,
  hiddenOf: (id: string) => Uint8Array,
): void {
  const { areas } = work.levels;
  const poorest = poorestFifth(work.levels, input.indicator("headcount_ratio"));
  for (const indicator of input.indicators) {
    const figures = input.indicator(indicator.id)!;
    const hidden = hiddenOf(indicator.id);
    const byRule = new Uint8Array(hidden.length);
    if (plan)
      for (const { count, byRule: own } of plan.hidden.values())
        if (count.sides.some(({ id, kind }) => kind === "indicator" && id === indicator.id))
          for (let cell = 0; cell < byRule.length; cell++) byRule[cell]! |= own[cell]!;
    const lowest = areas.levelCount - 1 - disclosureRule(indicator)!.levelsAboveLowest;
    for (let cell = 0; cell < hidden.length; cell++)
      if (figures.exists[cell] === 1)
        work.counter.add(
          hidden[cell] === 0
            ? "shown"
            : byRule[cell] === 1 || areas.level[cell]! > lowest
              ? "byRule"
              : "byRepair",
          {
            isLowest: areas.level[cell] === areas.levelCount - 1,
            disclosure: indicator.disclosure!,
            isPoorest: poorest && poorest[cell] === 1,
          },
        );
  }
}

/** Plans, writes and audits one period. */
async function makePeriod(work: Work, period: string): Promise<void> {
  const { database, levels, writer, internal } = work;
  const shownIds = [...work.indicators.map(({ id }) => id), ...work.shownMeasures.map(measureColumn)];
  const listed = columnsOf(work, period, [...shownIds, ...neededMeasures(work).map(measureColumn)]);
  const read = await readColumns(
    database.knex,
    [...listed.values()].map(({ contentHash }) => contentHash),
  );
  const columnOf = (id: string, level: string): ExactColumn | undefined => {
    const column = listed.get(`${id} ${level}`);
    return column && read.get(column.contentHash);
  };
  const kept = new Map<string, Figures | undefined>();
  const figures = (id: string): Figures | undefined => {
    if (!kept.has(id))
      kept.set(
        id,
        joinFigures(levels.areas, levels.cells, (level) => columnOf(id, level)),
      );
    return kept.get(id);
  };
  const base: PeriodInput = {
    period,
    areas: levels.areas,
    indicators: work.indicators.filter(({ id }) => figures(id)),
    measures: work.catalog.measures,
    shownMeasures: work.shownMeasures,
    threshold: THRESHOLD_FLOOR,
    indicator: figures,
    measure: (id) => figures(measureColumn(id)),
  };
  const same = sameAsSeen(work, listed, period);
  if (same) {
    await takeOver(work, base, same, columnOf);
    return;
  }
  const earlier = await readEarlier(database.knex, work.seen, base, levels.cells);
  const input: PeriodInput = earlier ? { ...base, earlier } : base;
  const plan = planPeriod(input);
  const made = new Map<string, ExactColumn>();
  for (const id of shownIds) {
    const indicator = work.indicators.find((row) => row.id === id);
    const side = indicator
      ? { id, kind: "indicator" as const }
      : { id: id.slice("measure.".length), kind: "measure" as const };
    const hidden = hiddenCells(plan, levels.areas, side, indicator);
    for (const cells of levels.cells) {
      const column = columnOf(id, cells.id);
      if (!column) continue;
      const key = { level: cells.id, indicator: id, period };
      const part = withhold(column, hidden, cells);
      made.set(`${id} ${cells.id}`, part ?? column);
      if (part) await writer.add(key, part);
      else {
        const { contentHash, statistics } = internal.get(columnKey(cells.id, id, period))!;
        writer.entries.push({ ...key, contentHash, statistics });
      }
    }
  }
  const { unsafe, cells, narrowest } = auditPeriod(input, plan, (count) =>
    visibleCells(count, levels.cells, ({ id, kind }, level) =>
      made.get(`${kind === "measure" ? measureColumn(id) : id} ${level}`),
    ),
  );
  if (unsafe.length > 0) throw refusal(work, plan, unsafe);
  work.cells += cells;
  work.narrowest = Math.min(work.narrowest, narrowest ?? Infinity);
  work.withheld.push(...plan.withheld.map((id) => `${id}@${period}`));
  countFigures(work, input, plan, (id) =>
    hiddenCells(
      plan,
      levels.areas,
      { id, kind: "indicator" },
      work.indicators.find((row) => row.id === id),
    ),
  );
}

/** Takes over the public columns of a release in which all that decides about them was the same. */
async function takeOver(
  work: Work,
  input: PeriodInput,
  seen: SeenRelease,
  internalOf: (id: string, level: string) => ExactColumn | undefined,
): Promise<void> {
  const { levels } = work;
  const shown = [...seen.shown.values()].filter(({ period }) => period === input.period);
  work.writer.entries.push(...shown);
  const columns = await readColumns(
    work.database.knex,
    shown.map(({ contentHash }) => contentHash),
  );
  countFigures(work, input, null, (id) => {
    const hidden = new Uint8Array(levels.areas.level.length);
    for (const { id: level, first, n } of levels.cells) {
      const [was, own] = [internalOf(id, level), seen.shown.get(columnKey(level, id, input.period))];
      const now = own && columns.get(own.contentHash);
      if (was && now)
        for (let idx = 0; idx < n; idx++)
          if (was.covered[idx]! > 0 && now.covered[idx] === 0) hidden[first + idx] = 1;
    }
    return hidden;
  });
}

const SHOWN_CELLS = 3;

/** What stands in the way of publishing: the cells, and what gives them away. */
function refusal({ levels }: Work, { period }: PeriodPlan, unsafe: readonly UnsafeCell[]): ProblemError {
  const texts = unsafe.slice(0, SHOWN_CELLS).map(({ count, cell, over, isShown, low, high }) => {
    const name = `${count.key} of ${levels.codes[cell]!} in ${period}`;
    if (isShown) return `${name} is to be hidden and would be shown`;
    const known = `${name} would be known to be ${low === high ? low : `${low} to ${high}`}`;
    return over < 0
      ? `${known}, as its parts add up to it`
      : `${known}, as ${levels.codes[over]!} less its shown parts`;
  });
  const more = unsafe.length > SHOWN_CELLS ? `; and ${unsafe.length - SHOWN_CELLS} more` : "";
  return new ProblemError(
    409,
    "unsafe public edition",
    `nothing is published: ${texts.join("; ")}${more}; hide another part of the same total, or the total`,
  );
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
    cells: 0,
    narrowest: Infinity,
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
    cells: work.cells,
    unsafe: 0,
    narrowest: Number.isFinite(work.narrowest) ? work.narrowest : null,
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
