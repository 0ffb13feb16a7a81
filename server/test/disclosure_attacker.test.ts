// The attacker itself: it must find what is given away, or finding nothing says nothing.

import { expect, test } from "vitest";
import { INDICATORS } from "#domain/registry/index";
import { PublicSystem, readTable } from "./disclosure_attacker.ts";

const headcount = INDICATORS.find(({ id }) => id === "headcount_ratio")!;

/** Poor people of four villages of a town, each of 100; some are hidden. */
function systemOf(poor: Record<string, number>, hidden: readonly string[]): PublicSystem {
  const line = (code: string, parent: string, numerator: number, of: number): string =>
    hidden.includes(code) ? `${code},suppressed,,,${parent}` : `${code},,${numerator},${of},${parent}`;
  const header = "code,missing,numerator,denominator,town_code";
  const villages = Object.entries(poor).map(([code, own]) => line(code, "T", own, 100));
  const total = Object.values(poor).reduce((sum, own) => sum + own, 0);
  const system = new PublicSystem();
  system.add(headcount, [
    ["village", readTable([header, ...villages].join("\n"), "town_code")],
    ["town", readTable([header, line("T", "", total, 100 * villages.length)].join("\n"), null)],
  ]);
  return system;
}

test("finds a hidden village by subtraction, and the range of two", async () => {
  const poor = { A: 4, B: 30, C: 25, D: 0 };
  // Hidden is the whole row: the denominator is the total less the others too.
  const alone = await systemOf(poor, ["A"]).attack(["poor_persons*1 A", "persons*1 A"]);
  expect([...alone.values()]).toEqual([
    [4, 4],
    [100, 100],
  ]);
  const two = await systemOf(poor, ["A", "B"]).attack(["poor_persons*1 A", "poor_persons*1 B"]);
  expect([...two.values()]).toEqual([
    [0, 34],
    [0, 34],
  ]);
});

test("finds what a part cannot exceed", async () => {
  // 199 poor people among 200 in A and B: neither has fewer poor people than people less one, and the town has no more.
  const system = systemOf({ A: 99, B: 100, C: 1, D: 1 }, ["A", "B"]);
  const { variables } = system;
  for (const code of ["A", "B"]) variables.get(`persons*1 ${code}`)!.known = 100;
  const found = await system.attack(["poor_persons*1 A", "poor_persons*1 B"]);
  expect([...found.values()]).toEqual([
    [99, 100],
    [99, 100],
  ]);
});
