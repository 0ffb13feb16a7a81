// Reads the tables of a dataset into a temporary file, checked against the areas, ready to be written at once.

import type { FactRow, TableInput } from "#domain/dataset";
import type { Progress } from "#domain/progress";
import type { Finding } from "#domain/import_finding";
import { HAS_VALUE, isMissing, MISSING } from "#domain/missing";
import { comparePeriods, isPeriod } from "#domain/period";
import { FindingLog } from "#server/import/findings/finding_log";
import type { ConflictFinder } from "./conflicts.ts";
import type { KnownCode } from "./known_codes.ts";
import type { Spill } from "#server/import/load/spill";
import type { RuleId } from "#server/import/findings/rules";

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

export interface StagedTable {
  readonly table: TableInput;
  readonly rowCount: number;
  readonly periods: readonly string[];
  readonly findings: Finding[];
  /** All rows, period after period. */
  pages(): Iterable<FactPage>;
}

/**
 * Reads one table. Rows of unknown codes and of codes of another level are kept out with a finding, so is the second
 * row of one area and period; periods and numbers that cannot be stored are findings of severity error.
 */
export async function stageTable(
  table: TableInput,
  known: ReadonlyMap<string, KnownCode>,
  conflicts: ConflictFinder,
  spill: Spill,
  onProgress: Progress,
): Promise<StagedTable> {
  const log = new FindingLog();
  const rows = new RowCheck(table, known, log);
  const pages = new FactPages(spill);
  for await (const batch of table.rows()) {
    for (const row of batch) {
      const area = rows.areaOf(row);
      if (!area) continue;
      pages.add(row, area.rootCode);
      conflicts.record(table.id, table.measures, row.period, area.ordinal, row.values);
    }
    onProgress({ what: `reading ${table.fileName}`, done: pages.rowCount, total: null });
  }
  return { table, rowCount: pages.rowCount, findings: log.all, ...pages.end() };
}

/** Gathers rows by period and puts full pages into the temporary file. */
class FactPages {
  rowCount = 0;
  readonly #spill: Spill;
  readonly #records: { readonly period: string; readonly record: number }[] = [];
  readonly #open = new Map<string, FactPage>();
  /** Rows in open pages. */
  #waiting = 0;

  constructor(spill: Spill) {
    this.#spill = spill;
  }

  add(row: FactRow, rootCode: string): void {
    const page = this.#open.get(row.period) ?? emptyPage(row.period);
    this.#open.set(row.period, page);
    addRow(page, row, rootCode);
    this.rowCount++;
    this.#waiting++;
    if (page.codes.length >= PAGE_ROWS) this.#close(page);
    else if (this.#waiting >= WAITING_ROWS) this.#closeAll();
  }

  /** Closes every page; returns the periods and the pages in their order. */
  end(): Pick<StagedTable, "periods" | "pages"> {
    this.#closeAll();
    const spill = this.#spill;
    const records = this.#records.toSorted((a, b) => comparePeriods(a.period, b.period));
    return {
      periods: [...new Set(records.map(({ period }) => period))],
      *pages() {
        for (const { record } of records) yield JSON.parse(spill.read(record).toString()) as FactPage;
      },
    };
  }

  #close(page: FactPage): void {
    const record = this.#spill.add(Buffer.from(JSON.stringify(page)));
    this.#records.push({ period: page.period, record });
    this.#open.delete(page.period);
    this.#waiting -= page.codes.length;
  }

  #closeAll(): void {
    for (const page of this.#open.values()) this.#close(page);
  }
}

/** Checks the rows of a table one after another. */
class RowCheck {
  readonly #table: TableInput;
  readonly #known: ReadonlyMap<string, KnownCode>;
  readonly #log: FindingLog;
  /** 1 by ordinal of the code where a period has a row already. */
  readonly #seen = new Map<string, Uint8Array>();

  constructor(table: TableInput, known: ReadonlyMap<string, KnownCode>, log: FindingLog) {
    this.#table = table;
    this.#known = known;
    this.#log = log;
  }

  /** The area of a row; null for one that is kept out. */
  areaOf(row: FactRow): KnownCode | null {
    const { level } = this.#table;
    const area = this.#known.get(row.code);
    if (!area || area.level !== level)
      return this.#refuse("warning", "unknown_area_code", row.code, {
        message: area
          ? `code "${row.code}" is of level ${area.level}: the table is of level ${level}`
          : `code "${row.code}" is no area of level ${level} and no old code of one`,
        action: "the row is left out",
      });
    if (!isPeriod(row.period))
      return this.#refuse("error", "malformed_period", row.period, {
        message: `malformed period "${row.period}": write 2019, 2019H1, 2019Q3 or 2019-07`,
        action: "the import stops",
      });
    const seen = this.#seen.get(row.period) ?? new Uint8Array(this.#known.size);
    this.#seen.set(row.period, seen);
    if (seen[area.ordinal])
      return this.#refuse("warning", "duplicate_row", row.code, {
        message: `a second row for area "${row.code}" in ${row.period}: one row each`,
        action: "the first row is kept",
      });
    seen[area.ordinal] = 1;
    this.#checkNumbers(row);
    return area;
  }

  #refuse(
    severity: Finding["severity"],
    rule: RuleId,
    value: string,
    text: Pick<Finding, "message" | "action">,
  ): null {
    this.#log.addRow({ severity, rule, file: this.#table.fileName, value, ...text });
    return null;
  }

  #checkNumbers(row: FactRow): void {
    const { measures, fileName, statistics = [] } = this.#table;
    row.values.forEach((value, at) => {
      if (isMissing(value) || Number.isSafeInteger(value)) return;
      if (statistics.includes(measures[at]!) && Number.isFinite(value)) return;
      this.#log.addRow({
        severity: "error",
        rule: "not_a_whole_number",
        file: fileName,
        value: String(value),
        column: measures[at]!,
        message: `${measures[at]} of ${row.code} in ${row.period} is ${value}: measures are whole numbers below 2^53`,
        action: "the import stops",
      });
    });
  }
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
