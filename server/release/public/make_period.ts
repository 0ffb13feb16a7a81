// Makes the public columns of one period: rules, repair and audit, or those of an earlier release in which all was the same.

import type { Figures, PeriodInput } from "#analysis/disclosure/areas";
import { auditPeriod } from "#analysis/disclosure/audit";
import { METHOD } from "#analysis/disclosure/certificate";
import { planPeriod, type PeriodPlan } from "#analysis/disclosure/plan";
import { peopleBehind, THRESHOLD_FLOOR } from "#domain/disclosure";
import type { ExactColumn } from "#server/column_store/column";
import { measureColumn } from "#server/column_store/release_record";
import { countFigures, hiddenByRule, ruledIn } from "./count_figures.ts";
import { columnKey, readEarlier, type SeenRelease } from "./earlier_releases.ts";
import type { Work } from "./edition_work.ts";
import { joinFigures, readColumns, type ListedColumn } from "./internal_columns.ts";
import { hiddenCells, visibleCells, withhold } from "./public_columns.ts";
import { readReasons } from "./withheld_reasons.ts";
import { unsafeEdition } from "./unsafe_edition.ts";

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

/** Writes the columns of a period less what its plan hides; by id and level. */
async function writeColumns(
  { indicators, levels, internal, writer }: Work,
  period: string,
  plan: PeriodPlan,
  ids: readonly string[],
  columnOf: (id: string, level: string) => ExactColumn | undefined,
): Promise<ReadonlyMap<string, ExactColumn>> {
  const made = new Map<string, ExactColumn>();
  for (const id of ids) {
    const indicator = indicators.find((row) => row.id === id);
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
  return made;
}

/** Plans, writes and audits one period. */
export async function makePeriod(work: Work, period: string): Promise<void> {
  const { database, levels } = work;
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
  const made = await writeColumns(work, period, plan, shownIds, columnOf);
  const { unsafe, ...audit } = auditPeriod(input, plan, (count) =>
    visibleCells(count, levels.cells, ({ id, kind }, level) =>
      made.get(`${kind === "measure" ? measureColumn(id) : id} ${level}`),
    ),
  );
  if (unsafe.length > 0) throw unsafeEdition(work, plan, unsafe);
  work.audits[period] = audit;
  work.withheld.push(...plan.withheld.map((id) => `${id}@${period}`));
  countFigures(work, input, (indicator) => ({
    hidden: hiddenCells(plan, levels.areas, { id: indicator.id, kind: "indicator" }, indicator),
    byRule: hiddenByRule(plan, indicator, levels.codes.length),
  }));
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
  // What that release showed was audited with all before it, and nothing was shown since that it did not know.
  const audit = seen.audits[input.period];
  if (audit) work.audits[input.period] = audit;
  work.withheld.push(...seen.withheld.filter((entry) => entry.endsWith(`@${input.period}`)));
  work.writer.entries.push(...shown);
  const columns = await readColumns(
    work.database.knex,
    shown.map(({ contentHash }) => contentHash),
  );
  const reasons = await readReasons(work.database.knex, seen.number, input.period);
  countFigures(work, input, ({ id }) => {
    const hidden = new Uint8Array(levels.areas.level.length);
    const byRule = new Uint8Array(levels.areas.level.length);
    for (const { id: level, first, n } of levels.cells) {
      const [was, own] = [internalOf(id, level), seen.shown.get(columnKey(level, id, input.period))];
      const now = own && columns.get(own.contentHash);
      if (was && now)
        for (let idx = 0; idx < n; idx++)
          if (was.covered[idx]! > 0 && now.covered[idx] === 0) hidden[first + idx] = 1;
      const stored = reasons.get(`${level} ${id}`);
      if (stored) byRule.set(ruledIn(stored), first);
    }
    return { hidden, byRule };
  });
}
