import { expect, it } from "vitest";
import { wordsOf } from "#client/i18n/words.ts";
import { termInWords } from "./terms.ts";

const measures = [
  { id: "a", label: { en: "A", zh: "甲" }, unit: "persons" as const },
  { id: "b", label: { en: "B", zh: "乙" }, unit: "persons" as const },
];
const en = wordsOf("en");

it("writes a sum of measures by their labels", () => {
  expect(termInWords({ a: 1, b: 2 }, measures, en)).toBe("A + 2 × B");
  expect(termInWords({ a: 1, b: -1 }, measures, en)).toBe("A − B");
  expect(termInWords({ a: 1 }, measures, wordsOf("zh"))).toBe("甲");
});

it("says once what all labels begin with", () => {
  const deprived = ["schooling", "housing"].map((id) => ({
    id,
    label: { en: `Deprived in: ${id}` },
    unit: "persons" as const,
  }));
  expect(termInWords({ schooling: 3, housing: 2 }, deprived, en)).toBe(
    "Deprived in: 3 × schooling + 2 × housing",
  );
  expect(termInWords({ schooling: 1 }, deprived, en)).toBe("Deprived in: schooling");
});

it("puts a shared weight before a bracket", () => {
  expect(termInWords({ a: 4, b: 4 }, measures, en)).toBe("4 × (A + B)");
});
