// Fills the areas of pictures on MapLibre's canvas. A new picture of the same areas costs one byte per area and one frame.

import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapLibreMap } from "maplibre-gl";
import type { ClassPick } from "../painting.ts";
import { SIZE_PX } from "../patterns.ts";
import { drawsOf } from "./cover.ts";
import type { Draw, TileId } from "./cover.ts";
import { inksOf, makePatterns, rgbOf } from "./ink.ts";
import type { PictureTiles } from "./picture_tiles.ts";
import { makeProgram } from "./program.ts";
import type { AreaProgram } from "./program.ts";
import { TileBuffers } from "./tile_buffers.ts";
import { EXTENT } from "./tile_shape.ts";

/** CSS pixels of a tile at its own zoom. */
export const TILE_PX = 512;

interface Tools {
  readonly program: AreaProgram;
  readonly buffers: TileBuffers;
  patterns: { readonly texture: WebGLTexture; readonly theme: string } | null;
}

export class AreaLayer implements CustomLayerInterface {
  readonly id = "areas";
  readonly type = "custom" as const;
  readonly #map: MapLibreMap;
  #tools: Tools | null = null;
  #below: PictureTiles | null = null;
  #above: PictureTiles | null = null;
  #pick: ClassPick | null = null;
  #fade = { start: 0, length: 0 };

