// What the tables state in one period, on today's areas: old codes followed, the higher priority deciding.

import { HAS_VALUE, MISSING } from "#domain/missing";
import { noDisagreement, type Disagreement } from "./contested.ts";
import { splitWhole, type Lineage } from "./lineage.ts";
import type { StatedColumn } from "./rollup.ts";

const NOT_SURVEYED = MISSING["not-surveyed"].status;

/** One stored row: value[i] and missing[i] belong to measure i of its batch. */
export interface StoredFact {
  readonly code: string;
  readonly values: readonly number[];
  /** Status bytes; null when every value is there. */
  readonly missing: readonly number[] | null;
}

/** One level's areas, and what is stated about them so far. */
export class StatedLevel {
  readonly columns = new Map<string, StatedColumn>();
  /** What tables state that others overrule, by `${measure} ${table}`. */
  readonly disagreements = new Map<string, Disagreement>();
  readonly #idxOf: ReadonlyMap<string, number>;

  constructor(idxOf: ReadonlyMap<string, number>) {
    this.#idxOf = idxOf;
  }

  /** Takes in one batch of one period. Batches come by falling priority: what is stated already stays. */
  async add(
    table: string,
    measures: readonly string[],
    rows: AsyncIterable<readonly StoredFact[]>,
    lineage: Lineage,
    period: string,
  ): Promise<void> {
    const columns = measures.map((measure) => this.#column(measure));
    const state = (m: number, idx: number, stated: number, reason: number): void => {
      const column = columns[m]!;
      if (column.status[idx] === HAS_VALUE) {
        if (reason === HAS_VALUE && column.value[idx] !== stated)
          this.#disagree(`${measures[m]} ${table}`, idx, stated, column.value[idx]!);
      } else if (reason === HAS_VALUE) {
        column.value[idx] = stated;
        column.status[idx] = HAS_VALUE;
      } else if (column.status[idx] === NOT_SURVEYED) column.status[idx] = reason;
    };
    const gathered = new Map<string, Gathered>();
    for await (const page of rows)
      for (const fact of page) {
        const idx = this.#idxOf.get(fact.code);
        const isPlain = idx !== undefined && !lineage.gathers(fact.code) && !lineage.moves(fact.code);
        const targets = isPlain ? null : lineage.targets(fact.code, period);
        if (!targets) {
          for (let m = 0; m < columns.length; m++)
            state(m, idx!, fact.values[m]!, fact.missing?.[m] ?? HAS_VALUE);
          continue;
        }
        const parts = fact.values.map((value) =>
          splitWhole(
            value,
            targets.map(({ share }) => share),
          ),
        );
        targets.forEach(({ code }, t) => {
          const into = gathered.get(code) ?? new Gathered(measures.length);
          gathered.set(code, into);
          into.add(
            fact.code,
            parts.map((part) => part[t]!),
            fact.missing,
          );
        });
      }
    for (const [code, { sums, missing, seen }] of gathered) {
      const idx = this.#idxOf.get(code);
      if (idx === undefined) continue;
      const isWhole = lineage.coverage(code, period, seen) === "all";
      for (let m = 0; m < columns.length; m++) state(m, idx, sums[m]!, isWhole ? missing[m]! : NOT_SURVEYED);
    }
  }

  #disagree(key: string, idx: number, stated: number, used: number): void {
    const known = this.disagreements.get(key) ?? noDisagreement(this.#idxOf.size);
    this.disagreements.set(key, known);
    known.stated[idx] = stated;
    known.used[idx] = used;
    known.differs[idx] = 1;
  }

  #column(measure: string): StatedColumn {
    let column = this.columns.get(measure);
    if (!column) {
      const n = this.#idxOf.size;
      column = { value: new Float64Array(n), status: new Uint8Array(n).fill(NOT_SURVEYED) };
      this.columns.set(measure, column);
    }
    return column;
  }
}

/** Sums of several old areas that are one area today. */
class Gathered {
  readonly sums: number[];
  readonly missing: number[];
  readonly seen = new Set<string>();

  constructor(measureCount: number) {
    this.sums = Array.from({ length: measureCount }, () => 0);
    this.missing = Array.from({ length: measureCount }, () => HAS_VALUE);
  }

  add(source: string, values: readonly number[], missing: readonly number[] | null): void {
    this.seen.add(source);
    for (let m = 0; m < values.length; m++) {
      this.sums[m]! += values[m]!;
      const reason = missing?.[m] ?? HAS_VALUE;
      if (reason !== HAS_VALUE)
        this.missing[m] = this.missing[m] === HAS_VALUE ? reason : Math.min(this.missing[m]!, reason);
    }
  }
}
