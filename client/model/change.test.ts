// Of a sum whose areas differ between two periods only what is common to both is compared.

import { expect, it } from "vitest";
import { changeOf, changeOfPart, changeSince } from "./change.ts";

const INDICATOR = { polarity: "neutral", unit: "persons" } as const;
const entry = (common: { since: string; coverage: number; by?: number }) => ({
  value: 11,
  coverage: 0.5,
  trend: [
    { period: "2020", value: 40 },
    { period: "2021", value: 11, coverage: 0.5 },
  ],
  common,
});

it("compares nothing as a whole of which only a part is in both periods", () => {
  const part = entry({ since: "2020", coverage: 0.5, by: -2 });
  expect(changeOf(part, "2021", INDICATOR)).toBeNull();
  expect(changeOfPart(part, INDICATOR)).toEqual({
    since: "2020",
    coverage: 0.5,
    change: { by: -2, since: "2020", direction: "less" },
  });
});

it("says that nothing is common", () => {
  expect(changeOfPart(entry({ since: "2020", coverage: 0 }), INDICATOR)).toEqual({
    since: "2020",
    coverage: 0,
    change: null,
  });
});

it("compares as ever where the same part is counted in both", () => {
  const same = {
    ...entry({ since: "2020", coverage: 0.5, by: -29 }),
    trend: [
      { period: "2020", value: 40, coverage: 0.5 },
      { period: "2021", value: 11, coverage: 0.5 },
    ],
  };
  expect(changeOf(same, "2021", INDICATOR)).toEqual({ by: -29, since: "2020", direction: "less" });
  expect(changeOfPart(same, INDICATOR)).toBeNull();
});

it("compares with the period that is asked for, unless areas or method differ", () => {
  const between = { period: "2021", since: "2014" };
  const known = {
    value: 11,
    coverage: 1,
    trend: [
      { period: "2014", value: 5 },
      { period: "2020", value: 40 },
    ],
  };
  const ratio = { polarity: "higher-is-worse", unit: "persons", denominator: { persons: 1 } } as const;
  expect(changeSince(known, between, ratio)).toEqual({ by: 6, since: "2014", direction: "worse" });
  expect(changeSince(known, { ...between, since: "2013" }, ratio)).toBeNull();
  const methodChanges = [{ period: "2018", label: { en: "new" } }];
  expect(changeSince(known, between, { ...ratio, methodChanges })).toBeNull();
  expect(changeSince({ ...known, coverage: 0.5 }, between, { ...ratio, denominator: null })).toBeNull();
});
