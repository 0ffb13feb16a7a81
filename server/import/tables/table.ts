// One table of a profile → checked rows of whole numbers by area and period.

import { createHash } from "node:crypto";
import type { FactRow, TableInput } from "#domain/dataset";
import type { Indicator } from "#domain/indicator";
import { isPeriod } from "#domain/period";
import type { Progress } from "#domain/progress";
import type { FindingLog } from "#server/import/findings/finding_log";
import { ImportFault } from "#server/import/findings/import_fault";
import type { ProfileTable } from "#server/import/profile/profile";
import { tableId } from "#server/import/profile/profile_file";
import { withoutRows, type Files } from "#server/import/readers/files";
import { columnOf } from "#server/import/readers/column";
import type { Source, SourceRow } from "#server/import/readers/source";
import { joinColumns } from "./code_join.ts";
import { compileColumns } from "./columns.ts";
import { FactSet, type Fact } from "./fact_set.ts";
import type { CodeKey } from "./key_text.ts";
import type { NamedArea } from "./name_match.ts";
import { openNameReader } from "./name_reader.ts";
import { periodInName } from "./period_in_name.ts";
import { rowFilter } from "./row_expression.ts";
import { reportSharesAboveOne } from "./shares_above_one.ts";
import { codeReader } from "./row_readers.ts";
import type { RuleId } from "#server/import/findings/rules";

const ROWS_PER_BATCH = 2000;
const ROWS_PER_REPORT = 20_000;

export interface ParsedTable {
  readonly input: TableInput;
  readonly facts: ReadonlyMap<string, Fact>;
}

interface TableContext {
  /** Codes of the areas of the table's level, and old codes that lead to one. */
  readonly codes: ReadonlySet<string>;
  /** The areas of a level with their names and those above, for keys that are names. */
  readonly areas: (level: string) => Promise<readonly NamedArea[]>;
  /** Measures that need not be whole. */
  readonly statistics: ReadonlySet<string>;
  /** Built in and of the dataset. */
  readonly indicators: readonly Indicator[];
  readonly files: Files;
  readonly log: FindingLog;
  readonly onProgress: Progress;
  /** Goes into the checksum: what a table means depends on the areas and old codes it is read onto. */
  readonly boundaries: string;
}

/** Reads a table; throws an ImportFault when it cannot be read at all. */
export async function readTable(spec: ProfileTable, context: TableContext): Promise<ParsedTable> {
  const { files, log, onProgress } = context;
  const { file } = spec;
  const source = await joinColumns(spec, await files.open(spec), files);
  const takes = rowFilter(spec.where, source, file);
  const names =
    "match" in spec.key
      ? await openNameReader(spec.key, source, file, { files, log, areas: await context.areas(spec.level) })
      : null;
  const codeOf = names?.codeOf ?? codeReader(spec.key as CodeKey, source, file, log);
  const places = new RowPlaces(spec, source, codeOf, context);
  const { measures, read, holds, end } = compileColumns(spec, source, context.statistics, log);
  const set = new FactSet(file, spec.rows, log);
  let count = 0;
  for await (const row of source.rows()) {
    count++;
    if (row.number % ROWS_PER_REPORT === 0)
      onProgress({ what: `reading ${file}`, done: row.number, total: null });
    if (!takes(row.cells)) continue;
    const place = places.of(row);
    if (!place || !holds(row, place.code)) continue;
    set.add({ ...place, row: row.number, cells: row.cells, values: read(row, place.code) });
  }
  set.end();
  names?.end();
  end();
  if (count === 0 && !log.hasErrors) throw withoutRows(file);
  places.assertSome();
  reportSharesAboveOne(file, set.facts, measures, context);
  return { input: toInput(spec, measures, set.facts, context), facts: set.facts };
}

/** What findings call a key. */
const keyName = (key: ProfileTable["key"]): string => ("expr" in key ? key.expr : key.column);

/** Finds the area and the period of rows; those without a known code or a period are left out, with a finding. */
class RowPlaces {
  readonly #spec: ProfileTable;
  readonly #codes: ReadonlySet<string>;
  readonly #log: FindingLog;
  readonly #codeOf: (row: SourceRow) => string | null;
  readonly #periodOf: (row: SourceRow) => { period: string; column: string };
  #known = 0;
  #coded = 0;

  constructor(
    spec: ProfileTable,
    source: Source,
    codeOf: (row: SourceRow) => string | null,
    { codes, log }: TableContext,
  ) {
    this.#spec = spec;
    this.#codes = codes;
    this.#log = log;
    this.#codeOf = codeOf;
    this.#periodOf = periodReader(spec, source);
  }

  of(row: SourceRow): { code: string; period: string } | null {
    const { key, level } = this.#spec;
    const code = this.#codeOf(row);
    if (code === null) return null;
    this.#coded++;
    if (!this.#codes.has(code)) {
      const message = `"${code}" is no area of level "${level}" and no old code of one`;
      return this.#leaveOut(row, "unknown_code", keyName(key), code, message);
    }
    this.#known++;
    const { period, column } = this.#periodOf(row);
    if (isPeriod(period)) return { code, period };
    const message = `"${period}" is no period: write 2019, 2019H1, 2019Q3 or 2019-07`;
    return this.#leaveOut(row, "period_malformed", column, period, message);
  }

  /** Throws an ImportFault where no row had a code, or none of the codes was known. */
  assertSome(): void {
    if (this.#known > 0 || this.#log.hasErrors) return;
    const { file, key, level } = this.#spec;
    if (this.#coded === 0)
      throw new ImportFault("no row was taken", {
        rule: "table_empty",
        file,
        column: keyName(key),
        action: "nothing is imported; look at key and where of the table",
      });
    throw new ImportFault(`none of its ${this.#coded} codes is an area of level "${level}"`, {
      rule: "no_code_matches",
      file,
      column: keyName(key),
      action: "nothing is imported; look at level and key of the table",
    });
  }

  #leaveOut({ number: row }: SourceRow, rule: RuleId, column: string, value: string, message: string): null {
    const { file } = this.#spec;
    this.#log.add({
      severity: "warning",
      rule,
      file,
      row,
      column,
      value,
      message,
      action: "the row was left out",
    });
    return null;
  }
}

function periodReader(
  { period, file, entry }: ProfileTable,
  source: Source,
): (row: SourceRow) => { period: string; column: string } {
  if (typeof period === "string") return () => ({ period, column: "" });
  if ("in" in period) {
    const periods = new Map<string, string>();
    return (row) => {
      const own = row.file ?? entry ?? file;
      const known = periods.get(own) ?? periodInName(own);
      periods.set(own, known);
      return { period: known, column: "" };
    };
  }
  const index = columnOf(source, period.column, file);
  return ({ cells }) => ({ period: cells[index]!, column: period.column });
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
    .update(
      ("match" in spec.key && spec.key.aliases && context.files.checksums.get(spec.key.aliases.file)) || "",
    )
    .digest("hex");
  return {
    id: tableId(spec),
    level: spec.level,
    measures,
    ...(measures.some((measure) => context.statistics.has(measure))
      ? { statistics: measures.filter((measure) => context.statistics.has(measure)) }
      : {}),
    fileName: spec.file,
    checksum,
    department: spec.department ?? { en: spec.file },
    reportingDate: spec.reporting_date ?? null,
    priority: spec.priority,
    ...(spec.sample === undefined ? {} : { sample: spec.sample }),
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
