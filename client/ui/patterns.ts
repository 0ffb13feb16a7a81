// Patterns of missing values and of what is unreliable, drawn on a canvas.

import { MISSING, type Missing } from "#domain/missing";
import type { MapColours } from "./theme_colours.ts";

/** What can be drawn: the patterns of missing values, and a hatch over the colour of a figure that is not reliable. */
export const PATTERNS = ["hatch", "dots", "unreliable"] as const;
export type Pattern = (typeof PATTERNS)[number];

/** The pattern of a reason; null where the outline alone is drawn. */
export function patternOf(reason: Missing): Pattern | null {
  const { swatch } = MISSING[reason];
  return swatch === "outline" ? null : swatch;
}

/** CSS pixels along a side. */
export const SIZE_PX = 8;
/** Drawn at twice the size for sharp screens. */
export const PATTERN_RATIO = 2;

/** Draws one tile of a pattern; it joins itself on all sides. */
export function drawPattern(pattern: Pattern, colours: MapColours): ImageData {
  const size = SIZE_PX * PATTERN_RATIO;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size;
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  const hatch = (width: number, colour: string): void => {
    context.strokeStyle = colour;
    context.lineWidth = width;
    for (const shift of [-size, 0, size]) {
      context.beginPath();
      context.moveTo(shift - 2, size + 2);
      context.lineTo(shift + size + 2, -2);
      context.stroke();
    }
  };
  if (pattern === "unreliable") {
    // Dark beside light, so that one of the two is seen on any class.
    hatch(4, colours.paper);
    hatch(1.7, colours.ink);
    return context.getImageData(0, 0, size, size);
  }
  context.fillStyle = colours.hatchPaper;
  context.fillRect(0, 0, size, size);
  context.fillStyle = colours.hatchInk;
  if (pattern === "hatch") {
    hatch(2.2, colours.hatchInk);
  } else {
    for (const [x, y] of [
      [size / 4, size / 4],
      [(size * 3) / 4, (size * 3) / 4],
    ] as const) {
      context.beginPath();
      context.arc(x, y, 2, 0, 2 * Math.PI);
      context.fill();
    }
  }
  return context.getImageData(0, 0, size, size);
}
