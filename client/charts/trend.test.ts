import { expect, it } from "vitest";
import { placeTrend } from "./trend.ts";

const box = { width: 100, height: 50, left: 0, right: 0, top: 0, bottom: 0 };

it("leaves a gap where a value is missing instead of drawing through it", () => {
  const { path, dots, missing } = placeTrend(
    [
      { period: "2019", value: 10 },
      { period: "2020" },
      { period: "2021", value: 5 },
      { period: "2022", value: 0 },
    ],
    box,
  );
  expect(path.match(/M/g)).toHaveLength(2);
  expect(dots.map(({ period }) => period)).toEqual(["2019", "2021", "2022"]);
  expect(missing.map(({ period }) => period)).toEqual(["2020"]);
});

it("starts the axis at zero", () => {
  const { dots } = placeTrend(
    [
      { period: "2021", value: 10 },
      { period: "2022", value: 5 },
    ],
    box,
  );
  expect(dots.map(({ x, y }) => [x, y])).toEqual([
    [0, 0],
    [100, 25],
  ]);
});

it("draws nothing for nothing, and zero as a value", () => {
  expect(placeTrend([], box).dots).toEqual([]);
  expect(placeTrend([{ period: "2022", value: 0 }], box).dots).toHaveLength(1);
});

it("does not join figures of different methods", () => {
  const points = ["2018", "2019", "2020", "2021"].map((period, i) => ({ period, value: i + 1 }));
  const { path } = placeTrend(points, box, ["2020"]);
  expect(path.match(/M/g)).toHaveLength(2);
  expect(path.match(/L/g)).toHaveLength(2);
});
