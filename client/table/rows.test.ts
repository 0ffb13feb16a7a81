import { describe, expect, it } from "vitest";
import type { AreaValue } from "#domain/contract/values";
import { DEFAULT_SORT, rankRows, sortRows } from "./rows.ts";

const area = (code: string, rest: Partial<AreaValue>): AreaValue => ({
  code,
  name: code,
  names: { en: code },
  ...rest,
});

const areas = [
  area("a", { value: 0.2, previous: 0.5, numerator: 20, denominator: 100 }),
  area("b", { missing: "not-surveyed" }),
  area("c", { value: 0.4, numerator: 4, denominator: 10 }),
  area("d", { value: 0.2, previous: 0.1, numerator: 2, denominator: 10 }),
  area("e", { value: 0, previous: 0, numerator: 0, denominator: 10 }),
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

  it("gives no rows for no areas", () => {
    expect(rankRows([], { polarity: "neutral" }, ({ name }) => name)).toEqual([]);
  });
});
