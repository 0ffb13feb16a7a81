// The signs of points, drawn once per theme as pictures for MapLibre.

import type { MapColours } from "#client/ui/theme_colours.ts";
import type { Theme } from "#client/model/view.ts";
import { LAYER_LOOKS } from "./layers.ts";
import type { PointLook, Sign } from "./layers.ts";

/** Pixels of a picture to one of the screen. */
export const SIGN_RATIO = 2;
/** CSS pixels of the edge that parts a sign from what lies under it. */
const EDGE_PX = 1.1;

type Draw = (context: OffscreenCanvasRenderingContext2D, radius: number, colours: SignColours) => void;

interface SignColours {
  readonly ink: string;
  readonly surface: string;
}

function disc(context: OffscreenCanvasRenderingContext2D, radius: number, colour: string): void {
  context.beginPath();
  context.arc(0, 0, radius, 0, 2 * Math.PI);
  context.fillStyle = colour;
  context.fill();
}

/** Discs in turn of ink and surface, as shares of the radius from the outside in. */
const discs =
  (...shares: readonly number[]): Draw =>
  (context, radius, { ink, surface }) => {
    disc(context, radius + EDGE_PX, surface);
    shares.forEach((share, at) => disc(context, radius * share, at % 2 === 0 ? ink : surface));
  };

const polygon =
  (corners: readonly (readonly [number, number])[]): Draw =>
  (context, radius, { ink, surface }) => {
    context.beginPath();
    for (const [x, y] of corners) context.lineTo(x * radius, y * radius);
    context.closePath();
    context.lineJoin = "round";
    context.lineWidth = 2 * EDGE_PX;
    context.strokeStyle = surface;
    context.stroke();
    context.fillStyle = ink;
    context.fill();
  };

const DRAW: Readonly<Record<Sign, Draw>> = {
  ring: discs(1, 0.55),
  "rings-2": discs(1, 0.72, 0.4),
  "rings-3": discs(1, 0.8, 0.6, 0.4, 0.22),
  square: polygon([
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ]),
  triangle: polygon([
    [0, -1.1],
    [1, 0.8],
    [-1, 0.8],
  ]),
};

/** The name of the picture of a look. */
export const signName = ({ sign, radiusPx, ink }: PointLook): string =>
  `${sign} ${radiusPx} ${ink.light ?? "ink"}`;

/** The picture of a look in a theme. */
export function drawSign({ sign, radiusPx, ink }: PointLook, tokens: MapColours, theme: Theme): ImageData {
  const side = Math.ceil(2 * SIGN_RATIO * (radiusPx * 1.1 + EDGE_PX + 1));
  const context = new OffscreenCanvas(side, side).getContext("2d")!;
  context.translate(side / 2, side / 2);
  context.scale(SIGN_RATIO, SIGN_RATIO);
  DRAW[sign](context, radiusPx, { ink: ink[theme] ?? tokens.ink, surface: tokens.solid });
  return context.getImageData(0, 0, side, side);
}

/** The looks of all points, each picture once. */
export const pointLooks = (): PointLook[] => {
  const looks = Object.values(LAYER_LOOKS).flatMap(({ looks }) => Object.values(looks));
  const points = looks.filter((look) => look.kind === "point");
  return [...new Map(points.map((look) => [signName(look), look])).values()];
};
