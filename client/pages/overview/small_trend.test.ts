import { expect, it } from "vitest";
import { TREND_BOX, placeSmallTrend, spanOf } from "./small_trend.ts";

const points = [
  { period: "2020", count: 100 },
  { period: "2021", count: null },
  { period: "2022", count: 50 },
];

it("begins the axis at zero, so that half as many is half as high", () => {
  const { dot } = placeSmallTrend(points, []);
  const { height, edge, width } = TREND_BOX;
  expect(dot).toEqual({ x: width - edge, y: (height - 1 + edge) / 2 });
});

it("draws nothing over a gap, and joins nothing across a change of method", () => {
  expect(placeSmallTrend(points, []).line.match(/M/g)).toHaveLength(2);
  const whole = points.map((point) => ({ ...point, count: point.count ?? 70 }));
  expect(placeSmallTrend(whole, []).line.match(/M/g)).toHaveLength(1);
  expect(placeSmallTrend(whole, ["2022"]).line.match(/M/g)).toHaveLength(2);
});

it("places nothing where everything is missing, and zeros on the ground", () => {
  const nothing = points.map((point) => ({ ...point, count: null }));
  expect(placeSmallTrend(nothing, [])).toEqual({ line: "", area: "", dot: null });
  const zeros = points.map((point) => ({ ...point, count: 0 }));
  expect(placeSmallTrend(zeros, []).dot?.y).toBe(TREND_BOX.height - 1);
});

it("compares the first count with that of the shown period", () => {
  const always = (): boolean => true;
  expect(spanOf(points, "2022", always)?.change).toBe(-0.5);
  expect(spanOf(points, "2022", () => false)?.change).toBeNull();
  expect(spanOf(points, "2021", always)).toBeNull();
  expect(spanOf(points, "2020", always)).toBeNull();
  expect(spanOf([{ period: "2020", count: 0 }, points[2]!], "2022", always)?.change).toBeNull();
});
