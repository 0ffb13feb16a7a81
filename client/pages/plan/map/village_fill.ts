// Which colour a village has: within the limit already, gained, still far in three steps, no path, no pupils.

import type { PlanVillage } from "#domain/contract/situation";

/** Minutes at which the steps of "still far" begin. */
export const farSteps = (limit: number): readonly [number, number] => [
  Math.max(45, limit + 15),
  Math.max(60, limit + 30),
];

export type VillageFill =
  "is-within" | "is-gained" | "is-far-0" | "is-far-1" | "is-far-2" | "is-no-path" | "is-nobody";

/** The class of a village's area for its minutes with the plan. */
export function fillClass(
  { people, minutes: before }: Pick<PlanVillage, "people" | "minutes">,
  minutes: number | null,
  limit: number,
): VillageFill {
  if (!people) return "is-nobody";
  if (before !== null && before <= limit) return "is-within";
  if (minutes === null) return "is-no-path";
  if (minutes <= limit) return "is-gained";
  const [second, third] = farSteps(limit);
  return minutes <= second ? "is-far-0" : minutes <= third ? "is-far-1" : "is-far-2";
}
