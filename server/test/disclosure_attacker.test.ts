// The attacker itself: it must find what is given away, or finding nothing says nothing.

import { expect, test } from "vitest";
import type { PeriodInput } from "#analysis/disclosure/areas";
import { areas, earlierBy, FIRST_VILLAGE, IDS, inputOf, N, revised } from "#analysis/disclosure/made_county";
import { planPeriod, type PeriodPlan } from "#analysis/disclosure/plan";
import { requiredWidth } from "#domain/disclosure";
import { INDICATORS } from "#domain/registry/index";
import { hiddenCells } from "#server/release/public/public_columns";
import { PublicSystem, readTable, type PublicTable } from "./disclosure_attacker.ts";

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

const COUNTY_LEVELS = ["county", "town", "village"];

/** Adds what a release shows of the made-up county; `codeOf` has the same code for a cell whose figures are those of another release. */
function addRelease(
  system: PublicSystem,
  input: PeriodInput,
  plan: PeriodPlan,
  codeOf: (cell: number) => string,
): void {
  for (const indicator of INDICATORS.filter(({ id }) => IDS.includes(id))) {
    const { numerator, denominator } = input.indicator(indicator.id)!;
    const hidden = hiddenCells(plan, areas, { id: indicator.id, kind: "indicator" }, indicator);
    const tableOf = (level: number): PublicTable =>
      Array.from({ length: N }, (_, cell) => cell)
        .filter((cell) => areas.level[cell] === level)
        .map((cell) => ({
          code: codeOf(cell),
          parent: level === 0 ? null : codeOf(areas.above[cell]!),
          numerator: hidden[cell] === 1 ? null : numerator[cell]!,
          denominator: hidden[cell] === 1 || !denominator ? null : denominator[cell]!,
          isHidden: hidden[cell] === 1,
        }));
    system.add(
      indicator,
      [2, 1, 0].map((level) => [COUNTY_LEVELS[level]!, tableOf(level)] as const),
    );
  }
}

/** What is hidden, and found to less than must be left, by who knows all releases and which villages were revised. */
async function foundIn(system: PublicSystem): Promise<{ attacked: number; found: string[] }> {
  // Of what is withheld as a whole some figures were public before and are as they were: they are no secret.
  const wanted = [
    ...new Set(
      system.targets
        .filter(({ indicator, code }) => !system.shown.has(`${indicator} ${code}`))
        .map(({ variable }) => variable),
    ),
  ].filter((variable) => system.variables.get(variable)!.known === null);
  const ranges = await system.attack(wanted);
  const found = [...ranges].filter(([, [low, high]]) => high > 0 && high - low < requiredWidth(0));
  return { attacked: wanted.length, found: found.map(([name, [low, high]]) => `${name}: ${low} to ${high}`) };
}

/** Two releases of a county, of which the second revises some villages; `earlier` is what its plan knows of the first. */
function twoReleases(seed: number, keepsPattern: boolean): PublicSystem {
  const first = inputOf(seed);
  const villages = [3, 17, 41].map((village) => FIRST_VILLAGE + ((village + seed) % (N - FIRST_VILLAGE)));
  const second = revised(first, inputOf(seed + 100), villages);
  const before = planPeriod(first);
  const earlier = earlierBy(first, before, second)!;
  const now: PeriodInput = keepsPattern ? { ...second, earlier } : second;
  const touched = new Set<number>();
  for (const village of villages)
    for (let cell = village; cell >= 0; cell = areas.above[cell]!) touched.add(cell);
  const system = new PublicSystem();
  addRelease(system, first, before, String);
  addRelease(system, now, planPeriod(now), (cell) => `${cell}${touched.has(cell) ? " revised" : ""}`);
  return system;
}

test("finds nothing in two releases together, of which the second revises villages", async () => {
  let attacked = 0;
  for (let seed = 1; seed <= 3; seed++) {
    const result = await foundIn(twoReleases(seed, true));
    expect([seed, result.found]).toEqual([seed, []]);
    attacked += result.attacked;
  }
  expect(attacked).toBeGreaterThan(100);
}, 120_000);

test("finds much where the second release does not keep the pattern of the first", async () => {
  const found = [];
  for (let seed = 1; seed <= 2; seed++) found.push(...(await foundIn(twoReleases(seed, false))).found);
  expect(found.length).toBeGreaterThan(0);
}, 120_000);
