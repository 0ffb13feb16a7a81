// One table of a profile → checked rows of whole numbers by area and period.

import { createHash } from "node:crypto";
import type { FactRow, TableInput } from "#domain/dataset";
import type { Progress } from "#domain/progress";
import { measuresOf, type Indicator } from "#domain/indicator";
import { isMissing, type Value } from "#domain/missing";
import { isPeriod } from "#domain/period";
import { compileColumns } from "./columns.ts";
import { columnOf, type Files } from "#server/import/readers/files";
import { joined } from "#server/import/boundaries/code_join";
import { ImportFault, type FindingLog } from "#server/import/findings/finding_log";
import type { ProfileTable } from "#server/import/profile/profile";
import { codeReader, rowFilter } from "./row_readers.ts";
import { tableId } from "#server/import/profile/profile_file";

const ROWS_PER_BATCH = 2000;
const ROWS_PER_REPORT = 20_000;

/** One area in one period while its table is read. */
export interface Fact {
  readonly code: string;
  readonly period: string;
  readonly row: number;
  readonly values: (Value | undefined)[];
}

export interface ReadTable {
  readonly input: TableInput;
  readonly facts: ReadonlyMap<string, Fact>;
}

export interface TableContext {
  /** Codes of the areas of the table's level, and old codes that lead to one. */
  readonly codes: ReadonlySet<string>;
  /** Built in and of the dataset. */
  readonly indicators: readonly Indicator[];
  readonly files: Files;
  readonly log: FindingLog;
  readonly onProgress: Progress;
  /** Goes into the checksum: what a table means depends on the areas and old codes it is read onto. */
  readonly boundaries: string;
}

export const factKey = (code: string, period: string): string => `${code}\n${period}`;

/** Gathers rows and settles what two rows say about the same thing. */
class FactSet {
  readonly facts = new Map<string, Fact>();
  private readonly contested = new Set<string>();
  private readonly file: string;
  private readonly width: number;
  private readonly log: FindingLog;

  constructor(file: string, width: number, log: FindingLog) {
    this.file = file;
    this.width = width;
    this.log = log;
  }

  /** Adds values of one row; `undefined` at the places it says nothing about. */
  add(code: string, period: string, row: number, values: readonly (Value | undefined)[]): void {
    const key = factKey(code, period);
    if (this.contested.has(key)) return this.reportTwin(code, period, row, null);
    const fact = this.facts.get(key);
    if (!fact) {
      this.facts.set(key, { code, period, row, values: [...values] });
      return;
    }
    const isTwin = values.some((value, i) => value !== undefined && fact.values[i] !== undefined);
    const differs = values.some(
      (value, i) => value !== undefined && fact.values[i] !== undefined && fact.values[i] !== value,
    );
    for (let i = 0; i < this.width; i++) fact.values[i] ??= values[i];
    if (!isTwin) return;
    this.reportTwin(code, period, row, differs ? null : fact.row);
    if (!differs) return;
    this.facts.delete(key);
    this.contested.add(key);
  }

  private reportTwin(code: string, period: string, row: number, sameAs: number | null): void {
    this.log.add({
      severity: sameAs === null ? "warning" : "note",
      rule: "duplicate_row",
      file: this.file,
      row,
      value: code,
      message:
        sameAs === null
          ? `"${code}" in ${period} is there more than once, with different values`
          : `"${code}" in ${period} is there already in row ${sameAs}, with the same values`,
      action: sameAs === null ? "none of its rows was taken" : "the second one was left out",
    });
  }
}

/** Tells the first share among `indicators` that would be above 1. */
function rateAboveOne(
  indicators: readonly Indicator[],
  measures: readonly string[],
  values: readonly (Value | undefined)[],
): string | null {
  const sum = (term: Readonly<Record<string, number>>): number =>
    Object.entries(term).reduce((total, [measure, weight]) => {
      const value = values[measures.indexOf(measure)];
      return total + (typeof value === "number" ? value * weight : Number.NaN);
    }, 0);
  for (const { id, numerator, denominator } of indicators) {
    const [top, bottom] = [sum(numerator), sum(denominator ?? {})];
    if (bottom > 0 && top > bottom) return `${id} would be ${top} / ${bottom}`;
  }
  return null;
}

