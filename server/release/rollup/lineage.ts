// From old codes to the areas of the boundary version that figures are reported for.

import type { LineageInput } from "#domain/dataset";
import { comparePeriods, periodSpan } from "#domain/period";

export interface Target {
  readonly code: string;
  /** Share of the old area's counts, 0–1. */
  readonly share: number;
}

type Coverage = "all" | "part" | "none";

function addTo(lists: Map<string, LineageInput[]>, code: string, row: LineageInput): void {
  const known = lists.get(code);
  if (known) known.push(row);
  else lists.set(code, [row]);
}

/** Whether a period begins after an ISO date. */
const isAfter = (period: string, date: string): boolean =>
  periodSpan(period).start > periodSpan(date.slice(0, 7)).start;

/** Where the counts of a code in a period belong on one boundary version. */
export class Lineage {
  readonly #bySource = new Map<string, LineageInput[]>();
  readonly #byTarget = new Map<string, LineageInput[]>();
  readonly #exists: (code: string) => boolean;
  /** First period in which a code is another area than the boundaries know. */
  readonly #ends = new Map<string, string>();

  /**
   * `exists` tests whether a code is an area of the boundary version; `validOn` is its date where it is
   * not the newest: changes after it are left out, and figures counted after such a change have no place.
   */
  constructor(
    rows: Iterable<LineageInput>,
    exists: (code: string) => boolean,
    validOn: string | null = null,
  ) {
    this.#exists = exists;
    for (const row of rows) {
      if (validOn !== null && isAfter(row.since, validOn)) {
        for (const code of [row.fromCode, row.toCode]) this.#end(code, row.since);
        continue;
      }
      addTo(this.#bySource, row.fromCode, row);
      addTo(this.#byTarget, row.toCode, row);
    }
  }

  /** Every code from which or to which a change leads. */
  codes(): Iterable<string> {
    return new Set([...this.#bySource.keys(), ...this.#byTarget.keys(), ...this.#ends.keys()]);
  }

  /**
   * Areas of the boundary version that get what was counted under `code` in `period`, ordered by code; none when the code leads nowhere.
   *
   * A change since a later period applies even to a code that lives on; an earlier one only to a code that is gone.
   */
  targets(code: string, period: string): Target[] {
    const end = this.#ends.get(code);
    if (end !== undefined && comparePeriods(end, period) <= 0) return [];
    if (!this.#bySource.has(code)) return this.#exists(code) ? [{ code, share: 1 }] : [];
    const shares = new Map<string, number>();
    this.#follow(code, period, 1, new Set(), shares);
    return [...shares].map(([code, share]) => ({ code, share })).sort((a, b) => (a.code < b.code ? -1 : 1));
  }

  /**
   * How much of `code` is covered by the codes in `seen`, which have counts of `period`: all of it once, a part, or nothing.
   *
   * It is covered by all codes that it was made of since, or those that these were made of, and so on; or under its own
   * name alone, where a department has recomputed its figures or they are of a later period than the change.
   */
  coverage(code: string, period: string, seen: ReadonlySet<string>): Coverage {
    return this.#cover(code, period, seen, new Set());
  }

  #cover(code: string, period: string, seen: ReadonlySet<string>, path: ReadonlySet<string>): Coverage {
    const rows = this.#byTarget.get(code) ?? [];
    const later = rows.filter(({ since }) => comparePeriods(since, period) > 0);
    const onward = new Set(path).add(code);
    const parts = (later.length > 0 ? later : rows)
      .filter(({ fromCode }) => !onward.has(fromCode))
      .map(({ fromCode }) => this.#cover(fromCode, period, seen, onward));
    const isEvery = (coverage: Coverage): boolean => parts.every((part) => part === coverage);
    const livesOn = (some: readonly LineageInput[]): boolean =>
      some.some(({ fromCode }) => fromCode === code);
    if (!seen.has(code)) return isEvery("none") ? "none" : isEvery("all") && !livesOn(rows) ? "all" : "part";
    const isOwnAll = isEvery("none") && !(livesOn(later) && parts.length > 0);
    return isOwnAll || (isEvery("all") && livesOn(rows)) ? "all" : "part";
  }

  #end(code: string, since: string): void {
    const known = this.#ends.get(code);
    if (known === undefined || comparePeriods(since, known) < 0) this.#ends.set(code, since);
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
