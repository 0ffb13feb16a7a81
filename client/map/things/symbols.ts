// The symbols of facilities as pictures for MapLibre: a shape for each kind, with a ring where it is overfull.

import type { FacilityKind } from "#domain/facilities";

/** Side of a picture in CSS px, with room for the ring, and how much of it the shape takes. */
export const PICTURE_PX = 32;
export const SHAPE_PX = 20;
const PIXEL_RATIO = 3;
/** Edge of the shape and width of the ring, in px of a picture. */
const EDGE_PX = 2;
const RING_PX = 2.6;

type Shape = FacilityKind["symbol"]["shape"];

export interface SymbolColours {
  readonly fill: string;
  readonly edge: string;
  readonly ring: string;
}

/** Corners of a regular polygon, the first one at the top. */
const corners = (count: number, turn = 0): [number, number][] =>
  Array.from({ length: count }, (_, at) => {
    const angle = ((at + turn) / count) * 2 * Math.PI - Math.PI / 2;
    return [Math.cos(angle), Math.sin(angle)];
  });

/** Outlines in a circle of radius 1. */
const OUTLINES: Readonly<Record<Exclude<Shape, "ring">, readonly (readonly [number, number])[]>> = {
  square: [
    [-0.8, -0.8],
    [0.8, -0.8],
    [0.8, 0.8],
    [-0.8, 0.8],
  ],
  triangle: [
    [0, -1],
    [0.95, 0.75],
    [-0.95, 0.75],
  ],
  diamond: corners(4),
  pentagon: corners(5),
  star: corners(10).map(([x, y], at): [number, number] => (at % 2 === 0 ? [x, y] : [x * 0.45, y * 0.45])),
  cross: [
    [-0.34, -1],
    [0.34, -1],
    [0.34, -0.34],
    [1, -0.34],
    [1, 0.34],
    [0.34, 0.34],
    [0.34, 1],
    [-0.34, 1],
    [-0.34, 0.34],
    [-1, 0.34],
    [-1, -0.34],
    [-0.34, -0.34],
  ],
};

/** Points of an SVG polygon of a shape within a square of `size`; null for a ring. */
export const outlinePoints = (shape: Shape, size: number): string | null =>
  shape === "ring"
    ? null
    : OUTLINES[shape].map(([x, y]) => `${(1 + x) * (size / 2)},${(1 + y) * (size / 2)}`).join(" ");

/** Draws a symbol. */
export function symbolPicture(
  shape: Shape,
  isOverfull: boolean,
  { fill, edge, ring }: SymbolColours,
): { readonly data: ImageData; readonly pixelRatio: number } {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = PICTURE_PX * PIXEL_RATIO;
  const context = canvas.getContext("2d")!;
  context.scale(PIXEL_RATIO, PIXEL_RATIO);
  context.translate(PICTURE_PX / 2, PICTURE_PX / 2);
  const radius = SHAPE_PX / 2;
  if (isOverfull) {
    context.beginPath();
    context.arc(0, 0, PICTURE_PX / 2 - RING_PX, 0, 2 * Math.PI);
    context.lineWidth = RING_PX + 2;
    context.strokeStyle = edge;
    context.stroke();
    context.lineWidth = RING_PX;
    context.strokeStyle = ring;
    context.stroke();
  }
  context.beginPath();
  if (shape === "ring") context.arc(0, 0, radius - EDGE_PX, 0, 2 * Math.PI);
  else for (const [x, y] of OUTLINES[shape]) context.lineTo(x * radius, y * radius);
  context.closePath();
  context.lineJoin = "round";
  context.lineWidth = 2 * EDGE_PX;
  context.strokeStyle = edge;
  context.stroke();
  context.fillStyle = shape === "ring" ? edge : fill;
  context.fill();
  if (shape === "ring") {
    context.lineWidth = EDGE_PX * 1.4;
    context.strokeStyle = fill;
    context.stroke();
  }
  return { data: context.getImageData(0, 0, canvas.width, canvas.height), pixelRatio: PIXEL_RATIO };
}
