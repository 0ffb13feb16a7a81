import { expect, it } from "vitest";
import { BIVARIATE_COLOURS, bivariateAxis } from "#domain/bivariate";
import { colourOf, swatchOf } from "./fill.ts";
import { boundsOf, bivariateFill, pickOfClass, tercilesOf } from "./bivariate_fill.ts";

const needs = [0.02, 0.05, 0.3];
const help = [0, 0.4, 0.9];
const side = (values: number[], polarity: "higher-is-worse" | "higher-is-better", indicator: string) => ({
  indicator,
  period: "2022",
  periods: ["2022"],
  axis: bivariateAxis(values, { polarity, denominator: { households: 1 } }),
});
const answer = {
  need: side(needs, "higher-is-worse", "mpi"),
  other: side(help, "higher-is-better", "help_plan_coverage"),
};
const colourAt = (need: number, other: number): string | null => {
  const fill = bivariateFill(answer, "light");
  return colourOf(fill, swatchOf(fill, [need, other])!);
};

it("paints high need with nothing registered black and low need with full help in the lightest grey", () => {
  expect(colourAt(0.3, 0)).toBe("#000000");
  expect(colourAt(0.02, 0.9)).toBe("#f3f3f3");
  expect(colourAt(0.3, 0.9)).toBe("#f3b300");
  expect(colourAt(0.02, 0)).toBe("#509dc2");
});

it("points at the class whose colour the legend shows", () => {
  const fill = bivariateFill(answer, "dark");
  for (let at = 0; at < 9; at++)
    expect(fill.colours[pickOfClass(answer, at) as number]).toBe(BIVARIATE_COLOURS.dark[at]);
});

it("points at nothing where a class cannot occur", () => {
  const same = { ...answer, other: side([0, 1], "higher-is-better", "clinic_coverage") };
  expect(pickOfClass(same, 4)).toBeNull();
  expect(pickOfClass(same, 8)).toBe(4);
});

it("writes the bounds of an axis from its good end", () => {
  expect(boundsOf(answer.need.axis)).toEqual(answer.need.axis.breaks);
  expect(boundsOf(answer.other.axis)).toEqual([0.65, 0]);
  expect(tercilesOf(answer.other.axis)).toEqual([0, 1, 2]);
});
