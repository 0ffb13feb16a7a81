// Where the names of sites stand beside their discs, so that none lies on another or on a disc.

import type { WorldPoint } from "#client/map/drawing/area_paths.ts";

export interface Label {
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** From the middle of a disc to its name, and half the height of a line, pixels. */
const [GAP, HALF_LINE] = [14, 7];

/** Width of a text in pixels at 12 px: ideographs are square, letters about half as wide. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2e7f ? 12.5 : 6.9), 0);

const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

/** Right, left, under and over a disc, in the order in which they are tried. */
function choices([x, y]: WorldPoint, width: number): (Label & { readonly box: Box })[] {
  const at = (left: number, middle: number, anchor: Label["anchor"], labelX: number) => ({
    x: labelX,
    y: middle + 4,
    anchor,
    box: { left, right: left + width, top: middle - HALF_LINE, bottom: middle + HALF_LINE },
  });
  const under = GAP + HALF_LINE;
  return [
    at(x + GAP, y, "start", x + GAP),
    at(x - GAP - width, y, "end", x - GAP),
    at(x - width / 2, y + under, "middle", x),
    at(x - width / 2, y - under, "middle", x),
  ];
}

/** The place of every name: the first choice within the width that covers least of what is there. */
export function placeLabels(
  sites: readonly { readonly at: WorldPoint; readonly name: string }[],
  [from, to]: readonly [number, number],
): Label[] {
  const taken: Box[] = sites.map(({ at: [x, y] }) => ({
    left: x - 11,
    right: x + 11,
    top: y - 11,
    bottom: y + 11,
  }));
  return sites.map(({ at, name }, own) => {
    const cost = ({ box }: { readonly box: Box }): number =>
      taken.reduce((sum, other, index) => sum + (index === own ? 0 : overlap(box, other)), 0) +
      1e4 * Number(box.left < from || box.right > to);
    const [best] = choices(at, widthOf(name))
      .map((choice) => ({ ...choice, cost: cost(choice) }))
      .sort((a, b) => a.cost - b.cost);
    taken.push(best!.box);
    const { x, y, anchor } = best!;
    return { x, y, anchor };
  });
}
