// The colours of classes: the worst is never the palest, in either theme.

import { expect, test } from "vitest";
import { luminance } from "#domain/colour";
import type { ClassesResponse } from "#domain/contract/values";
import { LENS_IDS } from "#domain/lens";
import { fillOfClasses } from "./fill.ts";
import type { ClassFill } from "./fill.ts";

const classes: ClassesResponse["classes"] = {
  method: "quantile",
  breaks: [1, 2, 3],
  hasZeroClass: false,
  min: 0,
  max: 4,
};

test.each(LENS_IDS)("%s: the worse end stands out most from the ground", (lens) => {
  for (const polarity of ["higher-is-worse", "higher-is-better"] as const)
    for (const theme of ["light", "dark"] as const) {
      const indicator = { id: "a", lens, polarity, denominator: { persons: 1 } };
      const answer = { period: "2022", classes };
      const { colours } = fillOfClasses(answer, indicator, theme) as ClassFill;
      const strength = colours.map((colour) => luminance(colour) * (theme === "light" ? -1 : 1));
      const fromBest = polarity === "higher-is-worse" ? strength : [...strength].reverse();
      expect(fromBest, `${polarity} ${theme}`).toEqual([...fromBest].sort((a, b) => a - b));
    }
});
