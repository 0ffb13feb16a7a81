// Fill → a short list of swatches, and the swatch of every area of a tile as one byte.

import { MISSING_REASONS, missingOfStatus } from "#domain/missing";
import type { Value } from "#domain/missing";
import { statusOfWord } from "#domain/split_tile_format";
import type { MapColours } from "#client/ui/theme_colours.ts";
import { colourOf, swatchOf } from "#client/model/fill.ts";
import type { Fill, Swatch } from "#client/model/fill.ts";
import { patternOf } from "#client/ui/patterns.ts";
import type { Pattern } from "#client/ui/patterns.ts";

/** Most swatches of a fill: the size of an array in the shader. */
export const MAX_SWATCHES = 64;
/** Added to the swatch of an area that is paled: the bit above those of the swatch. */
export const PALED = MAX_SWATCHES;

export interface PaletteSwatch {
  /** A CSS colour. */
  readonly colour: string;
  readonly pattern: Pattern | null;
  /** Drawn as a line around the area. */
  readonly isOutlined: boolean;
  /** Its class or missing reason in the legend; null for areas without classes. */
  readonly at: Swatch["at"] | null;
  readonly isUnreliable: boolean;
}

export interface Palette {
  readonly swatches: readonly PaletteSwatch[];
  /** Index in `swatches` of an area by the values of its columns. */
  indexOf(cells: readonly (Value | undefined)[]): number;
}

/** Tiles hold float32; a break must be rounded the same way, then v ≥ b stays v ≥ b. */
function inFloat32(fill: Fill): Fill {
  const round = (breaks: readonly number[]): number[] => breaks.map(Math.fround);
  if (fill.kind === "classes") return { ...fill, breaks: round(fill.breaks) };
  if (fill.kind === "pair") return { ...fill, breaks: [round(fill.breaks[0]), round(fill.breaks[1])] };
  return fill;
}

const isReason = (value: Value | undefined): value is Exclude<Value, number> => typeof value === "string";

/** Swatches with those of all areas paled that are not kept. */
export const paledBut = (
  swatches: Uint8Array,
  codes: readonly string[],
  kept: ReadonlySet<string>,
): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(swatches, (swatch, k) => (kept.has(codes[k]!) ? swatch : swatch | PALED));

/** The swatches of a fill: areas without classes, classes, zero, missing reasons, unreliable classes and zero. */
export function paletteOf(given: Fill, tokens: MapColours): Palette {
  const fill = inFloat32(given);
  const classCount = fill.kind === "plain" ? 0 : fill.colours.length;
  const zero = 1 + classCount;
  const unreliable = zero + 1 + MISSING_REASONS.length;
  const filled = (at: number | "zero", isUnreliable: boolean): PaletteSwatch => ({
    colour: colourOf(fill, { at, isUnreliable }) ?? tokens.land,
    pattern: isUnreliable && fill.kind === "classes" && fill.unreliableColour === null ? "unreliable" : null,
    isOutlined: false,
    at,
    isUnreliable,
  });
  const classes = (isUnreliable: boolean): PaletteSwatch[] => [
    ...Array.from({ length: classCount }, (_, at) => filled(at, isUnreliable)),
    filled("zero", isUnreliable),
  ];
  const swatches = [
    { colour: tokens.land, pattern: null, isOutlined: false, at: null, isUnreliable: false },
    ...classes(false),
    ...MISSING_REASONS.map((at): PaletteSwatch => {
      const pattern = patternOf(at);
      return { colour: tokens.paper, pattern, isOutlined: pattern === null, at, isUnreliable: false };
    }),
    ...classes(true),
  ];
  if (swatches.length > MAX_SWATCHES)
    throw new RangeError(`a fill of ${swatches.length} swatches: at most ${MAX_SWATCHES} can be drawn`);
  return {
    swatches,
    indexOf(cells) {
      // Counts are plain, but their first column says what is missing.
      const swatch =
        fill.kind === "plain" && isReason(cells[0])
          ? { at: cells[0], isUnreliable: false }
          : swatchOf(fill, cells);
      if (swatch === null) return 0;
      const { at, isUnreliable } = swatch;
      if (typeof at === "number") return (isUnreliable ? unreliable : 1) + at;
      if (at === "zero") return isUnreliable ? unreliable + classCount : zero;
      return zero + 1 + MISSING_REASONS.indexOf(at);
    },
  };
}

/** Index of the swatch of each of n areas by the words of their columns (domain/split_tile_format.ts). */
export function swatchIndexes(palette: Palette, words: Uint32Array, n: number): Uint8Array<ArrayBuffer> {
  const numbers = new Float32Array(words.buffer, words.byteOffset, words.length);
  const indexes = new Uint8Array(n);
  const cells: (Value | undefined)[] = Array.from({ length: n > 0 ? words.length / n : 0 });
  for (let k = 0; k < n; k++) {
    for (let column = 0; column < cells.length; column++) {
      const at = column * n + k;
      const status = statusOfWord(words[at]!);
      cells[column] = status === 0 ? numbers[at]! : missingOfStatus(status);
    }
    indexes[k] = palette.indexOf(cells);
  }
  return indexes;
}
