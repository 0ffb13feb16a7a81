// The facts of one table by area and period, where several rows may be about the same.

import { hash } from "node:crypto";
import { isMissing, MISSING, type Value } from "#domain/missing";
import type { FindingLog } from "#server/import/findings/finding_log";
import type { RowsRule } from "#server/import/profile/profile";

/** One area in one period while its table is read. */
export interface Fact {
  readonly code: string;
  readonly period: string;
  /** The first of its rows. */
  readonly row: number;
  readonly values: (Value | undefined)[];
}

/** What one row brings. */
export interface RowFact {
  readonly code: string;
  readonly period: string;
  readonly row: number;
  readonly cells: readonly string[];
  /** By measure; `undefined` for those that the row is not about (long tables). */
  readonly values: readonly (Value | undefined)[];
}

const WAYS_OUT =
  'nothing is imported; write "rows: sum" in the table if its rows add up, "rows: count" if each is one of what is counted, or "rows: one" if one row is meant';

/** Whether a table reports a number there. */
export const hasNumber = (value: Value | undefined): value is number =>
  value !== undefined && !isMissing(value);

/** The first six bytes of a digest, as a number: rows are compared by it, since a large table does not fit twice. */
const digest = (cells: readonly string[]): number =>
  hash("md5", cells.join("\u0000"), "buffer").readUIntBE(0, 6);

/** A sum is missing where a part of it is, for the more severe reason. */
function sum(a: Value, b: Value): Value {
  if (!isMissing(a)) return isMissing(b) ? b : a + b;
  return isMissing(b) && MISSING[b].severity > MISSING[a].severity ? b : a;
}

/** Takes rows in. Rows that complete each other become one fact; what happens to others is up to the table's `rows`. */
export class FactSet {
  readonly facts = new Map<string, Fact>();
  readonly #file: string;
  readonly #rule: RowsRule | undefined;
  readonly #log: FindingLog;
  /** Areas and periods of which no row is taken. */
  readonly #conflicting = new Set<string>();
  /** First row by digest of its cells, of each area, period and set of measures. */
  readonly #rows = new Map<string, Map<number, number>>();
  #identical: { count: number; row: number; first: number; code: string } | null = null;

  constructor(file: string, rule: RowsRule | undefined, log: FindingLog) {
    this.#file = file;
    this.#rule = rule;
    this.#log = log;
  }

  /** Adds the values of one row. */
  add(fact: RowFact): void {
    const key = `${fact.code}\n${fact.period}`;
    const first = this.#firstLike(key, fact);
    if (first !== null) {
      const { row, code } = fact;
      this.#identical ??= { count: 0, row, first, code };
      this.#identical.count++;
    }
    const known = this.facts.get(key);
    if (this.#conflicting.has(key)) this.#reportConflict(fact);
    else if (!known) this.facts.set(key, { ...fact, values: [...fact.values] });
    else if (this.#rule === "sum" || this.#rule === "count") this.#sum(known, fact);
    else if (first === null) this.#complete(known, fact, key);
  }

  /** Ends the table: reports how many rows repeat another one. */
  end(): void {
    if (!this.#identical) return;
    const { count, row, first, code } = this.#identical;
    const isAdded = this.#rule === "sum" || this.#rule === "count";
    this.#log.add({
      severity: "warning",
      rule: "identical_rows",
      file: this.#file,
      row,
      value: code,
      message: `${count} ${count === 1 ? "row is" : "rows are"} in everything like one before, as ${this.#log.rowName(this.#file, row)} is like ${this.#log.rowName(this.#file, first)}`,
      action: isAdded ? "they were added like any other" : "they were left out",
    });
  }

  /** The row before this one that is the same in every cell; null where there is none. */
  #firstLike(key: string, { cells, values, row }: RowFact): number | null {
    const about = values.flatMap((value, at) => (value === undefined ? [] : [at])).join();
    const id = `${key}\n${about}`;
    const rows = this.#rows.get(id);
    const own = digest(cells);
    if (!rows) this.#rows.set(id, new Map([[own, row]]));
    else if (rows.has(own)) return rows.get(own)!;
    else rows.set(own, row);
    return null;
  }

  #sum({ values: sums }: Fact, { values }: RowFact): void {
    for (const [at, value] of values.entries())
      if (value !== undefined) sums[at] = sums[at] === undefined ? value : sum(sums[at], value);
  }

  /** Fills in what the rows before do not report. */
  #complete(known: Fact, fact: RowFact, key: string): void {
    const twice = fact.values.flatMap((value, at) =>
      value !== undefined && known.values[at] !== undefined ? [{ value, earlier: known.values[at] }] : [],
    );
    for (const [at, value] of fact.values.entries()) known.values[at] ??= value;
    if (twice.length === 0) return;
    const differs = twice.some(({ value, earlier }) => value !== earlier);
    if (this.#rule === undefined) this.#reportSeveral(fact, known.row);
    else if (!differs) this.#reportSame(fact, known.row);
    else {
      this.#reportConflict({ ...fact, row: known.row });
      this.#reportConflict(fact);
      this.facts.delete(key);
      this.#conflicting.add(key);
    }
  }

  #reportSeveral(fact: RowFact, first: number): void {
    this.#report(
      "error",
      fact,
      `is there already in ${this.#log.rowName(this.#file, first)}, which differs`,
      WAYS_OUT,
    );
  }

  #reportSame(fact: RowFact, first: number): void {
    const message = `is there already in ${this.#log.rowName(this.#file, first)}, with the same values`;
    this.#report("note", fact, message, "the second one was left out");
  }

  #reportConflict(fact: RowFact): void {
    const message = "is there more than once, with different values";
    this.#report("warning", fact, message, "none of its rows was taken");
  }

  #report(
    severity: "error" | "warning" | "note",
    { code, period, row }: RowFact,
    message: string,
    action: string,
  ): void {
    this.#log.addRow({
      severity,
      rule: "duplicate_row",
      file: this.#file,
      row,
      value: code,
      message: `"${code}" in ${period} ${message}`,
      action,
    });
  }
}
