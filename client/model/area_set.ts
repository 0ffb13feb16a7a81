// How a hand-picked set changes. Pure: set in, set out; null is no set.

import { MAX_SET_CODES } from "#domain/area_set_codec";

export type PickedSet = readonly string[] | null;

const sorted = (codes: Iterable<string>): PickedSet => {
  const all = [...codes].sort();
  return all.length === 0 ? null : all;
};

/** Puts an area in, or takes it out; a full set takes no more. */
export function toggled(set: PickedSet, code: string): PickedSet {
  const codes = new Set(set);
  if (!codes.delete(code)) {
    if (codes.size >= MAX_SET_CODES) return set;
    codes.add(code);
  }
  return sorted(codes);
}

/** Puts areas in, as many as the set still holds, in the order in which they come; what was in it stays. */
export const withAll = (set: PickedSet, codes: readonly string[]): PickedSet =>
  sorted([...new Set([...(set ?? []), ...codes])].slice(0, MAX_SET_CODES));
