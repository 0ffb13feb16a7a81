// Colours and patterns in the form the shaders take them.

import type { MapColours } from "#client/ui/theme_colours.ts";
import type { ClassPick } from "#client/model/fill.ts";
import { PATTERNS, PATTERN_RATIO, SIZE_PX, drawPattern } from "#client/ui/patterns.ts";
import { MAX_SWATCHES } from "./palette.ts";
import type { Palette } from "./palette.ts";

export type Rgb = readonly [number, number, number];

/** How much is left of what the legend does not point at. */
const FAINT = 0.16;

const known = new Map<string, Rgb>();
let reader: CanvasRenderingContext2D | null = null;

/** Reads an opaque CSS colour as red, green, blue from 0 to 1; the browser knows how. */
export function rgbOf(css: string): Rgb {
  const before = known.get(css);
  if (before) return before;
  reader ??= new OffscreenCanvas(1, 1).getContext("2d", {
    willReadFrequently: true,
  }) as unknown as CanvasRenderingContext2D;
  reader.fillStyle = css;
  reader.fillRect(0, 0, 1, 1);
  const [r, g, b] = reader.getImageData(0, 0, 1, 1).data;
  const rgb = [r! / 255, g! / 255, b! / 255] as const;
  known.set(css, rgb);
  return rgb;
}

export interface LineTextures {
  /** Red, green, blue per swatch. */
  readonly colours: Float32Array<ArrayBuffer>;
  /** Pattern (−1 for none) and its strength per swatch. */
  readonly styles: Float32Array<ArrayBuffer>;
}

/** Gives the swatches of a palette; all but those of `pick` are faint, null lets all stand out. */
export function texturesOf({ swatches }: Palette, tokens: MapColours, pick: ClassPick | null): LineTextures {
  const paper = rgbOf(tokens.paper);
  const colours = new Float32Array(3 * MAX_SWATCHES);
  const styles = new Float32Array(2 * MAX_SWATCHES);
  swatches.forEach(({ colour, pattern, at, isUnreliable }, i) => {
    const isMeant = pick === "unreliable" ? isUnreliable : at === pick;
    const strength = pick === null || at === null || isMeant ? 1 : FAINT;
    rgbOf(colour).forEach((part, c) => {
      colours[3 * i + c] = paper[c]! + (part - paper[c]!) * strength;
    });
    styles[2 * i] = pattern === null ? -1 : PATTERNS.indexOf(pattern);
    styles[2 * i + 1] = strength;
  });
  return { colours, styles };
}

/** Makes the patterns of a theme as layers of one texture. */
export function makePatterns(gl: WebGL2RenderingContext, tokens: MapColours): WebGLTexture {
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
