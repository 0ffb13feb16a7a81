// Reads the tables of a dataset into a temporary file, checked against the areas, ready to be written at once.

import type { FactRow, TableInput } from "#domain/dataset";
import type { Progress } from "#domain/progress";
import type { Finding } from "#domain/import_finding";
import { HAS_VALUE, isMissing, MISSING } from "#domain/missing";
import { comparePeriods, isPeriod } from "#domain/period";
import type { Contest } from "./conflicts.ts";
import type { KnownCode } from "./known_codes.ts";
import type { Spill } from "#server/import/load/spill";

/** Findings of one rule in one table above this many are counted, not listed. */
const LISTED_FINDINGS = 200;

const PAGE_ROWS = 5_000;
/** Rows of all periods that may wait for their pages to fill. */
const WAITING_ROWS = 100_000;

/** Rows of one period as columns of text, the form in which they are written. */
export interface FactPage {
  readonly period: string;
  readonly rootCodes: string[];
  readonly codes: string[];
  /** `{1,2,3}` */
  readonly values: string[];
  readonly missing: (string | null)[];
}

export interface ReadTable {
  readonly table: TableInput;
  readonly rowCount: number;
  readonly periods: readonly string[];
  readonly findings: Finding[];
  /** All rows, period after period. */
  pages(): Iterable<FactPage>;
}

/** Collects the findings of one table, the first LISTED_FINDINGS of a rule in full. */
class TableFindings {
  readonly #table: TableInput;
  readonly #listed: Finding[] = [];
  readonly #more = new Map<string, Finding & { count: number }>();
  readonly #counts = new Map<string, number>();

  constructor(table: TableInput) {
    this.#table = table;
  }

  add(
    finding: Pick<Finding, "severity" | "rule" | "value" | "message" | "action"> & { column?: string },
  ): void {
    const count = (this.#counts.get(finding.rule) ?? 0) + 1;
    this.#counts.set(finding.rule, count);
    const whole: Finding = { file: this.#table.fileName, row: null, column: null, ...finding };
    if (count <= LISTED_FINDINGS) this.#listed.push(whole);
    else this.#more.set(finding.rule, { ...whole, count: count - LISTED_FINDINGS });
  }

  all(): Finding[] {
    const rest = [...this.#more.values()].map(({ count, ...finding }) => ({
      ...finding,
      value: null,
      message: `${count} more like the ones before`,
    }));
    return [...this.#listed, ...rest];
  }
}

/**
 * Reads one table. Rows of unknown codes and of codes of another level are kept out with a finding, so is the second
 * row of one area and period; periods and numbers that cannot be stored are findings of severity error.
 */
export async function readFacts(
  table: TableInput,
  known: ReadonlyMap<string, KnownCode>,
  contest: Contest,
  spill: Spill,
  onProgress: Progress,
): Promise<ReadTable> {
  const findings = new TableFindings(table);
  const seen = new Map<string, Uint8Array>();
  const records: { readonly period: string; readonly record: number }[] = [];
  const open = new Map<string, FactPage>();
  let rowCount = 0;
  let waiting = 0;
  const endPage = (page: FactPage): void => {
    records.push({ period: page.period, record: spill.add(Buffer.from(JSON.stringify(page))) });
    open.delete(page.period);
    waiting -= page.codes.length;
  };
  const endAll = (): void => [...open.values()].forEach(endPage);
  for await (const batch of table.rows()) {
    for (const row of batch) {
      const area = known.get(row.code);
      if (!area || area.level !== table.level) {
        findings.add({
          severity: "warning",
          rule: "unknown_area_code",
          value: row.code,
          message: area
            ? `code "${row.code}" is of level ${area.level}: the table is of level ${table.level}`
            : `code "${row.code}" is no area of level ${table.level} and no old code of one`,
          action: "the row is left out",
        });
        continue;
      }
      if (!isPeriod(row.period)) {
        findings.add({
          severity: "error",
          rule: "malformed_period",
          value: row.period,
          message: `malformed period "${row.period}": write 2019, 2019H1, 2019Q3 or 2019-07`,
          action: "the import stops",
        });
        continue;
      }
      const seenInPeriod = seen.get(row.period) ?? new Uint8Array(known.size);
      seen.set(row.period, seenInPeriod);
      if (seenInPeriod[area.ordinal]) {
        findings.add({
          severity: "warning",
          rule: "duplicate_row",
          value: row.code,
          message: `a second row for area "${row.code}" in ${row.period}: one row each`,
          action: "the first row is kept",
        });
        continue;
      }
      seenInPeriod[area.ordinal] = 1;
      checkNumbers(row, table, findings);
      const page = open.get(row.period) ?? emptyPage(row.period);
      open.set(row.period, page);
      addRow(page, row, area.rootCode);
      contest.state(table.id, table.measures, row.period, area.ordinal, row.values);
      rowCount++;
      waiting++;
      if (page.codes.length >= PAGE_ROWS) endPage(page);
      else if (waiting >= WAITING_ROWS) endAll();
    }
    onProgress({ what: `reading ${table.fileName}`, done: rowCount, total: null });
  }
  endAll();
  records.sort((a, b) => comparePeriods(a.period, b.period));
  return {
    table,
    rowCount,
    periods: [...new Set(records.map(({ period }) => period))],
    findings: findings.all(),
    *pages() {
      for (const { record } of records) yield JSON.parse(spill.read(record).toString()) as FactPage;
    },
  };
}

const emptyPage = (period: string): FactPage => ({
  period,
  rootCodes: [],
  codes: [],
  values: [],
  missing: [],
});

function addRow(page: FactPage, row: FactRow, rootCode: string): void {
  page.rootCodes.push(rootCode);
  page.codes.push(row.code);
  page.values.push(`{${row.values.map((value) => (isMissing(value) ? 0 : value)).join()}}`);
  page.missing.push(
    row.values.some(isMissing)
      ? `{${row.values.map((value) => (isMissing(value) ? MISSING[value].status : HAS_VALUE)).join()}}`
      : null,
  );
}

function checkNumbers(row: FactRow, table: TableInput, findings: TableFindings): void {
  row.values.forEach((value, at) => {
    if (isMissing(value) || Number.isSafeInteger(value)) return;
    findings.add({
      severity: "error",
      rule: "not_a_whole_number",
      value: String(value),
      column: table.measures[at]!,
      message: `${table.measures[at]} of ${row.code} in ${row.period} is ${value}: measures are whole numbers below 2^53`,
      action: "the import stops",
    });
  });
}
