import { expect, it } from "vitest";
import { INDICATORS, MEASURES } from "#domain/registry/index";
import { DEPRIVATIONS } from "#domain/registry/multidimensional";
import { lower } from "./en/grammar.ts";
import { panels } from "./en/panels.ts";

it("lowers words for the middle of a sentence, but neither symbols nor units behind a number", () => {
  expect(lower("Villages with a Clinic")).toBe("villages with a clinic");
  expect(lower("Poverty index M0 and E2SFCA")).toBe("poverty index M0 and E2SFCA");
  expect(lower("A down-link of 100 Mbps or more")).toBe("a down-link of 100 Mbps or more");
  expect(lower("100 Mbps or more")).toBe("100 Mbps or more");
});

it("leaves names and abbreviations as they are, wherever they stand", () => {
  expect(lower("Gini coefficient")).toBe("Gini coefficient");
  expect(lower("Yulu plan pupils")).toBe("Yulu plan pupils");
  expect(lower("Vocational students eligible under the Yulu plan")).toBe(
    "vocational students eligible under the Yulu plan",
  );
  expect(lower("Households in class C or D dwellings, or none")).toBe(
    "households in class C or D dwellings, or none",
  );
  expect(lower("Lower Layer Super Output Areas (LSOA)")).toBe("lower layer super output areas (LSOA)");
  expect(lower("LSOAs")).toBe("LSOAs");
});

it("lowers every label of a sum", () => {
  expect(lower("Pupils + 2 × (Full-time teachers + School sites)")).toBe(
    "pupils + 2 × (full-time teachers + school sites)",
  );
  expect(lower("Poor people deprived in: Years of schooling")).toBe(
    "poor people deprived in: years of schooling",
  );
});

it("changes the first letter of a label of the registry at most, and that of no name", () => {
  const labels = [...INDICATORS, ...MEASURES, ...DEPRIVATIONS].map(({ label }) => label.en);
  expect(labels.length).toBeGreaterThan(80);
  for (const label of labels) {
    const isName = /^(Gini|Yulu|Lorenz)/.test(label);
    const first = isName ? label[0]! : label[0]!.toLowerCase();
    const colon = label.replace(/: \p{Lu}/u, (start) => start.toLowerCase());
    expect(lower(label)).toBe(first + colon.slice(1));
  }
});

it("counts one in the singular", () => {
  const { withUnit } = panels.panels;
  expect([withUnit("1", "pupils"), withUnit("21", "pupils"), withUnit("7", "")]).toEqual([
    "1 pupil",
    "21 pupils",
    "7",
  ]);
});
