// Colours and patterns in the form the shaders take them: uniforms of the swatches, a texture of the patterns.

import type { MapColours } from "#client/ui/theme_colours.ts";
import type { ClassPick } from "#client/model/fill.ts";
import { PATTERNS, PATTERN_RATIO, SIZE_PX, drawPattern } from "#client/ui/patterns.ts";
import { MAX_SWATCHES } from "./palette.ts";
import type { Palette } from "./palette.ts";

export type Rgb = readonly [number, number, number];

/** Share of a colour that is left in areas that do not stand out; the rest is paper. */
export const UNPICKED_SHARE = 0.16;

const parsed = new Map<string, Rgb>();
let pixel: OffscreenCanvasRenderingContext2D | null = null;

/** Red, green, blue from 0 to 1 of an opaque CSS colour, as the browser paints it. */
export function rgbOf(css: string): Rgb {
  const before = parsed.get(css);
  if (before) return before;
  pixel ??= new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true })!;
  pixel.fillStyle = css;
  pixel.fillRect(0, 0, 1, 1);
  const [r, g, b] = pixel.getImageData(0, 0, 1, 1).data;
  const rgb = [r! / 255, g! / 255, b! / 255] as const;
  parsed.set(css, rgb);
  return rgb;
}

export interface SwatchUniforms {
  /** Red, green, blue per swatch. */
  readonly colours: Float32Array<ArrayBuffer>;
  /** Pattern (−1 for none) and its strength per swatch. */
  readonly styles: Float32Array<ArrayBuffer>;
}

/** The swatches of a palette; all but those of `pick` are mixed with paper, none for null. */
export function swatchUniforms(
  { swatches }: Palette,
  tokens: MapColours,
  pick: ClassPick | null,
): SwatchUniforms {
  const paper = rgbOf(tokens.paper);
  const colours = new Float32Array(3 * MAX_SWATCHES);
  const styles = new Float32Array(2 * MAX_SWATCHES);
  swatches.forEach(({ colour, pattern, at, isUnreliable }, i) => {
    const isPicked = pick === "unreliable" ? isUnreliable : at === pick;
    const strength = pick === null || at === null || isPicked ? 1 : UNPICKED_SHARE;
    rgbOf(colour).forEach((part, c) => {
      colours[3 * i + c] = paper[c]! + (part - paper[c]!) * strength;
    });
    styles[2 * i] = pattern === null ? -1 : PATTERNS.indexOf(pattern);
    styles[2 * i + 1] = strength;
  });
  return { colours, styles };
}

/** A texture array with the patterns of a theme, one layer each. */
export function createPatternTexture(gl: WebGL2RenderingContext, tokens: MapColours): WebGLTexture {
  const side = SIZE_PX * PATTERN_RATIO;
  const pixels = new Uint8Array(PATTERNS.length * side * side * 4);
  PATTERNS.forEach((pattern, layer) => {
    const { data } = drawPattern(pattern, tokens);
    const start = layer * side * side * 4;
    for (let at = 0; at < data.length; at += 4) {
      const alpha = data[at + 3]! / 255;
      for (let c = 0; c < 3; c++) pixels[start + at + c] = Math.round(data[at + c]! * alpha);
      pixels[start + at + 3] = data[at + 3]!;
    }
  });
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D_ARRAY, texture);
  gl.texImage3D(
    gl.TEXTURE_2D_ARRAY,
    0,
    gl.RGBA,
    side,
    side,
    PATTERNS.length,
    0,
    gl.RGBA,
    gl.UNSIGNED_BYTE,
    pixels,
  );
  gl.generateMipmap(gl.TEXTURE_2D_ARRAY);
  gl.texParameteri(gl.TEXTURE_2D_ARRAY, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_LINEAR);
  gl.texParameteri(gl.TEXTURE_2D_ARRAY, gl.TEXTURE_WRAP_S, gl.REPEAT);
  gl.texParameteri(gl.TEXTURE_2D_ARRAY, gl.TEXTURE_WRAP_T, gl.REPEAT);
  return texture;
}
