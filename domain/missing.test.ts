import { expect, test } from "vitest";
import { HAS_VALUE, MISSING, MISSING_REASONS, missingOfStatus, moreSevere } from "./missing.ts";

const rows = Object.values(MISSING);

test("no two reasons share a status byte, a tile code, a severity or a text of a cell", () => {
  const lists: readonly (readonly (string | number)[])[] = [
    rows.map(({ status }) => status),
    rows.map(({ tileCode }) => tileCode),
    rows.map(({ severity }) => severity),
    rows.flatMap(({ cellTexts }): readonly string[] => cellTexts),
  ];
  for (const list of lists) expect(new Set(list).size).toBe(list.length);
  for (const { status, tileCode, cellTexts } of rows) {
    expect(status > HAS_VALUE && status < 256).toBe(true);
    expect(tileCode).toMatch(/^[A-Z/]{3}$/);
    for (const text of cellTexts) expect(text).toBe(text.toLowerCase());
  }
});

test("a status byte is its reason, and an unknown one is refused with those that are known", () => {
  for (const reason of MISSING_REASONS) expect(missingOfStatus(MISSING[reason].status)).toBe(reason);
  for (const status of [HAS_VALUE, 200])
    expect(() => missingOfStatus(status)).toThrow(
      `unknown status byte ${status}: known are 1 (not-surveyed), 2 (suppressed), 3 (not-applicable)`,
    );
});

test("of two reasons not surveyed comes before withheld, and withheld before does not apply", () => {
  const [unsurveyed, suppressed, inapplicable] = MISSING_REASONS.map((reason) => MISSING[reason].status);
  expect(moreSevere(suppressed!, unsurveyed!)).toBe(unsurveyed);
  expect(moreSevere(suppressed!, inapplicable!)).toBe(suppressed);
  expect(moreSevere(HAS_VALUE, inapplicable!)).toBe(inapplicable);
  expect(moreSevere(inapplicable!, HAS_VALUE)).toBe(inapplicable);
  expect(moreSevere(HAS_VALUE, HAS_VALUE)).toBe(HAS_VALUE);
});
