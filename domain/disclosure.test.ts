import { expect, test } from "vitest";
import {
  CATEGORIES,
  countOf,
  countsHeads,
  DISCLOSURE_CLASSES,
  disclosureRule,
  isDominated,
  peopleBehind,
  requiredWidth,
  wholeOf,
} from "./disclosure.ts";
import { EDITIONS, mayCarry } from "./edition.ts";
import { INDICATORS, MEASURES } from "#domain/registry/index";

test("every indicator of the registry has a rule, and the public edition carries exactly those that are not internal", () => {
  for (const indicator of INDICATORS) {
    expect(indicator.disclosure, indicator.id).toBeDefined();
    expect(disclosureRule(indicator) !== null, indicator.id).toBe(mayCarry("public", indicator));
  }
  expect(Object.keys(DISCLOSURE_CLASSES).filter((id) => disclosureRule({ disclosure: id as "D0" }))).toEqual([
    ...EDITIONS.public.carries,
  ]);
});

test("it is known how many people stand behind each side of an indicator whose class counts people", () => {
  for (const indicator of INDICATORS) {
    const rule = disclosureRule(indicator);
    if (!rule || rule.minCount === 0) continue;
    for (const term of [indicator.numerator, indicator.denominator])
      if (term) {
        const behind = peopleBehind(term, MEASURES);
        expect(behind, indicator.id).not.toBeNull();
        for (const id of behind!.measures)
          expect(countsHeads(MEASURES.find((measure) => measure.id === id)!), `${indicator.id} ${id}`).toBe(
            true,
          );
      }
  }
});

test("k has a floor of 10 and may be raised; D2 keeps its own 20", () => {
  expect(disclosureRule({ disclosure: "D1" })).toMatchObject({ minCount: 10, minPeople: 30 });
  expect(disclosureRule({ disclosure: "D1" }, 15)).toMatchObject({ minCount: 15 });
  expect(disclosureRule({ disclosure: "D2" }, 15)).toMatchObject({ minCount: 20, levelsAboveLowest: 1 });
  expect(disclosureRule({ disclosure: "D0" }, 15)).toMatchObject({ minCount: 0 });
  expect(disclosureRule({ disclosure: "D3" })).toBeNull();
  expect(disclosureRule({})).toBeNull();
  expect(() => disclosureRule({ disclosure: "D1" }, 9)).toThrow(
    "threshold is 9: it is a whole number of at least 10",
  );
});

test("a hidden cell needs a width of 5 or a fifth of its value, and money one recipient of at most 80 %", () => {
  expect([0, 9, 25, 26, 100].map(requiredWidth)).toEqual([5, 5, 5, 5.2, 20]);
  expect([isDominated(80, 100), isDominated(81, 100)]).toEqual([false, true]);
});

test("multiples of one count are one count, and one thing under two names too", () => {
  expect(countOf({ scored_households: 100 })).toEqual({ key: "scored_households", factor: 100 });
  expect(countOf({ a: 6, b: 4 })).toEqual({ key: "3 × a + 2 × b", factor: 2 });
  expect(countOf({ b: 2, a: 3 }).key).toBe(countOf({ a: 3, b: 2 }).key);
  expect(countOf({ survey_frame_households: 1 }).key).toBe("rural_households");
});

test("the categories that make up a total are those of the registry", () => {
  const [deprivations, , causes] = CATEGORIES.map(
    ({ isPart }) => MEASURES.filter(({ id }) => isPart(id)).length,
  );
  expect([deprivations, causes]).toEqual([7, 13]);
  const mpi = INDICATORS.find(({ id }) => id === "mpi")!;
  expect(CATEGORIES.map(({ isTotal }) => isTotal(mpi.numerator))).toEqual([true, false, false]);
  expect(wholeOf("poor_persons_deprived_in_housing")).toBe("multidimensionally_poor_persons");
  expect(wholeOf("persons")).toBeNull();
});
