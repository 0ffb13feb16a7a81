// Follows old codes to today's areas.

import type { LineageInput } from "#domain/dataset";
import { comparePeriods } from "#domain/periods";

export interface Target {
  readonly code: string;
  /** Share of the old area's counts, 0–1. */
  readonly share: number;
}

/** Answers where the counts of a code in a period belong on today's boundaries. */
export class Lineage {
  readonly #bySource = new Map<string, LineageInput[]>();
  readonly #exists: (code: string) => boolean;

  /** `exists` tells whether a code is an area of today. */
  constructor(rows: Iterable<LineageInput>, exists: (code: string) => boolean) {
    this.#exists = exists;
    for (const row of rows) {
      const known = this.#bySource.get(row.fromCode);
      if (known) known.push(row);
      else this.#bySource.set(row.fromCode, [row]);
    }
  }

  /** Tells whether anything is known to have become of a code. */
  moves(code: string): boolean {
    return this.#bySource.has(code);
  }

  /**
   * Gives today's areas of what was counted under `code` in `period`, ordered by code; none when the code leads nowhere.
   *
   * A change since a later period applies even to a code that lives on; an earlier one only to a code that is gone.
   */
  targets(code: string, period: string): Target[] {
    if (!this.#bySource.has(code)) return this.#exists(code) ? [{ code, share: 1 }] : [];
    const shares = new Map<string, number>();
    this.#follow(code, period, 1, new Set(), shares);
    return [...shares].map(([code, share]) => ({ code, share })).sort((a, b) => (a.code < b.code ? -1 : 1));
  }

  /** Gives, for counts of `period`, the old codes that make up each of today's areas. */
  sources(period: string): Map<string, Set<string>> {
    const sources = new Map<string, Set<string>>();
    for (const from of this.#bySource.keys())
      for (const { code } of this.targets(from, period)) {
        if (code === from && !this.#bySource.get(from)!.some(({ toCode }) => toCode === from)) continue;
        const known = sources.get(code);
        if (known) known.add(from);
        else sources.set(code, new Set([from]));
      }
    return sources;
  }

  #follow(code: string, period: string, share: number, path: Set<string>, shares: Map<string, number>): void {
    const rows = this.#bySource.get(code) ?? [];
    const later = rows.filter(({ since }) => comparePeriods(since, period) > 0);
    const steps = later.length > 0 || this.#exists(code) ? later : rows;
    if (steps.length === 0 || path.has(code)) {
      if (this.#exists(code)) shares.set(code, (shares.get(code) ?? 0) + share);
      return;
    }
    const onward = new Set(path).add(code);
    for (const step of steps) this.#follow(step.toCode, period, share * step.share, onward, shares);
  }
}

/** Divides a whole number by shares that sum to 1 into whole numbers with the same sum (largest remainder). */
export function splitWhole(total: number, shares: readonly number[]): number[] {
  if (shares.length === 1 && shares[0] === 1) return [total];
  const sign = Math.sign(total);
  const parts = shares.map((share) => Math.abs(total) * share);
  const whole = parts.map(Math.floor);
  const wanted = Math.round(parts.reduce((a, b) => a + b, 0));
  const rest = wanted - whole.reduce((a, b) => a + b, 0);
  const byRemainder = [...parts.keys()].sort(
    (a, b) => parts[b]! - whole[b]! - (parts[a]! - whole[a]!) || a - b,
  );
  for (const at of byRemainder.slice(0, rest)) whole[at]!++;
  return whole.map((part) => sign * part || 0);
}