/** Reads a table; throws an ImportFault when it cannot be read at all. */
export async function readTable(spec: ProfileTable, context: TableContext): Promise<ReadTable> {
  const { codes, files, log, onProgress } = context;
  const { file } = spec;
  const source = await joined(spec, await files.open(spec), files);
  const takes = rowFilter(spec.where, source, file);
  const codeOf = codeReader(spec.key, source, file, log);
  const periodColumn = typeof spec.period === "string" ? null : columnOf(source, spec.period.column, file);
  const { measures, read, holds } = compileColumns(spec, source, log);
  const shares = context.indicators.filter(
    (indicator) =>
      indicator.unit === "share" &&
      indicator.denominator &&
      measuresOf(indicator).every((measure) => measures.includes(measure)),
  );
  const set = new FactSet(file, measures.length, log);
  let known = 0;
  let taken = 0;
  for await (const row of source.rows()) {
    if (row.number % ROWS_PER_REPORT === 0)
      onProgress({ what: `reading ${file}`, done: row.number, total: null });
    if (!takes(row.cells)) continue;
    const code = codeOf(row);
    if (code === null) continue;
    taken++;
    const leaveOut = (rule: string, column: string, value: string, message: string): void =>
      log.add({
        severity: "warning",
        rule,
        file,
        row: row.number,
        column,
        value,
        message,
        action: "the row was left out",
      });
    if (!codes.has(code)) {
      leaveOut(
        "unknown_code",
        spec.key.column,
        code,
        `"${code}" is no area of level "${spec.level}" and no old code of one`,
      );
      continue;
    }
    known++;
    const period = periodColumn === null ? (spec.period as string) : row.cells[periodColumn]!;
    if (!isPeriod(period)) {
      leaveOut(
        "period_malformed",
        (spec.period as { column: string }).column,
        period,
        `"${period}" is no period: write 2019, 2019H1, 2019Q3 or 2019-07`,
      );
      continue;
    }
    if (!holds(row, code)) continue;
    set.add(code, period, row.number, read(row, code));
  }
  if (taken > 0 && known === 0)
    throw new ImportFault(`none of its ${taken} codes is an area of level "${spec.level}"`, {
      rule: "no_code_matches",
      file,
      column: spec.key.column,
      action: "nothing is imported; look at level and key of the table",
    });
  for (const [key, fact] of set.facts) {
    const rate = rateAboveOne(shares, measures, fact.values);
    if (rate === null) continue;
    set.facts.delete(key);
    log.add({
      severity: "warning",
      rule: "rate_above_one",
      file,
      row: fact.row,
      value: fact.code,
      message: `"${fact.code}" in ${fact.period}: ${rate}`,
      action: "the row was left out",
    });
  }
  return { input: toInput(spec, measures, set.facts, context), facts: set.facts };
}

function toInput(
  spec: ProfileTable,
  measures: readonly string[],
  facts: ReadonlyMap<string, Fact>,
  context: TableContext,
): TableInput {
  const checksum = createHash("sha256")
    .update(JSON.stringify([spec, context.boundaries]))
    .update(context.files.checksums.get(spec.file) ?? "")
    .digest("hex");
  return {
    id: tableId(spec),
    level: spec.level,
    measures,
    fileName: spec.file,
    checksum,
    department: spec.department ?? { en: spec.file },
    reportingDate: spec.reporting_date ?? null,
    priority: spec.priority,
    async *rows() {
      let batch: FactRow[] = [];
      for (const { code, period, values } of facts.values()) {
        batch.push({ code, period, values: values.map((value) => value ?? "not-surveyed") });
        if (batch.length < ROWS_PER_BATCH) continue;
        yield batch;
        batch = [];
      }
      if (batch.length > 0) yield batch;
    },
  };
}

/** Tells whether a table states a number there. */
export const hasNumber = (value: Value | undefined): value is number =>
  value !== undefined && !isMissing(value);
