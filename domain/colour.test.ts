import { expect, test } from "vitest";
import { SIGHTS, colourDistance, contrast, luminance } from "./colour.ts";
import type { Sight } from "./colour.ts";
import { LENSES } from "./lenses.ts";

const sights = Object.keys(SIGHTS) as Sight[];
const adjacent = (ramp: readonly string[], sight: Sight): number =>
  Math.min(...ramp.slice(1).map((colour, i) => colourDistance(ramp[i]!, colour, sight)));

// Reference distances of ColorBrewer's YlGnBu (Harrower & Brewer 2003), worked out independently.
test("distances agree with the reference for normal sight and the three dichromacies", () => {
  const ylGnBu = ["#ffffcc", "#a1dab4", "#41b6c4", "#2c7fb8", "#253494"];
  const expected = { normal: 26.91, protan: 16.57, deutan: 21.45, tritan: 19.84 };
  for (const sight of sights) expect(adjacent(ylGnBu, sight)).toBeCloseTo(expected[sight], 1);
});

test("contrast follows WCAG 2", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 10);
  expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.542224959605253, 10);
});

test("neighbouring classes of every lens differ by 10 or more for every sight, and lightness is monotone", () => {
  for (const [id, { ramp }] of Object.entries(LENSES)) {
    for (const [theme, colours] of Object.entries(ramp)) {
      for (const sight of sights)
        expect(adjacent(colours, sight), `${id} ${theme} ${sight}`).toBeGreaterThanOrEqual(10);
      const lightness = colours.map(luminance);
      const sorted = [...lightness].sort((a, b) => (theme === "light" ? b - a : a - b));
      expect(lightness, `${id} ${theme}`).toEqual(sorted);
    }
  }
});
