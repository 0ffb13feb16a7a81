// Painting → MapLibre expressions. A missing value is told by its type and never becomes a number.

import type { ExpressionSpecification } from "maplibre-gl";
import { MISSING, MISSING_REASONS } from "#domain/missing";
import type { Missing } from "#domain/missing";
import { UNRELIABLE } from "./painting.ts";
import type { ClassPainting, ClassPick, PairPainting, Painting } from "./painting.ts";

type Expression = ExpressionSpecification;

const cell = (column: number): Expression => ["get", `v${column}`];
const isNumber = (column: number): Expression => ["==", ["typeof", cell(column)], "number"];
const isCode = (column: number, reason: Missing): Expression => [
  "==",
  cell(column),
  MISSING[reason].tileCode,
];
const all = (...tests: Expression[]): Expression => ["all", ...tests];

/** Tiles hold float32, so a break that is compared with their cells must be rounded the same way: rounding keeps the order, so v ≥ b stays v ≥ b. */
export const bound = Math.fround;
const CLEAR = "rgba(0,0,0,0)";

/** True for areas that are missing for this reason; of a pair the first column's reason counts before the second's. */
export function isMissingFor({ kind }: Pick<Painting, "kind">, reason: Missing): Expression {
  const first = isCode(0, reason);
  return kind === "pair" ? ["any", first, all(isNumber(0), isCode(1, reason))] : first;
}

/** Class of a column: one of `outputs`, one more than breaks. */
function step(column: number, breaks: readonly number[], outputs: readonly unknown[]): Expression {
  const steps = breaks.flatMap((lower, i) => [bound(lower), outputs[i + 1]]);
  return (steps.length > 0 ? ["step", cell(column), outputs[0], ...steps] : outputs[0]) as Expression;
}

/** True for unreliable figures; null where the painting knows none. */
export function isUnreliable(painting: Painting): Expression | null {
  if (painting.kind !== "classes" || painting.columns.length < 2) return null;
  return all(isNumber(0), isNumber(1), [">=", cell(1), UNRELIABLE]);
}

function classFill(painting: ClassPainting): Expression {
  const { breaks, colours, zeroColour, unreliableColour } = painting;
  const unreliable = unreliableColour === null ? null : isUnreliable(painting);
  return [
    "case",
    ["!", isNumber(0)],
    CLEAR,
    ...(unreliable ? [unreliable, unreliableColour] : []),
    ...(zeroColour === null ? [] : [["==", cell(0), 0], zeroColour]),
    step(0, breaks, colours),
  ] as Expression;
}

function pairFill({ breaks, colours }: PairPainting): Expression {
  const width = breaks[1].length + 1;
  const rows = Array.from({ length: breaks[0].length + 1 }, (_, i) =>
    step(1, breaks[1], colours.slice(i * width, (i + 1) * width)),
  );
  return ["case", all(isNumber(0), isNumber(1)), step(0, breaks[0], rows), CLEAR];
}

/** Colour of the areas; transparent where there is no number. Null for a painting without classes. */
export function fillColour(painting: Painting): Expression | null {
  if (painting.kind === "plain") return null;
  return painting.kind === "pair" ? pairFill(painting) : classFill(painting);
}

/** Bounds of class `at` of a column. */
function within(column: number, breaks: readonly number[], at: number): Expression[] {
  const [lower, upper] = [breaks[at - 1], breaks[at]];
  return [
    isNumber(column),
    ...(lower === undefined ? [] : [[">=", cell(column), bound(lower)] as Expression]),
    ...(upper === undefined ? [] : [["<", cell(column), bound(upper)] as Expression]),
  ];
}

/** True for the areas of one class [lower, upper), of zero, or of one missing reason; false for all of a plain painting. */
export function inClass(pick: ClassPick, painting: Painting): Expression {
  const reason = MISSING_REASONS.find((known) => known === pick);
  if (reason) return isMissingFor(painting, reason);
  if (pick === "zero") return ["==", cell(0), 0];
  if (painting.kind === "plain" || typeof pick !== "number")
    return ["literal", false] as unknown as Expression;
  if (painting.kind === "pair") {
    const width = painting.breaks[1].length + 1;
    return all(
      ...within(0, painting.breaks[0], Math.floor(pick / width)),
      ...within(1, painting.breaks[1], pick % width),
    );
  }
  const isInside = within(0, painting.breaks, pick);
  return painting.zeroColour === null ? all(...isInside) : all(...isInside, ["!=", cell(0), 0]);
}
