// Which colour a village has: within the limit already, gained, within without a place, still far in three steps, no path, no pupils.

import type { PlanVillage } from "#domain/contract/situation";

/** Minutes at which the steps of "still far" begin. */
export const farSteps = (limit: number): readonly [number, number] => [
  Math.max(45, limit + 15),
  Math.max(60, limit + 30),
];

export type VillageFill =
  | "is-within"
  | "is-gained"
  | "is-no-room"
  | "is-far-0"
  | "is-far-1"
  | "is-far-2"
  | "is-no-path"
  | "is-nobody";

/** Minutes of a village with the plan, and how many of its people stay outside. */
export type VillageNow = Pick<PlanVillage, "minutes" | "outside">;

/** The class of a village's area: what is true of most of its people. */
export function fillClass(
  { people, outside: before }: Pick<PlanVillage, "people" | "outside">,
  { minutes, outside }: VillageNow,
  limit: number,
): VillageFill {
  if (!people) return "is-nobody";
  const isOut = (count: number): boolean => count * 2 >= people;
  if (!isOut(before) && !isOut(outside)) return "is-within";
  if (!isOut(outside)) return "is-gained";
  if (minutes === null) return "is-no-path";
  if (minutes <= limit) return "is-no-room";
  const [second, third] = farSteps(limit);
  return minutes <= second ? "is-far-0" : minutes <= third ? "is-far-1" : "is-far-2";
}
