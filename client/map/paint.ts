// Class breaks → MapLibre expressions. A missing value is told by its type and never becomes a number.

import type { ExpressionSpecification } from "maplibre-gl";
import { MISSING } from "#domain/missing";
import type { Missing } from "#domain/missing";

const VALUE: ExpressionSpecification = ["get", "v0"];

export const HAS_NUMBER: ExpressionSpecification = ["==", ["typeof", VALUE], "number"];

/** True for areas that are missing for this reason. */
export const isMissingFor = (reason: Missing): ExpressionSpecification => [
  "==",
  VALUE,
  MISSING[reason].tileCode,
];

/** Tiles hold float32, so a break must be rounded the same way: rounding keeps the order, so v ≥ b stays v ≥ b. */
const bound = Math.fround;

/** Colour of the class of v0; transparent where there is no number. `colours` has one entry more than `breaks`. */
export function fillColour(breaks: readonly number[], colours: readonly string[]): ExpressionSpecification {
  const steps = breaks.flatMap((lower, i) => [bound(lower), colours[i + 1]!]);
  const colour = steps.length > 0 ? ["step", VALUE, colours[0]!, ...steps] : colours[0]!;
  return ["case", HAS_NUMBER, colour, "rgba(0,0,0,0)"] as ExpressionSpecification;
}

/** What the legend points at: a class index, or a reason for missing values. */
export type ClassPick = number | Missing;

/** True for the areas of one class [lower, upper), or of one missing reason. */
export function inClass(pick: ClassPick, breaks: readonly number[]): ExpressionSpecification {
  if (typeof pick === "string") return isMissingFor(pick);
  const tests: ExpressionSpecification[] = [HAS_NUMBER];
  const lower = breaks[pick - 1];
  const upper = breaks[pick];
  if (lower !== undefined) tests.push([">=", VALUE, bound(lower)]);
  if (upper !== undefined) tests.push(["<", VALUE, bound(upper)]);
  return ["all", ...tests];
}
