// Collects what is found while a dataset is read. A new kind of finding is written where it is found, by `add`.

import type { Finding, RowPlace } from "#domain/import_finding";
import { ImportFault, type FindingPart } from "./import_fault.ts";
import { withoutContent, withoutContentOfFault } from "./private_findings.ts";

/** Of one rule, file and column so many findings are listed, and the others counted. */
const LISTED = 10_000;
/** The same for findings about rows of personal records and other long files. */
const LISTED_ROWS = 200;

/** Ends the message of a finding that stands for others. */
const MORE = " more like the ones before";

/** How many findings one stands for. */
export const countOf = ({ message, row }: Finding): number =>
  row === null && message.endsWith(MORE) ? Number.parseInt(message, 10) : 1;

interface FindingLogOptions {
  /** True for personal records: findings name row, column and rule, and quote nothing that stands in the file. */
  readonly isPrivate?: boolean;
  /** Where a row stands of a source that was opened with another log. */
  readonly placeOf?: PlaceOf | undefined;
}

/** The file of a row, and its number there, where a source is made of several files; undefined where it is not. */
export type PlaceOf = (file: string, row: number) => RowPlace | undefined;

/** The findings of one rule, file and column. */
interface Group {
  /** Row and message of those that are listed. */
  readonly listed: Set<string>;
  /** How many are not listed. */
  more: number;
  lastRow: number;
  last: FindingPart;
}

/** All findings of one reading, in the order they were made. */
export class FindingLog {
  readonly #isPrivate: boolean;
  readonly #listed: Finding[] = [];
  readonly #groups = new Map<string, Group>();
  /** Of sources that are made of several files, where a row of them stands. */
  readonly #places = new Map<string, (row: number) => RowPlace>();
  readonly #outerPlace: PlaceOf | undefined;
  #hasErrors = false;

  constructor({ isPrivate = false, placeOf }: FindingLogOptions = {}) {
    this.#isPrivate = isPrivate;
    this.#outerPlace = placeOf;
  }

  /** Adds a finding; the same one again, of a file that is read twice, is left out. In a private log the rule gives the message. */
  add(part: FindingPart): void {
    this.#addOnce(this.#isPrivate ? withoutContent(part) : part, LISTED);
  }

  /**
   * Adds a finding about one row of many, of which fewer are listed. In a private log the message stands as it is: the
   * caller has written it without content.
   */
  addRow(part: FindingPart): void {
    this.#addOnce(this.#isPrivate ? { ...part, value: null } : part, LISTED_ROWS);
  }

  /** Adds a fault as a finding of severity `error`; rethrows anything else. */
  addFault(error: unknown): void {
    if (!(error instanceof ImportFault)) throw error;
    const part: FindingPart = { ...error.part, severity: "error", message: error.message };
    this.#addOnce(this.#isPrivate ? withoutContentOfFault(part) : part, LISTED);
  }

  /** Lets findings about rows of `file`, which stands for several files, name the one that a row is in; null where it stands for itself. */
  locate(file: string, place: ((row: number) => RowPlace) | null): void {
    if (place) this.#places.set(file, place);
    else this.#places.delete(file);
  }

  /** The file and row there of a row of a source that is made of several files. */
  placeOf(file: string, row: number): RowPlace | undefined {
    return this.#places.get(file)?.(row) ?? this.#outerPlace?.(file, row);
  }

  /** A row in words: `row 12`, or `row 3 of b.csv` where the source is made of several files. */
  rowName(file: string, row: number): string {
    const place = this.placeOf(file, row);
    return place ? `row ${place.row} of ${place.file}` : `row ${row}`;
  }

  /** Adds what another log has collected. */
  addAll({ all }: FindingLog): void {
    for (const finding of all) this.#push(finding as FindingPart);
  }

  get hasErrors(): boolean {
    return this.#hasErrors;
  }

  /** Every finding; behind them one for each rule, file and column of which some are not listed, with their number. */
  get all(): Finding[] {
    const more = [...this.#groups.values()]
      .filter((group) => group.more > 0)
      .map(({ more, last }) => ({
        ...whole(last),
        row: null,
        value: null,
        message: `${more}${MORE}`,
      }));
    return [...this.#listed, ...more];
  }

  #addOnce(part: FindingPart, limit: number): void {
    const id = [part.rule, part.file, part.column].join("\n");
    const row = part.row ?? 0;
    const group = this.#groups.get(id) ?? { listed: new Set(), more: 0, lastRow: 0, last: part };
    this.#groups.set(id, group);
    const own = `${row}\n${part.message}`;
    if (group.listed.has(own)) return;
    if (group.listed.size < limit) {
      group.listed.add(own);
      this.#push(part);
    } else if (row === 0 || row > group.lastRow) {
      // a row before the last one is of a file that is read again
      group.more++;
      group.last = part;
    }
    group.lastRow = Math.max(group.lastRow, row);
  }

  #push(part: FindingPart): void {
    const place = part.row != null && part.file != null ? this.placeOf(part.file, part.row) : undefined;
    this.#listed.push(whole(place ? { ...part, ...place } : part));
    if (part.severity === "error") this.#hasErrors = true;
  }
}

/** Letters of a message and of the value in it. */
const LONGEST_MESSAGE = 4_000;
const LONGEST_VALUE = 1_000;

const cut = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length)}…` : text;

const whole = (part: FindingPart): Finding => ({
  file: null,
  row: null,
  column: null,
  ...part,
  value: typeof part.value === "string" ? cut(part.value, LONGEST_VALUE) : null,
  message: cut(part.message, LONGEST_MESSAGE),
});
