// Collects what is found while a dataset is read. A new kind of finding is written where it is found, by `add`.

import type { Finding } from "#domain/import_finding";
import { ImportFault, type FindingPart } from "./import_fault.ts";
import { withoutContent, withoutContentOfFault } from "./private_findings.ts";

/** Findings about rows of one rule, file and column above this many are counted, not listed. */
const LISTED = 200;

interface FindingLogOptions {
  /** True for personal records: findings name row, column and rule, and quote nothing that stands in the file. */
  readonly isPrivate?: boolean;
}

/** All findings of one reading, in the order they were made. */
export class FindingLog {
  readonly #isPrivate: boolean;
  readonly #listed: Finding[] = [];
  readonly #known = new Set<string>();
  readonly #counts = new Map<string, { count: number; last: FindingPart }>();

  constructor({ isPrivate = false }: FindingLogOptions = {}) {
    this.#isPrivate = isPrivate;
  }

  /** Adds a finding; the same one again, of a file that is read twice, is left out. In a private log the rule gives the message. */
  add(part: FindingPart): void {
    this.#addOnce(this.#isPrivate ? withoutContent(part) : part);
  }

  /**
   * Adds a finding about one row of many: of each rule, file and column the first LISTED in full, the others as a number.
   * In a private log the message stands as it is: the caller has written it without content.
   */
  addRow(part: FindingPart): void {
    const id = [part.rule, part.file, part.column].join("\n");
    const count = (this.#counts.get(id)?.count ?? 0) + 1;
    this.#counts.set(id, { count, last: part });
    if (count <= LISTED) this.#push(this.#isPrivate ? { ...part, value: null } : part);
  }

  /** Adds a fault as a finding of severity `error`; rethrows anything else. */
  addFault(error: unknown): void {
    if (!(error instanceof ImportFault)) throw error;
    const part: FindingPart = { ...error.part, severity: "error", message: error.message };
    this.#addOnce(this.#isPrivate ? withoutContentOfFault(part) : part);
  }

  /** Adds what another log has collected. */
  addAll({ all }: FindingLog): void {
    for (const finding of all) this.#push(finding);
  }

  get hasErrors(): boolean {
    return this.#listed.some(({ severity }) => severity === "error");
  }

  /** Every finding; behind them one for each rule, file and column of which some are not listed, with their number. */
  get all(): Finding[] {
    const more = [...this.#counts.values()]
      .filter(({ count }) => count > LISTED)
      .map(({ count, last }) => ({
        ...whole(last),
        row: null,
        value: null,
        message: `${count - LISTED} more like the ones before`,
      }));
    return [...this.#listed, ...more];
  }

  #addOnce(part: FindingPart): void {
    const id = [part.rule, part.file, part.row, part.column, part.message].join("\n");
    if (this.#known.has(id)) return;
    this.#known.add(id);
    this.#push(part);
  }

  #push(part: FindingPart): void {
    this.#listed.push(whole(part));
  }
}

const whole = (part: FindingPart): Finding => ({ file: null, row: null, column: null, value: null, ...part });
