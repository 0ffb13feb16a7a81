// Shares in words that are near the number, and only for those among whom few are worse off.

import { expect, test } from "vitest";
import { portalWords } from "./i18n/words.ts";
import { isAmongHardest, plainFraction } from "./wording.ts";

test("a share is said as a simple fraction where one is near, else out of a hundred", () => {
  expect(plainFraction(0.74)).toEqual({ part: 3, of: 4 });
  expect(plainFraction(0.335)).toEqual({ part: 1, of: 3 });
  expect(plainFraction(0.56)).toEqual({ part: 56, of: 100 });
  expect(plainFraction(0.004)).toEqual({ part: 0, of: 100 });
  for (let share = 0; share <= 1; share += 0.001) {
    const { part, of } = plainFraction(share);
    expect(Math.abs(part / of - share)).toBeLessThanOrEqual(0.0151);
  }
});

test("the sentence reads in both languages", () => {
  const most = plainFraction(0.74);
  expect(portalWords("zh").headline(most, "persons", "多维贫困")).toBe("每 4 个人里约有 3 个多维贫困");
  expect(portalWords("zh").headline(most, "households", "住房不安全")).toBe("每 4 户里约有 3 户住房不安全");
  expect(portalWords("en").headline(most, "persons", "poor")).toBe("About 3 in 4 people are poor");
  expect(portalWords("en").headline(plainFraction(0.001), "persons", "poor")).toBe(
    "Fewer than 1 in 100 people are poor",
  );
});

test("only the worst fifth is among the hardest hit, and nobody among very few", () => {
  const others = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  expect(isAmongHardest(10, others, true)).toBe(true);
  expect(isAmongHardest(9, others, true)).toBe(true);
  expect(isAmongHardest(8, others, true)).toBe(false);
  expect(isAmongHardest(1, others, false)).toBe(true);
  expect(isAmongHardest(4, [1, 2, 3, 4], true)).toBe(false);
});

test("every language has every word", () => {
  const keysOf = (words: object): string[] =>
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === "object" && !Array.isArray(value)
        ? keysOf(value as object).map((own) => `${key}.${own}`)
        : [key],
    );
  expect(keysOf(portalWords("zh")).sort()).toEqual(keysOf(portalWords("en")).sort());
});
