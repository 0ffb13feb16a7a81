import { describe, expect, it } from "vitest";
import { INDICATORS } from "#domain/registry/index";
import { wilsonInterval } from "#domain/method/uncertainty";
import { changeColumn, reliabilityColumn } from "./derived.ts";
import { estimateChange, estimateColumn, intervalAt, reliabilityAt, type ColumnSums } from "./estimate.ts";
import { rankRanges } from "./rank.ts";
import type { ExactColumn } from "#server/column_store/column";

const indicator = (id: string) => INDICATORS.find((indicator) => indicator.id === id)!;
const column = (numerator: number[], denominator: number[] | null, status?: number[]): ExactColumn => ({
  numerator: Float64Array.from(numerator),
  denominator: denominator && Float64Array.from(denominator),
  status: Uint8Array.from(status ?? numerator.map(() => 0)),
  covered: Float32Array.from(numerator, () => 1),
});
const measures =
  (known: Record<string, ColumnSums>) =>
  (id: string): ColumnSums | undefined =>
    known[id];

// Four villages of 200 people in 100 households: 30 poor of 50 households asked, none of 50, 20 of all 100, and one without a sample size.
const headcount = column([30, 0, 20, 20], [200, 200, 200, 200]);
const sizes = measures({
  surveyed_households: column([50, 50, 100, 0], null, [0, 0, 0, 1]),
  survey_frame_households: column([100, 100, 100, 100], null),
});
const estimates = estimateColumn(indicator("headcount_ratio"), "2020", headcount, sizes)!;

describe("a sampled share", () => {
  it("has the interval of the households asked, also of none poor; a full count and an unknown sample have none", () => {
    expect(intervalAt(estimates, 0)).toEqual(wilsonInterval(7.5, 50, 100));
    expect(intervalAt(estimates, 1)).toEqual(wilsonInterval(0, 50, 100));
    expect([intervalAt(estimates, 2), intervalAt(estimates, 3)]).toEqual([null, null]);
    expect([0, 1, 2, 3].map((idx) => reliabilityAt(estimates, idx))).toEqual([
      "caution",
      "reliable",
      "full-count",
      undefined,
    ]);
  });

  it("becomes a column of numbers that is missing where nothing is known", () => {
    const { numerator, status } = reliabilityColumn(headcount, estimates);
    expect([...numerator]).toEqual([1, 0, 0, 0]);
    expect([...status]).toEqual([0, 0, 0, 1]);
    expect([...reliabilityColumn(headcount, null).status]).toEqual([0, 0, 0, 0]);
  });

  it("of what every unit was asked for has no estimate", () => {
    expect(estimateColumn(indicator("mpi"), "2020", headcount, sizes)).toBeNull();
  });
});

it("gives a sampled sum the interval of its mean, in its own unit", () => {
  // Line 3,000 yuan for 200 people; a gap of 10 % in the mean, of 2 % in the mean square: CV √((0.02 − 0.01)/49 · 50/99) / 0.1.
  const line = 200 * 300_000;
  const known = measures({
    surveyed_households: column([50], null),
    survey_frame_households: column([100], null),
    income_line_fen: column([line], null),
    squared_income_gap: column([2], null),
    squared_income_line: column([100], null),
  });
  const total = estimateColumn(indicator("poverty_gap_total"), "2020", column([line / 10], null), known)!;
  const half = 1.959963984540054 * Math.sqrt((0.01 / 49) * (50 / 99)) * line;
  expect(intervalAt(total, 0)!.low / (line / 10 - half)).toBeCloseTo(1, 10);
  const ratio = estimateColumn(indicator("poverty_gap"), "2020", column([line / 10], [line]), known)!;
  expect(intervalAt(ratio, 0)!.high * line).toBeCloseTo(intervalAt(total, 0)!.high, 3);
});

it("tells a change from none where the interval excludes 0", () => {
  const later = column([80, 2, 10, 10], [200, 200, 200, 200]);
  const laterEstimates = estimateColumn(indicator("headcount_ratio"), "2020", later, sizes);
  const change = estimateChange(
    { column: headcount, estimates },
    { column: later, estimates: laterEstimates },
  )!;
  expect([0, 1, 2, 3].map((idx) => reliabilityAt(change, idx))).toEqual([
    "reliable",
    "unreliable",
    "full-count",
    undefined,
  ]);
  expect(
    estimateChange({ column: headcount, estimates: null }, { column: later, estimates: null }),
  ).toBeNull();
});

it("subtracts where both are there and measured alike", () => {
  const earlier = column([1, 2, 0], [4, 4, 4], [0, 0, 1]);
  const later = column([3, 0, 0], [4, 4, 4], [0, 2, 2]);
  const change = changeColumn(earlier, later, true);
  expect([...change.numerator]).toEqual([0.5, 0, 0]);
  expect([...change.status]).toEqual([0, 2, 1]);
  expect([...changeColumn(earlier, later, false).status]).toEqual([3, 2, 1]);
});

describe("rank ranges", () => {
  it("are one rank where all are counted, shared by ties, from the worst end", () => {
    const values = column([3, 1, 3, 9], [1, 1, 1, 0], [0, 0, 0, 3]);
    const ranges = rankRanges(values, null, "higher-is-worse", 0, 3);
    expect(ranges.map((range) => range && [range.rankFirst, range.rankLast])).toEqual([
      [1, 2],
      [3, 3],
      [1, 2],
      undefined,
    ]);
    expect(rankRanges(values, null, "higher-is-better", 1, 2)[0]).toEqual({ rankFirst: 1, rankLast: 1 });
  });

  it("overlap where intervals do, and leave out what is unreliable or unknown", () => {
    const ranges = rankRanges(headcount, estimates, "higher-is-worse", 0, 3);
    expect(ranges[0]).toEqual({ rankFirst: 1, rankLast: 2 });
    expect(ranges[1]).toEqual({ rankFirst: 3, rankLast: 3 });
    expect(ranges[2]).toEqual({ rankFirst: 1, rankLast: 2 });
    expect(ranges[3]).toBeUndefined();
  });
});
