import { createExpression } from "@maplibre/maplibre-gl-style-spec";
import type { StylePropertySpecification } from "@maplibre/maplibre-gl-style-spec";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classify } from "#domain/classing";
import { MISSING, MISSING_REASONS, isMissing } from "#domain/missing";
import type { Value } from "#domain/missing";
import { fillColour, inClass, isMissingFor, isUnreliable } from "./paint.ts";
import { NOTHING, colourOf, paintingOf, swatchOf } from "./painting.ts";
import type { ClassPainting, PairPainting, Painting } from "./painting.ts";

const RAMP = ["#000001", "#000002", "#000003", "#000004", "#000005"];
const PAIR: PairPainting = {
  kind: "pair",
  columns: ["a@1", "b@1"],
  breaks: [
    [0.1, 0.3],
    [5, 60],
  ],
  colours: Array.from({ length: 9 }, (_, i) => `#00000${i}`),
};
const SURE: ClassPainting = {
  kind: "classes",
  columns: ["a@1", "a@1~reliability"],
  breaks: [0.1, 0.2],
  colours: RAMP.slice(0, 3),
  zeroColour: "#00000a",
  unreliableColour: null,
};

/** Evaluates an expression for the cells of a tile, where numbers are float32 and the missing are codes. */
function evaluate(expression: unknown, cells: readonly Value[], type: "color" | "boolean"): unknown {
  const spec = { type, expression: { parameters: ["feature"] }, "property-type": "data-driven" };
  const compiled = createExpression(expression, "fill", spec as unknown as StylePropertySpecification);
  if (compiled.result === "error") throw new Error(compiled.value.map(({ message }) => message).join());
  const properties = Object.fromEntries(
    cells.map((cell, i) => [`v${i}`, isMissing(cell) ? MISSING[cell].tileCode : Math.fround(cell)]),
  );
  return compiled.value.evaluate({ zoom: 1 }, { type: 3, properties } as never);
}

const colourAt = (expression: unknown, cells: readonly Value[]): string =>
  String(evaluate(expression, cells, "color"));
const CLEAR = "rgba(0,0,0,0)";

/** The map must show each area as `swatchOf` says, and find it when the legend points at that swatch. */
function expectAgreement(painting: Painting, cells: readonly Value[]): void {
  const swatch = swatchOf(painting, cells)!;
  expect(colourAt(fillColour(painting), cells)).toBe(colourAt(colourOf(painting, swatch) ?? CLEAR, []));
  expect(evaluate(inClass(swatch.at, painting), cells, "boolean")).toBe(true);
  for (const reason of MISSING_REASONS)
    expect(evaluate(isMissingFor(painting, reason), cells, "boolean")).toBe(swatch.at === reason);
  const unreliable = isUnreliable(painting);
  if (unreliable) expect(evaluate(unreliable, cells, "boolean")).toBe(swatch.isUnreliable);
}

const cell = (value: fc.Arbitrary<number>): fc.Arbitrary<Value> =>
  fc.oneof({ weight: 5, arbitrary: value }, fc.constantFrom(...MISSING_REASONS));
const share = cell(
  fc.oneof(
    fc.constantFrom(0, 0.1, 0.2, 0.3),
    fc.tuple(fc.nat({ max: 999 }), fc.integer({ min: 999, max: 9999 })).map(([n, of]) => n / of),
  ),
);

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
          const painting = paintingOf({ indicator: "a", period: "1", classes }, RAMP, false);
          for (const value of values) expectAgreement(painting, [value]);
          expect(painting.columns).toEqual(["a@1"]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("shows zero, the unreliable and the missing each as what they are", () => {
    const grey = { ...SURE, unreliableColour: "#0000ff" };
    fc.assert(
      fc.property(share, cell(fc.constantFrom(0, 1, 2)), (value, reliability) => {
        expectAgreement(SURE, [value, reliability]);
        expectAgreement(grey, [value, reliability]);
      }),
      { numRuns: 60 },
    );
    expect(swatchOf(SURE, [0, 2])).toEqual({ at: "zero", isUnreliable: true });
    expect(swatchOf(SURE, [0.05, 1])).toEqual({ at: 0, isUnreliable: false });
    expect(colourOf(grey, { at: 1, isUnreliable: true })).toBe("#0000ff");
    expect(evaluate(inClass(0, SURE), [0, 0], "boolean")).toBe(false);
  });

  it("classes two indicators at once, the first by rows", () => {
    fc.assert(
      fc.property(share, cell(fc.nat({ max: 90 })), (need, minutes) =>
        expectAgreement(PAIR, [need, minutes]),
      ),
      { numRuns: 60 },
    );
    expect(swatchOf(PAIR, [0.3, 5])).toEqual({ at: 7, isUnreliable: false });
    expect(swatchOf(PAIR, [0.3, "suppressed"])).toEqual({ at: "suppressed", isUnreliable: false });
    expect(swatchOf(PAIR, ["not-surveyed", "suppressed"])?.at).toBe("not-surveyed");
    expect(swatchOf(PAIR, [0.3])).toBeNull();
  });

  it("leaves the missing transparent and apart from zero", () => {
    const painting: Painting = { ...SURE, columns: ["a@1"], zeroColour: null };
    const fill = fillColour(painting);
    for (const reason of MISSING_REASONS) expect(colourAt(fill, [reason])).toBe(CLEAR);
    expect(colourAt(fill, [0])).toBe(colourAt(RAMP[0], []));
    expect(evaluate(inClass(0, painting), ["not-surveyed"], "boolean")).toBe(false);
  });

  it("paints one class when all values are equal, and none on plain land", () => {
    const classes = classify([3, 3, 3]);
    const painting = paintingOf({ indicator: "a", period: "1", classes }, RAMP, false);
    expect(colourAt(fillColour(painting), [3])).toBe(colourAt(RAMP[2], []));
    expect(fillColour(NOTHING)).toBeNull();
    expect(swatchOf(NOTHING, [3])).toBeNull();
    expect(paintingOf({ indicator: "a", period: "1", classes }, RAMP, true)).toEqual({
      kind: "plain",
      columns: ["a@1"],
    });
    expect(evaluate(inClass(0, NOTHING), [3], "boolean")).toBe(false);
  });
});