  constructor(map: MapLibreMap) {
    this.#map = map;
    map.on("webglcontextlost", () => (this.#tools = null));
  }

  /** Shows a picture instead of the last one, faded in over `fadeMs`. */
  show(picture: PictureTiles, fadeMs: number): void {
    this.#below = this.#above;
    this.#above = picture;
    this.#fade = { start: performance.now(), length: this.#below ? fadeMs : 0 };
    this.#map.triggerRepaint();
  }

  /** Lets the areas of one class stand out; null lets all. */
  pick(pick: ClassPick | null): void {
    this.#pick = pick;
    this.#map.triggerRepaint();
  }

  onRemove(): void {
    this.#tools = null;
  }

  render(gl: WebGL2RenderingContext, input: CustomRenderMethodInput): void {
    if (!this.#above) return;
    this.#tools ??= this.#make(gl);
    const { program, buffers } = this.#tools;
    gl.useProgram(program.program);
    gl.disable(gl.DEPTH_TEST);
    gl.disable(gl.STENCIL_TEST);
    gl.disable(gl.CULL_FACE);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
    gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
    const { start, length } = this.#fade;
    const opacity = length === 0 ? 1 : Math.min(1, (performance.now() - start) / length);
    if (opacity === 1) this.#below = null;
    else this.#map.triggerRepaint();
    let drawn = 0;
    gl.enable(gl.SCISSOR_TEST);
    if (this.#below) drawn += this.#draw(gl, input, this.#below, 1);
    drawn += this.#draw(gl, input, this.#above, opacity);
    gl.disable(gl.SCISSOR_TEST);
    gl.bindVertexArray(null);
    buffers.trim(drawn);
  }

  #make(gl: WebGL2RenderingContext): Tools {
    const program = makeProgram(gl);
    return { program, buffers: new TileBuffers(gl, program), patterns: null };
  }

  /** Gives the number of tiles that it drew. */
  #draw(
    gl: WebGL2RenderingContext,
    input: CustomRenderMethodInput,
    pictures: PictureTiles,
    opacity: number,
  ): number {
    const { program, buffers } = this.#tools!;
    const { at } = program;
    const { picture, palette } = pictures;
    const { colours, styles } = inksOf(palette, picture.tokens, this.#pick);
    const outlined = new Set(palette.swatches.flatMap(({ isOutlined }, i) => (isOutlined ? [i] : [])));
    const ink = rgbOf(picture.tokens.hatchInk);
    gl.activeTexture(gl.TEXTURE1);
    gl.bindTexture(gl.TEXTURE_2D_ARRAY, this.#patterns(gl, pictures));
    gl.activeTexture(gl.TEXTURE0);
    gl.uniform1i(at.places, 0);
    gl.uniform1i(at.patterns, 1);
    gl.uniform3fv(at.colours, colours);
    gl.uniform2fv(at.styles, styles);
    gl.uniform1f(at.opacity, opacity);
    const draws = drawsOf(pictures.cover, (id) => pictures.tile(id) !== undefined, picture.level.minZoom);
    for (const { tile: id, frame } of draws) {
      const tile = pictures.tile(id)!;
      if (!tile.shape || !this.#scissor(gl, input, frame)) continue;
      const shape = buffers.shape(tile.shape);
      const table = buffers.table(tile, tile.shape, outlined);
      gl.bindTexture(gl.TEXTURE_2D, table.texture);
      gl.uniformMatrix4fv(at.matrix, false, Float32Array.from(matrixOf(input, id)));
      gl.uniform3fv(at.grain, this.#grain(id));
      gl.uniform4f(at.ink, 0, 0, 0, 0);
      gl.bindVertexArray(shape.array);
      gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, shape.triangles);
      gl.drawElements(gl.TRIANGLES, shape.count, gl.UNSIGNED_INT, 0);
      if (!table.lines) continue;
      gl.uniform4f(at.ink, ...ink, 1);
      gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, table.lines.buffer);
      gl.drawElements(gl.LINES, table.lines.count, gl.UNSIGNED_INT, 0);
    }
    return draws.length;
  }

  #patterns(gl: WebGL2RenderingContext, { picture: { tokens } }: PictureTiles): WebGLTexture {
    const tools = this.#tools!;
    const theme = tokens.hatchPaper + tokens.hatchInk;
    if (tools.patterns?.theme !== theme) {
      if (tools.patterns) gl.deleteTexture(tools.patterns.texture);
      tools.patterns = { texture: makePatterns(gl, tokens), theme };
    }
    return tools.patterns.texture;
  }

  /** Keeps drawing inside a tile, whose areas go a little beyond it; false when it is off the screen. */
  #scissor(gl: WebGL2RenderingContext, input: CustomRenderMethodInput, frame: Draw["frame"]): boolean {
    const m = matrixOf(input, frame);
    const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
    const corner = (u: number, v: number): readonly [number, number] | null => {
      const w = m[3]! * u + m[7]! * v + m[15]!;
      if (w <= 0) return null;
      const x = (m[0]! * u + m[4]! * v + m[12]!) / w;
      const y = (m[1]! * u + m[5]! * v + m[13]!) / w;
      return [Math.round(((x + 1) / 2) * width), Math.round(((y + 1) / 2) * height)];
    };
    // A tilted tile is no rectangle: its bounding box, and the whole canvas for one that reaches behind the camera.
    const ends = [0, 2 * EXTENT];
    const corners = ends.flatMap((u) => ends.map((v) => corner(u, v)));
    const known = corners.flatMap((one) => (one ? [one] : []));
    if (known.length === 0) return false;
    const isWhole = known.length === corners.length;
    const xs = known.map(([x]) => x);
    const ys = known.map(([, y]) => y);
    const [x0, y0] = isWhole ? [Math.max(0, Math.min(...xs)), Math.max(0, Math.min(...ys))] : [0, 0];
    const [x1, y1] = isWhole
      ? [Math.min(width, Math.max(...xs)), Math.min(height, Math.max(...ys))]
      : [width, height];
    if (x1 <= x0 || y1 <= y0) return false;
    gl.scissor(x0, y0, x1 - x0, y1 - y0);
    return true;
  }

  /** Where patterns begin in a tile, and cells of the pattern per tile unit: neighbours go on in each other. */
  #grain({ z, x, y }: TileId): [number, number, number] {
    const cells = (TILE_PX * 2 ** (this.#map.getZoom() - z)) / SIZE_PX;
    return [(x * cells) % 1, (y * cells) % 1, cells / EXTENT];
  }
}

/** Gives the matrix from half tile units to clip space. */
const matrixOf = ({ getProjectionData }: CustomRenderMethodInput, { z, x, y }: TileId): ArrayLike<number> =>
  getProjectionData({ tileID: { wrap: 0, canonical: { z, x, y } } }).mainMatrix;
