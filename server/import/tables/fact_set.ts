// The facts of one table by area and period, where two rows may be about the same.

import { isMissing, type Value } from "#domain/missing";
import type { FindingLog } from "#server/import/findings/finding_log";

/** One area in one period while its table is read. */
export interface Fact {
  readonly code: string;
  readonly period: string;
  readonly row: number;
  readonly values: (Value | undefined)[];
}

const factKey = (code: string, period: string): string => `${code}\n${period}`;

/** Whether a table reports a number there. */
export const hasNumber = (value: Value | undefined): value is number =>
  value !== undefined && !isMissing(value);

/** Takes rows in. Rows that complete each other become one fact; of rows that differ about a value none is taken. */
export class FactSet {
  readonly facts = new Map<string, Fact>();
  readonly #conflicting = new Set<string>();
  readonly #file: string;
  readonly #width: number;
  readonly #log: FindingLog;

  constructor(file: string, width: number, log: FindingLog) {
    this.#file = file;
    this.#width = width;
    this.#log = log;
  }

  /** Adds values of one row; `undefined` where it reports nothing. */
  add(code: string, period: string, row: number, values: readonly (Value | undefined)[]): void {
    const key = factKey(code, period);
    if (this.#conflicting.has(key)) return this.#reportTwin(code, period, row, null);
    const fact = this.facts.get(key);
    if (!fact) {
      this.facts.set(key, { code, period, row, values: [...values] });
      return;
    }
    const isTwin = values.some((value, i) => value !== undefined && fact.values[i] !== undefined);
    const differs = values.some(
      (value, i) => value !== undefined && fact.values[i] !== undefined && fact.values[i] !== value,
    );
    for (let i = 0; i < this.#width; i++) fact.values[i] ??= values[i];
    if (!isTwin) return;
    this.#reportTwin(code, period, row, differs ? null : fact.row);
    if (!differs) return;
    this.facts.delete(key);
    this.#conflicting.add(key);
  }

  #reportTwin(code: string, period: string, row: number, sameAs: number | null): void {
    this.#log.add({
      severity: sameAs === null ? "warning" : "note",
      rule: "duplicate_row",
      file: this.#file,
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
