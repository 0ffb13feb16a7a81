// How a hand-picked set changes. Pure: set in, set out; null is no set.

import { MAX_SET_CODES } from "#domain/codes";

export type PickedSet = readonly string[] | null;

const sorted = (codes: ReadonlySet<string>): PickedSet =>
  codes.size === 0 ? null : [...codes].sort().slice(0, MAX_SET_CODES);

/** Puts an area in, or takes it out. */
export function toggled(set: PickedSet, code: string): PickedSet {
  const codes = new Set(set);
  if (!codes.delete(code)) codes.add(code);
  return sorted(codes);
}

/** Puts areas in; what is beyond the largest set is left out, from the end by code. */
export const withAll = (set: PickedSet, codes: readonly string[]): PickedSet =>
  sorted(new Set([...(set ?? []), ...codes]));
