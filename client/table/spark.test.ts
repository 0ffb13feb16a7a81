import { expect, it } from "vitest";
import { SPARK, placeSpark, sparkScale } from "./spark.ts";

const YEARS = ["2014", "2015", "2016", "2017"];
const left = SPARK.edge;
const right = SPARK.width - SPARK.edge;
const [top, bottom] = [SPARK.edge, SPARK.height - SPARK.edge];

it("puts all rows on one scale that holds 0", () => {
  const rows = [
    [1, 2, "not-surveyed", 4],
    [8, 6, 4, 2],
  ] as const;
  const scale = sparkScale(YEARS, rows);
  expect(scale.domain).toEqual([0, 8]);
  expect(placeSpark(rows[1], scale, ["2014", "2017"]).marks).toEqual([
    { x: left, y: top },
    { x: right, y: bottom + (top - bottom) / 4 },
  ]);
  expect(sparkScale(YEARS, [[-2, -1, -2, -3]]).domain).toEqual([-3, 0]);
  expect(sparkScale(YEARS, [["suppressed", 0, 0, 0]]).domain).toEqual([0, 1]);
});

it("leaves a gap for a missing value, and marks nothing there", () => {
  const values = [8, "not-surveyed", 4, 2] as const;
  const spark = placeSpark(values, sparkScale(YEARS, [values]), ["2015"]);
  expect(spark.path.match(/M/g)).toHaveLength(2);
  expect(spark.path).toContain(`M${left},${top}Z`);
  expect(spark.marks).toEqual([]);
});

it("does not join figures of two methods", () => {
  const values = [8, 6, 4, 2];
  const joined = placeSpark(values, sparkScale(YEARS, [values]), []);
  expect(joined.path.match(/M/g)).toHaveLength(1);
  const parted = placeSpark(values, sparkScale(YEARS, [values], ["2016"]), []);
  expect(parted.path.match(/[ML]/g)).toEqual(["M", "L", "M", "L"]);
});
