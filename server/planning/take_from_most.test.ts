import { expect, it } from "vitest";
import { takeFromMost } from "./take_from_most.ts";

/** As it is said: one by one. */
function oneByOne(amounts: readonly number[], count: number): number[] {
  const left = [...amounts];
  for (let taken = 0; taken < count; taken++) left[left.indexOf(Math.max(...left))]! -= 1;
  return amounts.map((amount, at) => amount - left[at]!);
}

it("takes from whoever has most left, the first of equals", () => {
  expect(takeFromMost([3, 5, 5, 0], 3)).toEqual([0, 2, 1, 0]);
  expect(takeFromMost([], 0)).toEqual([]);
  for (let seed = 1; seed <= 40; seed++) {
    const amounts = Array.from({ length: 1 + (seed % 7) }, (_, at) => (seed * (at + 3) * 7) % 11);
    const all = amounts.reduce((sum, amount) => sum + amount, 0);
    for (let count = 0; count <= all; count++)
      expect(takeFromMost(amounts, count)).toEqual(oneByOne(amounts, count));
  }
});
