// Finds where two tables state different numbers for the same measure, area and period.

import type { Finding } from "#domain/import_finding";
import { isMissing, type Value } from "#domain/missing";

/** Disagreements of one pair of tables about one measure above this many are counted, not listed. */
const LISTED = 100;

interface Claim {
  readonly tableId: string;
  readonly fileName: string;
  readonly priority: number;
  readonly level: string;
  readonly measures: readonly string[];
}

/** Holds what is stated about measures that more than one table of a level states; other measures cost nothing. */
export class Contest {
  readonly #tables: readonly Claim[];
  readonly #contested: ReadonlySet<string>;
  readonly #size: number;
  /** measure, period → table → number by ordinal of the code, NaN where none. */
  readonly #stated = new Map<string, Map<string, Float64Array>>();

  /** `tables` by falling priority; `size` is the number of known codes. */
  constructor(tables: readonly Claim[], size: number) {
    this.#tables = tables;
    this.#size = size;
    const seen = new Set<string>();
    const contested = new Set<string>();
    for (const { level, measures } of tables)
      for (const measure of measures) {
        const key = `${level} ${measure}`;
        if (seen.has(key)) contested.add(measure);
        seen.add(key);
      }
    this.#contested = contested;
  }

  /** Tells whether a table states a measure that another one states too. */
  concerns(measures: readonly string[]): boolean {
    return measures.some((measure) => this.#contested.has(measure));
  }

  state(
    tableId: string,
    measures: readonly string[],
    period: string,
    ordinal: number,
    values: readonly Value[],
  ): void {
    if (this.#contested.size === 0) return;
    measures.forEach((measure, at) => {
      const value = values[at]!;
      if (!this.#contested.has(measure) || isMissing(value)) return;
      const key = `${measure} ${period}`;
      const byTable = this.#stated.get(key) ?? new Map<string, Float64Array>();
      this.#stated.set(key, byTable);
      const numbers = byTable.get(tableId) ?? new Float64Array(this.#size).fill(Number.NaN);
      byTable.set(tableId, numbers);
      numbers[ordinal] = value;
    });
  }

  /** Gives a finding for each disagreement but those between two tables of `settled`; `codes` by ordinal. */
  findings(codes: readonly string[], settled: ReadonlySet<string> = new Set()): Finding[] {
    const findings: Finding[] = [];
    for (const [key, byTable] of this.#stated) {
      const [measure, period] = key.split(" ") as [string, string];
      const claims = this.#tables.filter(({ tableId }) => byTable.has(tableId));
      for (let a = 0; a < claims.length; a++)
        for (let b = a + 1; b < claims.length; b++)
          if (!settled.has(claims[a]!.tableId) || !settled.has(claims[b]!.tableId))
            findings.push(...compare(claims[a]!, claims[b]!, byTable, measure, period, codes));
    }
    return findings;
  }
}

function compare(
  deciding: Claim,
  other: Claim,
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
  return disagreements(deciding, other, measure, period, differences);
}

/** What two tables state about one area. */
export interface Difference {
  readonly code: string;
  readonly used: number;
  readonly overruled: number;
}

/** Gives the findings about what two tables state differently for a measure and a period: the first in full, the rest as a number. */
export function disagreements(
  deciding: Pick<Claim, "fileName" | "priority">,
  other: Pick<Claim, "fileName" | "priority">,
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
