import { describe, expect, it } from "vitest";
import type { AreaValue } from "#domain/contract/values";
import { DEFAULT_SORT, countedMeasure, rankRows, sortRows, standOut } from "./ranking.ts";

const area = (code: string, rest: Partial<AreaValue>): AreaValue => ({
  code,
  name: code,
  names: { en: code },
  ...rest,
});

const areas = [
  area("a", { rankFirst: 2, rankLast: 3, value: 0.2, previous: 0.5, numerator: 20, denominator: 100 }),
  area("b", { missing: "not-surveyed" }),
  area("c", { rankFirst: 1, rankLast: 1, value: 0.4, numerator: 4, denominator: 10 }),
  area("d", { rankFirst: 2, rankLast: 3, value: 0.2, previous: 0.1, numerator: 2, denominator: 10 }),
  area("e", { rankFirst: 4, rankLast: 4, value: 0, previous: 0, numerator: 0, denominator: 10 }),
];
const codes = (rows: readonly { area: AreaValue }[]): string => rows.map((row) => row.area.code).join("");
const ranked = rankRows(areas, { polarity: "higher-is-worse" }, ({ name }) => name);

describe("rows", () => {
  it("ranks from the worst end, gives ties one rank, and puts the missing last without a rank", () => {
    expect(codes(ranked)).toBe("cadeb");
    expect(ranked.map(({ rank }) => rank)).toEqual([1, 2, 2, 4, null]);
  });

  it("turns the order round where more is better", () => {
    const rows = rankRows(areas, { polarity: "higher-is-better" }, ({ name }) => name);
    expect(codes(rows)).toBe("eadcb");
  });

  it("keeps zero a value and a missing value no number", () => {
    const zero = ranked.find((row) => row.area.code === "e")!;
    expect([zero.rank, zero.change]).toEqual([4, 0]);
  });

  it("sorts by each column in both directions with the missing last", () => {
    expect(codes(sortRows(ranked, DEFAULT_SORT, "en"))).toBe("cadeb");
    expect(codes(sortRows(ranked, { key: "rank", isReversed: true }, "en"))).toBe("eadcb");
    expect(codes(sortRows(ranked, { key: "name", isReversed: false }, "en"))).toBe("abcde");
    expect(codes(sortRows(ranked, { key: "numerator", isReversed: false }, "en"))).toBe("acdeb");
    expect(codes(sortRows(ranked, { key: "change", isReversed: false }, "en"))).toBe("deacb");
    expect(codes(sortRows(ranked, { key: "change", isReversed: true }, "en"))).toBe("aedcb");
  });

  it("sorts what is not ranked behind by rank, and by its figure by value", () => {
    const rows = rankRows(
      [area("u", { value: 0.9, reliability: "unreliable" }), ...areas],
      { polarity: "higher-is-worse" },
      ({ name }) => name,
    );
    expect(codes(sortRows(rows, DEFAULT_SORT, "en"))).toBe("cadeub");
    expect(codes(sortRows(rows, { key: "value", isReversed: false }, "en"))).toBe("ucadeb");
  });

  it("gives no rows for no areas", () => {
    expect(rankRows([], { polarity: "neutral" }, ({ name }) => name)).toEqual([]);
  });
});

describe("what stands out", () => {
  const full = { polarity: "higher-is-worse" } as const;
  const sampled = { ...full, sampling: { sample: "n", population: "of" } };
  const one = (code: string, value: number, ciLow: number, ciHigh: number): AreaValue =>
    area(code, { value, ciLow, ciHigh, reliability: "reliable", rankFirst: 1, rankLast: 9 });
  const rowsOf = (of: readonly AreaValue[], polarity = full) => rankRows(of, polarity, ({ name }) => name);

  it("of full counts is the first of them, ties at the end told", () => {
    const { listed, alike } = standOut(ranked, 2, full);
    expect([codes(listed), alike]).toEqual(["ca", 1]);
    expect(standOut([], 5, full)).toEqual({ listed: [], alike: 0 });
  });

  it("of a sample is only what can be told apart from the last place", () => {
    const rows = rowsOf([
      one("a", 0.9, 0.8, 0.95),
      one("b", 0.5, 0.3, 0.7),
      one("c", 0.45, 0.3, 0.6),
      one("d", 0.1, 0, 0.2),
    ]);
    const { listed, alike } = standOut(rows, 2, sampled);
    expect([codes(listed), alike]).toEqual(["a", 2]);
    expect(standOut(rows, 1, sampled)).toEqual({ listed: [], alike: 1 });
  });

  it("counts from the low end where more is better", () => {
    const better = { polarity: "higher-is-better" } as const;
    const rows = rankRows(
      [one("a", 0.1, 0.05, 0.2), one("b", 0.5, 0.4, 0.6), one("c", 0.55, 0.45, 0.65)],
      better,
      ({ name }) => name,
    );
    const { listed, alike } = standOut(rows, 2, { ...better, sampling: sampled.sampling });
    expect([codes(listed), alike]).toEqual(["a", 2]);
  });
});

describe("The count beside a ratio", () => {
  it("is the one measure that is counted, and none where several are weighed or nothing is divided", () => {
    const persons = { persons: 1 };
    const share = { denominator: persons, unit: "share" } as const;
    expect(countedMeasure({ ...share, numerator: { poor_persons: 1 } })).toBe("poor_persons");
    expect(countedMeasure({ ...share, numerator: { deprived_a: 2, deprived_b: 3 } })).toBeNull();
    expect(countedMeasure({ ...share, numerator: persons, denominator: null })).toBeNull();
    const mean = { denominator: { pupils: 1 }, unit: "minutes" } as const;
    expect(countedMeasure({ ...mean, numerator: { pupil_minutes: 1 } })).toBeNull();
  });
});
