// What fills the areas, as plain data. Map, legend, hover and table all evaluate this one object.

import { formatColumnId, parseColumnPeriod } from "#domain/column_id";
import { classOf } from "#domain/classes";
import { isFilled } from "#domain/column_kind";
import { changeRampOf, rampOf, rampOfIndicator, CHANGE_COLOURS } from "#domain/lens_colours";
import type { CatalogIndicator } from "#domain/contract/catalog";
import type { ClassesResponse } from "#domain/contract/values";
import { isMissing } from "#domain/missing";
import type { Missing, Value } from "#domain/missing";

/** Areas without classes. A count names its column, so that missing areas can be drawn; its circles stand above. */
export interface PlainFill {
  readonly kind: "plain";
  readonly columns: readonly [] | readonly [string];
}

export interface ClassFill {
  readonly kind: "classes";
  /** Tile column of the value, and of its reliability (`…~reliability`) where figures may be unreliable. */
  readonly columns: readonly [value: string] | readonly [value: string, reliability: string];
  /** Classes are [lower, upper): these are the lower bounds of the second, third, … */
  readonly breaks: readonly number[];
  /** One more than breaks. */
  readonly colours: readonly string[];
  /** Colour of exactly zero where it is a class of its own, else null. */
  readonly zeroColour: string | null;
  /** Colour that replaces the class of an unreliable figure; null keeps the class under a hatch. */
  readonly unreliableColour: string | null;
}

/** Two indicators at once. */
export interface BivariateFill {
  readonly kind: "pair";
  readonly columns: readonly [string, string];
  readonly breaks: readonly [readonly number[], readonly number[]];
  /** Class i of the first and class j of the second column have the colour i · (classes of the second) + j. */
  readonly colours: readonly string[];
}

/** CSS colours only, so that any renderer can take it. */
export type Fill = PlainFill | ClassFill | BivariateFill;

/** What the legend points at: a class (its place in `colours`), zero, what is unreliable, or a reason for missing values. */
export type ClassPick = number | "zero" | "unreliable" | Missing;

export interface Swatch {
  readonly at: Exclude<ClassPick, "unreliable">;
  readonly isUnreliable: boolean;
}

/** From this number on a reliability column says "unreliable"; 1 is "use with caution". */
export const UNRELIABLE = 2;

/** The swatch of an area by the cells of its tile columns; null where nothing is classed or a cell is unknown. */
export function swatchOf(fill: Fill, cells: readonly (Value | undefined)[]): Swatch | null {
  const [first, second] = cells;
  if (fill.kind === "plain" || first === undefined) return null;
  if (isMissing(first)) return { at: first, isUnreliable: false };
  if (fill.kind === "classes")
    return {
      at: fill.zeroColour !== null && first === 0 ? "zero" : classOf(first, fill),
      isUnreliable: typeof second === "number" && second >= UNRELIABLE,
    };
  if (second === undefined) return null;
  if (isMissing(second)) return { at: second, isUnreliable: false };
  const [rows, columns] = fill.breaks;
  const at = classOf(first, { breaks: rows }) * (columns.length + 1) + classOf(second, { breaks: columns });
  return { at, isUnreliable: false };
}

/** The colour of a swatch; null for the missing, which have patterns. */
export function colourOf(fill: Fill, { at, isUnreliable }: Swatch): string | null {
  if (fill.kind === "plain") return null;
  if (fill.kind === "classes") {
    if (isUnreliable && fill.unreliableColour !== null) return fill.unreliableColour;
    if (at === "zero") return fill.zeroColour;
  }
  return typeof at === "number" ? (fill.colours[at] ?? null) : null;
}

/** The colour of a number in one classed column; null where nothing is classed. */
export function colourOfValue(fill: Fill, value: number): string | null {
  const swatch = swatchOf(fill, [value]);
  return swatch && colourOf(fill, swatch);
}

/** The tile columns that show an indicator in a period (or over a change `2014..2022`). */
export const columnsOf = (
  indicator: Pick<CatalogIndicator, "id" | "sampling">,
  period: string,
): ClassFill["columns"] => {
  const column = formatColumnId({ indicator: indicator.id, period });
  return indicator.sampling ? [column, `${column}~reliability`] : [column];
};

/** Makes the fill of an answer: classes in the colours of a ramp, or plain areas under the circles of a count. */
export function fillOf(
  { period, classes }: Pick<ClassesResponse, "period" | "classes">,
  indicator: Pick<CatalogIndicator, "id" | "sampling">,
  ramp: readonly string[],
  isCount: boolean,
): Fill {
  const columns = columnsOf(indicator, period);
  if (isCount) return { kind: "plain", columns: [columns[0]] };
  const { breaks, hasZeroClass } = classes;
  const colours = rampOf(ramp, breaks.length + 1 + Number(hasZeroClass));
  return {
    kind: "classes",
    columns,
    breaks,
    colours: hasZeroClass ? colours.slice(1) : colours,
    zeroColour: hasZeroClass ? colours[0]! : null,
    unreliableColour: null,
  };
}

/**
 * Makes the fill of a change (`2014..2022`): teal for better, brown for worse, grey where it does not differ from none. More
 * of a neutral indicator is brown.
 */
export function changeFill(
  { period, classes }: Pick<ClassesResponse, "period" | "classes">,
  indicator: Pick<CatalogIndicator, "id" | "sampling" | "polarity">,
  theme: keyof typeof CHANGE_COLOURS,
): ClassFill {
  const { ramp, unsure } = CHANGE_COLOURS[theme];
  const { breaks, noChange } = classes;
  const rising = indicator.polarity === "higher-is-better" ? [...ramp].reverse() : ramp;
  return {
    kind: "classes",
    columns: columnsOf(indicator, period),
    breaks,
    colours: changeRampOf(rising, breaks.length + 1, noChange),
    zeroColour: null,
    unreliableColour: unsure,
  };
}

/** Makes the fill of classes: of a change where they are about one, else in the colours of the indicator's lens. */
export const fillOfClasses = (
  answer: Pick<ClassesResponse, "period" | "classes">,
  indicator: Pick<CatalogIndicator, "id" | "sampling" | "polarity" | "lens" | "denominator">,
  theme: keyof typeof CHANGE_COLOURS,
): Fill =>
  parseColumnPeriod(answer.period)?.from
    ? changeFill(answer, indicator, theme)
    : fillOf(answer, indicator, rampOfIndicator(indicator, theme), !isFilled(indicator));

/** Areas of which nothing is known yet. */
export const NOTHING: PlainFill = { kind: "plain", columns: [] };
