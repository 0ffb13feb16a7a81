import { createExpression } from "@maplibre/maplibre-gl-style-spec";
import type { StylePropertySpecification } from "@maplibre/maplibre-gl-style-spec";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classOf, classify } from "#domain/classing";
import { fillColour, inClass } from "./paint.ts";

const RAMP = ["#000001", "#000002", "#000003", "#000004", "#000005"];

function evaluate(expression: unknown, v0: number | string, type: "color" | "boolean"): unknown {
  const spec = { type, expression: { parameters: ["feature"] }, "property-type": "data-driven" };
  const compiled = createExpression(expression, "fill", spec as unknown as StylePropertySpecification);
  if (compiled.result === "error") throw new Error(compiled.value.map(({ message }) => message).join());
  return compiled.value.evaluate({ zoom: 1 }, { type: 3, properties: { v0 } } as never);
}

const colourAt = (expression: unknown, v0: number | string): string =>
  String(evaluate(expression, v0, "color"));

describe("the fill of the map", () => {
  it("puts every value into the class that legend and table give it, breaks included, through float32", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: 999 }), fc.integer({ min: 1, max: 999 })), {
          minLength: 2,
          maxLength: 40,
        }),
        (ratios) => {
          const values = ratios.map(([numerator, denominator]) => numerator / denominator);
          const classes = classify(values);
          const colours = RAMP.slice(0, classes.breaks.length + 1);
          const fill = fillColour(classes.breaks, colours);
          for (const value of values) {
            const index = classOf(value, classes);
            expect(colourAt(fill, Math.fround(value))).toBe(colourAt(colours[index], 0));
            expect(evaluate(inClass(index, classes.breaks), Math.fround(value), "boolean")).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("leaves the missing transparent and apart from zero", () => {
    const fill = fillColour([0.1, 0.2], RAMP.slice(0, 3));
    for (const code of ["N/A", "SUP", "N/P"]) expect(colourAt(fill, code)).toBe("rgba(0,0,0,0)");
    expect(colourAt(fill, 0)).toBe(colourAt(RAMP[0], 0));
    expect(evaluate(inClass(0, [0.1]), "N/A", "boolean")).toBe(false);
    expect(evaluate(inClass("suppressed", [0.1]), "SUP", "boolean")).toBe(true);
    expect(evaluate(inClass("suppressed", [0.1]), 0, "boolean")).toBe(false);
  });

  it("paints one class when all values are equal", () => {
    expect(colourAt(fillColour(classify([3, 3, 3]).breaks, [RAMP[2]!]), 3)).toBe(colourAt(RAMP[2], 0));
  });
});
