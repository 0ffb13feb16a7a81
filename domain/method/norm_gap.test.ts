import fc from "fast-check";
import { expect, it } from "vitest";
import { INDICATORS } from "#domain/registry/index";
import { normGap } from "./norm_gap.ts";

const label = { en: "" };

it("asks for ⌈pupils / ratio⌉ teachers: 200 pupils at 1:19 need 11, and 9 leave 2 missing", () => {
  const ratio = INDICATORS.find(({ id }) => id === "pupil_teacher_ratio")!;
  expect(normGap(ratio, { numerator: 200, denominator: 9 })).toEqual({
    measure: "teachers",
    required: 11,
    present: 9,
    gap: 2,
  });
  expect(normGap(ratio, { numerator: 190, denominator: 12 })?.gap).toBe(-2);
});

it("asks for a bed for each boarder, and names a surplus as one", () => {
  const beds = INDICATORS.find(({ id }) => id === "boarding_bed_coverage")!;
  expect(normGap(beds, { numerator: 80, denominator: 100 })).toMatchObject({ required: 100, gap: 20 });
  expect(normGap(beds, { numerator: 120, denominator: 100 })?.gap).toBe(-20);
});

it("counts in units of the measure, not of the weighted sum", () => {
  const devices = {
    polarity: "higher-is-better" as const,
    numerator: { terminals: 100 },
    denominator: { pupils: 1 },
    norm: { value: 10, label },
  };
  // 250 pupils at 10 per 100 need 25 terminals; 20 are there.
  expect(normGap(devices, { numerator: 2000, denominator: 250 })).toEqual({
    measure: "terminals",
    required: 25,
    present: 20,
    gap: 5,
  });
});

it("is silent without a norm, for a sum and for sides of several measures", () => {
  const base = { polarity: "higher-is-better" as const, numerator: { a: 1 }, denominator: { b: 1 } };
  const sums = { numerator: 1, denominator: 2 };
  expect(normGap(base, sums)).toBeNull();
  expect(normGap({ ...base, norm: { value: 0, label } }, sums)).toBeNull();
  expect(normGap({ ...base, norm: { value: 1, label }, denominator: null }, sums)).toBeNull();
  expect(normGap({ ...base, norm: { value: 1, label }, numerator: { a: 1, c: 1 } }, sums)).toBeNull();
});

it("is zero or less exactly where the norm is met", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100_000 }),
      fc.integer({ min: 1, max: 100_000 }),
      fc.integer({ min: 1, max: 40 }),
      (pupils, teachers, ratio) => {
        const indicator = {
          polarity: "higher-is-worse" as const,
          numerator: { pupils: 1 },
          denominator: { teachers: 1 },
          norm: { value: ratio, label },
        };
        const { gap } = normGap(indicator, { numerator: pupils, denominator: teachers })!;
        expect(gap <= 0).toBe(pupils <= ratio * teachers);
      },
    ),
  );
});
