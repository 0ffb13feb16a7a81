// The dots of a scatter that stand apart from the rest, and where there is room for their names.

import { median } from "d3-array";
import type { Dot } from "./scatter.ts";

/** Distances from the middle, in standard deviations as the median deviation estimates them, from which a dot stands apart. */
const APART = 2.5;
const DEVIATION_OF_MEDIAN = 1.4826;

/** The dots furthest from the middle of either axis, the furthest first, at most `most`. */
export function outliersOf(dots: readonly Dot[], most: number): readonly Dot[] {
  const scoreOn = (axis: "x" | "y"): ((dot: Dot) => number) => {
    const middle = median(dots, (dot) => dot[axis]) ?? 0;
    const deviation = median(dots, (dot) => Math.abs(dot[axis] - middle)) ?? 0;
    return (dot) => (deviation > 0 ? Math.abs(dot[axis] - middle) / (DEVIATION_OF_MEDIAN * deviation) : 0);
  };
  const [onX, onY] = [scoreOn("x"), scoreOn("y")];
  return dots
    .map((dot) => ({ dot, score: Math.max(onX(dot), onY(dot)) }))
    .filter(({ score }) => score > APART)
    .sort((a, b) => b.score - a.score || (a.dot.code < b.dot.code ? -1 : 1))
    .slice(0, most)
    .map(({ dot }) => dot);
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface DotName {
  readonly code: string;
  readonly name: string;
  /** Where the text begins, and its base line. */
  readonly x: number;
  readonly y: number;
}

/** Height of a line, and width of a letter and of a Chinese character, in pixels at 11 px type. */
const LINE_PX = 13;
const LETTER_PX = 6.2;
const CHARACTER_PX = 11.2;
const GAP_PX = 4;

const widthOf = (name: string): number =>
  [...name].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2e80 ? CHARACTER_PX : LETTER_PX), 0);

const meet = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** A place for each name beside its dot, inside `plot`, over no other name and no dot where that can be; those without room are left out. */
export function placeNames(
  named: readonly { readonly dot: Dot; readonly name: string }[],
  dots: readonly Dot[],
  plot: Box,
): readonly DotName[] {
  const taken: Box[] = [];
  const placed: DotName[] = [];
  for (const { dot, name } of named) {
    const width = widthOf(name);
    const away = dot.r + GAP_PX;
    const boxes = [
      { left: dot.x + away, top: dot.y - LINE_PX / 2 },
      { left: dot.x - away - width, top: dot.y - LINE_PX / 2 },
      { left: dot.x - width / 2, top: dot.y - away - LINE_PX },
      { left: dot.x - width / 2, top: dot.y + away },
    ]
      .map(({ left, top }): Box => ({ left, top, right: left + width, bottom: top + LINE_PX }))
      .filter(
        (box) =>
          box.left >= plot.left &&
          box.right <= plot.right &&
          box.top >= plot.top &&
          box.bottom <= plot.bottom &&
          !taken.some((other) => meet(box, other)),
      );
    const isClear = (box: Box): boolean =>
      !dots.some(({ x, y, r }) => meet(box, { left: x - r, right: x + r, top: y - r, bottom: y + r }));
    const box = boxes.find(isClear) ?? boxes[0];
    if (!box) continue;
    taken.push(box);
    placed.push({ code: dot.code, name, x: box.left, y: box.bottom - 3 });
  }
  return placed;
}
