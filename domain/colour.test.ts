import { expect, test } from "vitest";
import { SIGHTS, colourDistance, contrast } from "#domain/method/reference/colour_distance";
import type { Sight } from "#domain/method/reference/colour_distance";
import { luminance } from "./colour.ts";
import { CHANGE_COLOURS, LENS_RAMPS } from "./lens_colours.ts";

const sights = Object.keys(SIGHTS) as Sight[];
const adjacent = (ramp: readonly string[], sight: Sight): number =>
  Math.min(...ramp.slice(1).map((colour, i) => colourDistance(ramp[i]!, colour, sight)));

const anyPair = (colours: readonly string[], sight: Sight): number =>
  Math.min(
    ...colours.flatMap((colour, i) =>
      colours.slice(i + 1).map((other) => colourDistance(colour, other, sight)),
    ),
  );
/** Neighbours of a ramp, and all pairs of a square, are told apart from this distance on. */
const APART = 10;

// Reference distances worked out independently: ColorBrewer (Harrower & Brewer 2003), cividis, for normal sight and three
// dichromacies.
test.each([
  ["OrRd", ["#fef0d9", "#fdcc8a", "#fc8d59", "#e34a33", "#b30000"], [17.57, 17.82, 15.14, 21.28]],
  ["YlGnBu", ["#ffffcc", "#a1dab4", "#41b6c4", "#2c7fb8", "#253494"], [26.91, 16.57, 21.45, 19.84]],
  ["Purples", ["#f2f0f7", "#cbc9e2", "#9e9ac8", "#756bb1", "#54278f"], [16.45, 16.02, 16.18, 13.48]],
  ["RdBu", ["#ca0020", "#f4a582", "#f7f7f7", "#92c5de", "#0571b0"], [29.03, 24.15, 29.19, 28.71]],
  ["PuOr", ["#e66101", "#fdb863", "#f7f7f7", "#b2abd2", "#5e3c99"], [33.34, 26.51, 23.62, 25.59]],
  ["cividis", ["#00224e", "#414d6b", "#7c7b78", "#bcaf6f", "#fee838"], [22.82, 20.98, 23.37, 17.33]],
])("neighbours of %s are as far apart as the reference says", (_, ramp, expected) => {
  sights.forEach((sight, i) => expect(adjacent(ramp, sight)).toBeCloseTo(expected[i]!, 1));
});

test("luminance agrees with the reference, and is monotone only for a sequential ramp", () => {
  const expected = [0.884, 0.659, 0.4047, 0.2147, 0.0958];
  ["#fef0d9", "#fdcc8a", "#fc8d59", "#e34a33", "#b30000"].forEach((colour, i) =>
    expect(luminance(colour)).toBeCloseTo(expected[i]!, 3),
  );
  const diverging = ["#ca0020", "#f4a582", "#f7f7f7", "#92c5de", "#0571b0"].map(luminance);
  expect(diverging).not.toEqual([...diverging].sort((a, b) => a - b));
});

test("the well-known blue and purple square is refused: two of its nine colours are one to the colour-blind", () => {
  const bluePurple = [
    ["#e8e8e8", "#ace4e4", "#5ac8c8"],
    ["#dfb0d6", "#a5add3", "#5698b9"],
    ["#be64ac", "#8c62aa", "#3b4994"],
  ].flat();
  const yellowBlue = [
    ["#f3f3f3", "#b4d3e1", "#509dc2"],
    ["#f3e6b3", "#b3b3b3", "#376387"],
    ["#f3b300", "#b36600", "#000000"],
  ].flat();
  [18.61, 4.5, 5.69, 17.84].forEach((known, i) =>
    expect(anyPair(bluePurple, sights[i]!)).toBeCloseTo(known, 1),
  );
  [16.02, 14.16, 14.59, 12.86].forEach((known, i) =>
    expect(anyPair(yellowBlue, sights[i]!)).toBeCloseTo(known, 1),
  );
  expect(Math.min(...sights.map((sight) => anyPair(bluePurple, sight)))).toBeLessThan(APART);
  expect(Math.min(...sights.map((sight) => anyPair(yellowBlue, sight)))).toBeGreaterThanOrEqual(APART);
});

test("contrast follows WCAG 2", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 10);
  expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.542224959605253, 10);
  expect(contrast("#e34a33", "#ffffff")).toBeCloseTo(3.967134218024147, 10);
});

test("neighbouring classes of every lens differ by 10 or more for every sight, and lightness is monotone", () => {
  for (const [id, ramp] of Object.entries(LENS_RAMPS)) {
    for (const [theme, colours] of Object.entries(ramp)) {
      for (const sight of sights)
        expect(adjacent(colours, sight), `${id} ${theme} ${sight}`).toBeGreaterThanOrEqual(APART);
      const lightness = colours.map(luminance);
      const sorted = [...lightness].sort((a, b) => (theme === "light" ? b - a : a - b));
      expect(lightness, `${id} ${theme}`).toEqual(sorted);
    }
  }
});

test("the colours of change have equal arms around the ground, and what is unsure is none of them", () => {
  for (const [theme, { ramp, unsure }] of Object.entries(CHANGE_COLOURS)) {
    for (const sight of sights) {
      expect(adjacent(ramp, sight), `${theme} ${sight}`).toBeGreaterThanOrEqual(APART);
      for (const step of [0, 1, 2])
        expect(
          colourDistance(ramp[step]!, ramp[6 - step]!, sight),
          `${theme} ${sight} ${step}`,
        ).toBeGreaterThanOrEqual(APART);
      for (const colour of ramp)
        expect(colourDistance(colour, unsure, sight), `${theme} ${sight} ${colour}`).toBeGreaterThanOrEqual(
          APART,
        );
    }
    const middle = luminance(ramp[3]);
    const outwards = ramp.map((colour) => Math.abs(luminance(colour) - middle));
    const [low, high] = [outwards.slice(0, 3).reverse(), outwards.slice(4)];
    for (const side of [low, high]) expect(side).toEqual([...side].sort((a, b) => a - b));
  }
});
