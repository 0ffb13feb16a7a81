// The village divisions of 2017: grown villages near a town, each divided into two neighbouring ones of today.

import type { Land } from "./land.ts";
import { pairCells } from "./merges.ts";
import { personsIn } from "./poverty.ts";
import { isRecorded } from "./register/county.ts";

/** First period in which the two villages report under codes of their own. */
export const SPLIT_SINCE = "2017";

const DIGITS = 1_000;

/**
 * By cell, the cell that it was one village with, or itself. Only cells are paired that were not merged later and
 * whose households are not recorded: what a household was is known, not estimated.
 */
export function splitCells(
  seed: number,
  land: Pick<Land, "graph" | "regions" | "partner" | "minutes" | "hardship" | "size">,
): Uint32Array {
  const { graph, regions, partner, minutes, size } = land;
  const mayPair = (cell: number) => partner[cell] === cell && !isRecorded(land, cell);
  return pairCells(seed, graph, regions.townshipOf, size.splits, mayPair, [
    (cell) => minutes[cell]! < 20,
    () => true,
  ]).partner;
}

/** The share of `cell` in the people of the divided village in the year of the division, to three digits. */
export function splitShare(land: Land, cell: number): number {
  const [first, second] = [cell, land.sibling[cell]!].sort((a, b) => a - b) as [number, number];
  const persons = (part: number) => personsIn(land, part, Number(SPLIT_SINCE));
  const share = Math.round((DIGITS * persons(first)) / (persons(first) + persons(second)));
  // The second has the rest, so that both sum to 1.
  return (cell === first ? share : DIGITS - share) / DIGITS;
}
