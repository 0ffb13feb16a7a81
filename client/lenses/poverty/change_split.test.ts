import fc from "fast-check";
import { expect, it } from "vitest";
import { splitChange } from "./change_split.ts";

const trend = (...values: (number | undefined)[]) => ({
  trend: values.map((value, at) => ({
    period: String(2014 + at),
    ...(value === undefined ? {} : { value }),
  })),
});

it("splits a fall from 0.5 × 0.6 to 0.3 × 0.5 into −0.11 through incidence and −0.04 through intensity", () => {
  // ΔH (A + A′)/2 = −0.2 × 0.55; ΔA (H + H′)/2 = −0.1 × 0.4.
  const split = splitChange(trend(0.5, 0.3), trend(0.6, 0.5), "2015")!;
  expect(split.incidence).toBeCloseTo(-0.11, 12);
  expect(split.intensity).toBeCloseTo(-0.04, 12);
  expect(split.from).toEqual({ period: "2014", mpi: 0.3 });
});

it("adds up to the change of M0 for any two periods", () => {
  const share = fc.double({ min: 0.001, max: 1, noNaN: true });
  fc.assert(
    fc.property(share, share, share, share, (h, h2, a, a2) => {
      const { from, to, incidence, intensity } = splitChange(trend(h, h2), trend(a, a2), "2015")!;
      expect(incidence + intensity).toBeCloseTo(to.mpi - from.mpi, 12);
    }),
  );
});

it("starts at the first period with both values, and says nothing without two", () => {
  expect(splitChange(trend(undefined, 0.4, 0.3), trend(0.5, 0.5, 0.5), "2016")?.from.period).toBe("2015");
  expect(splitChange(trend(0.4, 0.3), trend(0.5, 0.5), "2014")).toBeNull();
  expect(splitChange(trend(0.4, undefined), trend(0.5, 0.5), "2015")).toBeNull();
  expect(splitChange(undefined, undefined, "2015")).toBeNull();
});
