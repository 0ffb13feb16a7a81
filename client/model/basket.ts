// The basket: areas that were put together, with a name. Pure: what a view changes to.

import { CODE_PATTERN } from "#domain/id";
import { withAll } from "./area_set.ts";
import type { View } from "./view.ts";

/** Most places that are compared in columns. */
export const MAX_PLACES = 4;
/** Longest name of a basket. */
export const MAX_NAME = 60;

type BasketFields = Pick<View, "set" | "setName" | "card">;

/** An empty basket. */
export const EMPTY_BASKET: BasketFields = { set: null, setName: null, card: "set" };

/** What puts areas into the basket of a view; the card beside the map stays about what it is about. */
export const putIn = (
  view: Pick<View, "set" | "card">,
  codes: readonly string[],
): Pick<View, "set" | "card"> => ({
  set: withAll(view.set, codes),
  card: view.set === null ? "area" : view.card,
});

/** What takes an area out; the last one leaves an empty basket. */
export function takeOut(view: BasketFields, code: string): BasketFields {
  const left = view.set?.filter((other) => other !== code) ?? [];
  return left.length === 0 ? EMPTY_BASKET : { set: left, setName: view.setName, card: view.card };
}

/** Puts an area in, or takes it out. */
export const toggledIn = (view: BasketFields, code: string): Partial<BasketFields> =>
  view.set?.includes(code) ? takeOut(view, code) : putIn(view, [code]);

/** The name of a basket as a link holds it; undefined for one that is too long. */
export const readName = (text: string): string | null | undefined =>
  text.length <= MAX_NAME ? text.trim() || null : undefined;

/** The places of a link, in their order; undefined unless they are one to four different codes. */
export function readPlaces(text: string): readonly string[] | undefined {
  const codes = text.split(",");
  const isRight =
    codes.length <= MAX_PLACES &&
    new Set(codes).size === codes.length &&
    codes.every((code) => CODE_PATTERN.test(code));
  return isRight ? codes : undefined;
}
