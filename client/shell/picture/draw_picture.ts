// A view as one picture to send: sentence, finding, map, legend, where it comes from, and the way back to it.

import { encode } from "uqr";
import { linesOf } from "./text_lines.ts";

export interface Picture {
  readonly title: string;
  readonly finding: string;
  readonly map: HTMLCanvasElement;
  /** Colours of the classes, the bounds between them, words at either end. */
  readonly legend: {
    readonly colours: readonly string[];
    readonly bounds: readonly string[];
    readonly ends: readonly [string, string];
  };
  /** Of when, which release, whose. */
  readonly source: readonly string[];
  readonly link: string;
  readonly colours: { readonly paper: string; readonly ink: string; readonly ink2: string };
}

/** Sizes in pixels of the picture. */
const WIDTH = 1080;
const EDGE = 48;
const QR = 168;
/** A map higher than this leaves no room on a phone for what it says. */
const MOST_MAP = 1100;
const FONT =
  '"Inter Variable", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif';
/** A longer link makes squares that no camera reads. */
const MOST_CHARACTERS = 700;

type Context = CanvasRenderingContext2D;

/** Writes a text in lines from `y` down; the new y. Without drawing it only measures. */
function write(
  context: Context,
  text: string,
  {
    y,
    size,
    weight,
    colour,
    width,
  }: {
    readonly y: number;
    readonly size: number;
    readonly weight: number;
    readonly colour: string;
    readonly width: number;
  },
): number {
  context.font = `${weight} ${size}px ${FONT}`;
  context.fillStyle = colour;
  context.textAlign = "left";
  const lines = linesOf(text, width, (part) => context.measureText(part).width);
  lines.forEach((line, at) => context.fillText(line, EDGE, y + (at + 1) * size * 1.4 - size * 0.4));
  return y + lines.length * size * 1.4;
}

function drawLegend(context: Context, { legend, colours }: Picture, y: number): number {
  const step = (WIDTH - 2 * EDGE) / legend.colours.length;
  legend.colours.forEach((colour, at) => {
    context.fillStyle = colour;
    context.fillRect(EDGE + at * step, y, step + 0.5, 28);
  });
  context.font = `400 26px ${FONT}`;
  context.fillStyle = colours.ink2;
  context.textAlign = "center";
  legend.bounds.forEach((bound, at) => context.fillText(bound, EDGE + (at + 1) * step, y + 62));
  context.textAlign = "left";
  context.fillText(`← ${legend.ends[0]}`, EDGE, y + 100);
  context.textAlign = "right";
  context.fillText(`${legend.ends[1]} →`, WIDTH - EDGE, y + 100);
  return y + 124;
}

function drawLink(context: Context, link: string, y: number): void {
  if (link.length > MOST_CHARACTERS) return;
  const { data, size } = encode(link, { ecc: "L", border: 2 });
  const step = QR / size;
  const left = WIDTH - EDGE - QR;
  context.fillStyle = "#fff";
  context.fillRect(left, y, QR, QR);
  context.fillStyle = "#000";
  data.forEach((row, down) =>
    row.forEach((isDark, right) => {
      if (isDark) context.fillRect(left + right * step, y + down * step, step + 0.3, step + 0.3);
    }),
  );
}

/** Draws all of it on `canvas` as high as it is by now; the height that it needs. */
function draw(context: Context, picture: Picture): number {
  const { title, finding, map, source, link, colours } = picture;
  context.fillStyle = colours.paper;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  const width = WIDTH - 2 * EDGE;
  let y = write(context, title, { y: EDGE, size: 46, weight: 650, colour: colours.ink, width });
  y = write(context, finding, { y: y + 12, size: 30, weight: 400, colour: colours.ink2, width }) + 20;
  const scale = Math.min(WIDTH / map.width, MOST_MAP / map.height);
  context.drawImage(map, (WIDTH - map.width * scale) / 2, y, map.width * scale, map.height * scale);
  y = drawLegend(context, picture, y + map.height * scale + 28) + 12;
  drawLink(context, link, y);
  let foot = y;
  for (const line of source)
    foot = write(context, line, {
      y: foot,
      size: 26,
      weight: 400,
      colour: colours.ink2,
      width: width - QR - 24,
    });
  return Math.ceil(Math.max(foot, y + QR) + EDGE);
}

/** The picture as a PNG file. */
export async function drawPicture(picture: Picture): Promise<Blob> {
  await document.fonts.ready;
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH;
  canvas.height = 10;
  const context = canvas.getContext("2d")!;
  canvas.height = draw(context, picture);
  draw(context, picture);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error("the picture could not be made"))),
      "image/png",
    );
  });
}
