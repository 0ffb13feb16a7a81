import { expect, it } from "vitest";
import { INDICATORS, MEASURES } from "#domain/registry/index";
import { LENSES } from "#domain/lens";
import { DEPRIVATIONS } from "#domain/registry/multidimensional";
import { MISSING } from "#domain/missing";
import { INDICATOR_THEMES } from "#domain/theme";
import { capitalise } from "./capitalise.ts";
import { wordsOf } from "./words.ts";

const en = wordsOf("en");
const zh = wordsOf("zh");

it("begins what stands alone with a capital, and leaves digits, symbols and Chinese as they are", () => {
  expect(capitalise("poverty gap index")).toBe("Poverty gap index");
  expect(capitalise("Gini coefficient")).toBe("Gini coefficient");
  expect(capitalise("100 Mbps or more")).toBe("100 Mbps or more");
  expect(capitalise("eSchool sites")).toBe("eSchool sites");
  expect(capitalise("村")).toBe("村");
});

it("finds every label of the registry as it stands inside a sentence", () => {
  const labels = [
    ...[...INDICATORS, ...MEASURES, ...DEPRIVATIONS].map(({ label }) => label.en!),
    ...Object.values(LENSES).map(({ label }) => label.en),
    ...Object.values(INDICATOR_THEMES).map(({ en: label }) => label),
    ...Object.values(MISSING).map(({ label }) => label.en),
  ];
  expect(labels.length).toBeGreaterThan(90);
  expect(labels.filter((label) => /^\p{Lu}/u.test(label))).toEqual(["Gini coefficient of income"]);
});

it("names an indicator alone, in a sentence, and where there is little room", () => {
  const mpi = INDICATORS.find(({ id }) => id === "mpi")!;
  const gap = INDICATORS.find(({ id }) => id === "teacher_shortage")!;
  expect(en.title(mpi)).toBe("Multidimensional poverty index M0");
  expect(en.name(mpi)).toBe("multidimensional poverty index M0");
  expect([en.shortTitle(mpi), en.shortTitle(gap), en.shortName(gap)]).toEqual([
    "M0",
    "Teacher shortage",
    "teacher shortage",
  ]);
});

it("puts the form of a word that goes with its number", () => {
  const county = { label: { en: "county", zh: "县" }, plural: { en: "counties" } };
  expect([en.areas(county, 1), en.areas(county, 21), en.areas(county, 1200)]).toEqual([
    "1 county",
    "21 counties",
    "1,200 counties",
  ]);
  expect([zh.areas(county, 1), zh.plural(county)]).toEqual(["1 个县", "县"]);
  const { withUnit } = en.t;
  expect([
    withUnit(1, "1", "pupils"),
    withUnit(21, "21", "persons"),
    withUnit(1, "1", "persons"),
    withUnit(7, "7", "count"),
  ]).toEqual(["1 pupil", "21 people", "1 person", "7"]);
});

it("says in Chinese what officials said in the years of the period", () => {
  const poor = MEASURES.find(({ id }) => id === "poor_persons")!.label;
  expect(wordsOf("zh", "2020").text(poor)).toBe("贫困人口");
  expect(wordsOf("zh", "2021").text(poor)).toBe("低收入人口");
  expect(zh.t.panels.mainCauses("2019")).toBe("主要致贫原因");
  expect(zh.t.panels.mainCauses("2022")).toBe("主要返贫致贫风险原因");
  expect(zh.t.since("2021", "2022")).toBe("较上年（2021）");
  expect(zh.t.since("2014", "2022")).toBe("较 2014 年");
});

it("counts visits and tasks as what they are, and not as people who are left out", () => {
  const figure = (text: string) => ({ text, of: { kind: "mode", mode: "bivariate", at: null } }) as const;
  const facts = { unit: "count", count: 12, missing: figure("12"), total: figure("340") } as const;
  const read = (parts: readonly (string | { readonly text: string })[]): string =>
    parts.map((part) => (typeof part === "string" ? part : part.text)).join("");
  expect(read(zh.t.panels.notReached({ ...facts, measure: "visits_due" }))).toBe(
    "应走访 340 次，未按期 12 次。",
  );
  expect(read(en.t.panels.notReached({ ...facts, measure: "tasks_due" }))).toBe(
    "340 tasks due, 12 not closed on time.",
  );
  expect(read(zh.t.panels.notReached({ ...facts, measure: "target_households", unit: "households" }))).toBe(
    "未覆盖 12 户，共 340。",
  );
});
