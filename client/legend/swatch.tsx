// The little square that stands for a class or a missing reason; the same colours as on the map.

import type { Missing } from "#domain/missing";
import { classOf, rampOf } from "#domain/classing";
import type { ClassesResponse } from "#domain/contract/values";

/** Gives the colours of the classes, first to last. */
export const coloursOf = (breaks: readonly number[], ramp: readonly string[]): string[] =>
  rampOf(ramp, breaks.length + 1);

/** Gives the colour of a value among classes. */
export function colourOf(
  value: number,
  { classes }: Pick<ClassesResponse, "classes">,
  ramp: readonly string[],
): string {
  return coloursOf(classes.breaks, ramp)[classOf(value, classes)]!;
}

export function Swatch({ colour, reason }: { readonly colour?: string; readonly reason?: Missing }) {
  return reason ? (
    <i className={`swatch is-${reason}`} aria-hidden="true" />
  ) : (
    <i className="swatch" style={{ background: colour }} aria-hidden="true" />
  );
}
