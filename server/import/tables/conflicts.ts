// Finds where two tables report different numbers for the same measure, area and period.

import type { Finding } from "#domain/import_finding";
import { isMissing, type Value } from "#domain/missing";

/** Conflicts of one pair of tables about one measure above this many are counted, not listed. */
const LISTED = 100;

interface ReportingTable {
  readonly tableId: string;
  readonly fileName: string;
  readonly priority: number;
  readonly level: string;
  readonly measures: readonly string[];
}

/** Holds what is reported about measures that more than one table of a level reports; other measures cost nothing. */
export class ConflictFinder {
  readonly #tables: readonly ReportingTable[];
  readonly #shared: ReadonlySet<string>;
  readonly #size: number;
  /** measure, period → table → number by ordinal of the code, NaN where none. */
  readonly #reported = new Map<string, Map<string, Float64Array>>();

  /** `tables` by falling priority; `size` is the number of known codes. */
  constructor(tables: readonly ReportingTable[], size: number) {
    this.#tables = tables;
    this.#size = size;
    const seen = new Set<string>();
    const shared = new Set<string>();
    for (const { level, measures } of tables)
      for (const measure of measures) {
        const key = `${level} ${measure}`;
        if (seen.has(key)) shared.add(measure);
        seen.add(key);
      }
    this.#shared = shared;
  }

  /** Whether one of the measures is reported by more than one table. */
  isShared(measures: readonly string[]): boolean {
    return measures.some((measure) => this.#shared.has(measure));
  }

  /** Records what a table reports about one area in one period. */
  record(
    tableId: string,
    measures: readonly string[],
    period: string,
    ordinal: number,
    values: readonly Value[],
  ): void {
    if (this.#shared.size === 0) return;
    measures.forEach((measure, at) => {
      const value = values[at]!;
      if (!this.#shared.has(measure) || isMissing(value)) return;
      const key = `${measure} ${period}`;
      const byTable = this.#reported.get(key) ?? new Map<string, Float64Array>();
      this.#reported.set(key, byTable);
      const numbers = byTable.get(tableId) ?? new Float64Array(this.#size).fill(Number.NaN);
      byTable.set(tableId, numbers);
      numbers[ordinal] = value;
    });
  }

  /** A finding for each conflict but those between two tables of `compared`; `codes` by ordinal. */
  findings(codes: readonly string[], compared: ReadonlySet<string> = new Set()): Finding[] {
    const findings: Finding[] = [];
    for (const [key, byTable] of this.#reported) {
      const [measure, period] = key.split(" ") as [string, string];
      const reporting = this.#tables.filter(({ tableId }) => byTable.has(tableId));
      for (let a = 0; a < reporting.length; a++)
        for (let b = a + 1; b < reporting.length; b++)
          if (!compared.has(reporting[a]!.tableId) || !compared.has(reporting[b]!.tableId))
            findings.push(...compareTables(reporting[a]!, reporting[b]!, byTable, measure, period, codes));
    }
    return findings;
  }
}

function compareTables(
  deciding: ReportingTable,
  other: ReportingTable,
  byTable: ReadonlyMap<string, Float64Array>,
  measure: string,
  period: string,
  codes: readonly string[],
): Finding[] {
  const theirs = byTable.get(other.tableId)!;
  const differences: Difference[] = [];
  byTable.get(deciding.tableId)!.forEach((used, ordinal) => {
    const overruled = theirs[ordinal]!;
    if (!Number.isNaN(used) && !Number.isNaN(overruled) && used !== overruled)
      differences.push({ code: codes[ordinal]!, used, overruled });
  });
  return conflictFindings(deciding, other, measure, period, differences);
}

/** What two tables report about one area. */
export interface Difference {
  readonly code: string;
  readonly used: number;
  readonly overruled: number;
}

/** The findings about where two tables differ in a measure and a period: the first in full, the rest as a number. */
export function conflictFindings(
  deciding: Pick<ReportingTable, "fileName" | "priority">,
  other: Pick<ReportingTable, "fileName" | "priority">,
  measure: string,
  period: string,
  differences: readonly Difference[],
): Finding[] {
  const finding = (value: string | null, message: string): Finding => ({
    severity: "warning",
    rule: "departments_disagree",
    file: other.fileName,
    row: null,
    column: measure,
    value,
    message,
    action: `both are kept, ${deciding.fileName} decides (priority ${deciding.priority} against ${other.priority})`,
  });
  const findings = differences
    .slice(0, LISTED)
    .map(({ code, used, overruled }) =>
      finding(
        String(overruled),
        `${measure} of ${code} in ${period} is ${overruled} here and ${used} in ${deciding.fileName}`,
      ),
    );
  if (differences.length > LISTED)
    findings.push(
      finding(
        null,
        `${measure} in ${period} differs for ${differences.length - LISTED} more areas from ${deciding.fileName}`,
      ),
    );
  return findings;
}
