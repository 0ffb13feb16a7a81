// Fills the areas of contents, on a canvas of its own under MapLibre's. A new content of the same areas costs one byte per area
// and one frame of this canvas; MapLibre draws nothing for it.

import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapLibreMap } from "maplibre-gl";
import type { ClassPick } from "#client/model/fill.ts";
import { SIZE_PX } from "#client/ui/patterns.ts";
import { drawsInSoftware } from "#client/map/software_rendering.ts";
import { TILE_PX } from "./tile_fallback.ts";
import type { TileId } from "./tile_fallback.ts";
import { eachTile, runsIn, viewIn } from "./tile_matrix.ts";
import { texturesOf, makePatterns, rgbOf } from "./textures.ts";
import type { ContentTiles } from "./content_tiles.ts";
import { makeProgram } from "./program.ts";
import type { AreaProgram } from "./program.ts";
import { makeTileBuffers } from "./tile_buffers.ts";
import type { TileBuffers } from "./tile_buffers.ts";
import { EXTENT } from "./tile_geometry.ts";

interface Tools {
  readonly program: AreaProgram;
  readonly buffers: TileBuffers;
  patterns: { readonly texture: WebGLTexture; readonly theme: string } | null;
}

/** A layer of the map, so that it hears of every frame and its camera. */
export class AreaLayer implements CustomLayerInterface {
  readonly id = "areas";
  readonly type = "custom" as const;
  readonly canvas = document.createElement("canvas");
  readonly #map: MapLibreMap;
  readonly #gl: WebGL2RenderingContext;
  #tools: Tools | null = null;
  /** The camera of MapLibre's last frame. */
  #camera: CustomRenderMethodInput | null = null;
  /** What the camera and the size were when the canvas was last drawn; null when it must be drawn anew. */
  #drawn: string | null = null;
  #frame: number | null = null;
  #below: ContentTiles | null = null;
  #above: ContentTiles | null = null;
  #pick: ClassPick | null = null;
  #fade = { start: 0, length: 0 };
  #onShown: (() => void) | null = null;

  /** Throws where the browser has no WebGL. */
  constructor(map: MapLibreMap) {
    this.#map = map;
    const gl = this.canvas.getContext("webgl2", {
      antialias: !drawsInSoftware(),
      depth: false,
      preserveDrawingBuffer: true,
    });
    if (!gl) throw new Error("the areas cannot be drawn: there is no WebGL 2");
    this.#gl = gl;
    this.canvas.className = "area-canvas";
    this.canvas.addEventListener("webglcontextlost", (event) => {
      event.preventDefault();
      this.#tools = null;
    });
    this.canvas.addEventListener("webglcontextrestored", () => this.invalidate());
    map.getCanvasContainer().prepend(this.canvas);
  }

  /** Shows a content instead of the last one, faded in over `fadeMs`; `onShown` is called when it stands there alone. */
  show(content: ContentTiles, fadeMs: number, onShown: () => void): void {
    this.#below = this.#above;
    this.#above = content;
    this.#fade = { start: performance.now(), length: this.#below ? fadeMs : 0 };
    this.#onShown = onShown;
    this.invalidate();
  }

  /** Lets the areas of one class stand out; null lets all. */
  pick(pick: ClassPick | null): void {
    this.#pick = pick;
    this.invalidate();
  }

  /** Draws the canvas with the next frame. */
  invalidate(): void {
    this.#drawn = null;
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      if (this.#camera && this.#drawn === null) this.#draw(this.#camera);
    });
  }

  /** Draws in the same frame as MapLibre, so that both canvases move as one. */
  render(_: WebGL2RenderingContext, camera: CustomRenderMethodInput): void {
    this.#camera = camera;
    if (this.#drawn !== this.#viewOf(camera)) this.#draw(camera);
  }

  #viewOf({ modelViewProjectionMatrix }: CustomRenderMethodInput): string {
    const { width, height } = this.#map.getCanvas();
    return [width, height, ...Array.from(modelViewProjectionMatrix)].join(" ");
  }

  /** Lets go of the canvas and all that the card holds for it. */
  remove(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#camera = null;
    this.canvas.remove();
    this.#gl.getExtension("WEBGL_lose_context")?.loseContext();
  }

  #resize(): void {
    const { width, height, style } = this.#map.getCanvas();
    if (this.canvas.width === width && this.canvas.height === height) return;
    [this.canvas.width, this.canvas.height] = [width, height];
    [this.canvas.style.width, this.canvas.style.height] = [style.width, style.height];
  }

  #draw(camera: CustomRenderMethodInput): void {
    const gl = this.#gl;
    if (gl.isContextLost()) return;
    this.#resize();
    this.#drawn = this.#viewOf(camera);
    gl.viewport(0, 0, this.canvas.width, this.canvas.height);
    gl.clear(gl.COLOR_BUFFER_BIT);
    if (!this.#above) return;
    this.#tools ??= this.#make();
    const { program, buffers } = this.#tools;
    gl.useProgram(program.program);
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
    const { start, length } = this.#fade;
    const opacity = length === 0 ? 1 : Math.min(1, (performance.now() - start) / length);
    if (opacity === 1) this.#below = null;
    let drawn = 0;
    if (this.#below) drawn += this.#drawPicture(camera, this.#below, 1);
    drawn += this.#drawPicture(camera, this.#above, opacity);
    gl.bindVertexArray(null);
    buffers.shapes.trim(drawn);
    buffers.tables.trim(drawn);
    if (opacity < 1) return this.invalidate();
    const onShown = this.#onShown;
    this.#onShown = null;
    onShown?.();
  }

  #make(): Tools {
    const program = makeProgram(this.#gl);
    return { program, buffers: makeTileBuffers(this.#gl, program), patterns: null };
  }

  /** Gives the number of tiles that it drew. */
  #drawPicture(camera: CustomRenderMethodInput, contentSwitch: ContentTiles, opacity: number): number {
    const gl = this.#gl;
    const { program, buffers } = this.#tools!;
    const { at } = program;
    const { content, palette } = contentSwitch;
    const { colours, styles } = texturesOf(palette, content.tokens, this.#pick);
    const ink = rgbOf(content.tokens.hatchInk);
    if (opacity === 1) gl.disable(gl.BLEND);
    else gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.activeTexture(gl.TEXTURE1);
    gl.bindTexture(gl.TEXTURE_2D_ARRAY, this.#patterns(contentSwitch));
    gl.activeTexture(gl.TEXTURE0);
    gl.uniform1i(at.places, 0);
    gl.uniform1i(at.patterns, 1);
    gl.uniform3fv(at.colours, colours);
    gl.uniform2fv(at.styles, styles);
    gl.uniform1f(at.opacity, opacity);
    return eachTile(gl, camera, contentSwitch, (tile, id, matrix) => {
      if (!tile.shape) return;
      const shape = buffers.shapes.get(tile.shape);
      const table = buffers.tables.get(tile);
      gl.bindTexture(gl.TEXTURE_2D, table.texture);
      gl.uniformMatrix4fv(at.matrix, false, matrix);
      gl.uniform3fv(at.grain, this.#grain(id));
      gl.uniform4f(at.ink, 0, 0, 0, 0);
      gl.bindVertexArray(shape.array);
      gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, shape.triangles);
      const { boxes, firstTriangle } = tile.shape;
      for (const [first, count] of runsIn(boxes, firstTriangle, viewIn(matrix)))
        gl.drawElements(gl.TRIANGLES, 3 * count, gl.UNSIGNED_INT, 12 * first);
      if (!table.lines) return;
      gl.uniform4f(at.ink, ...ink, 1);
      gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, table.lines.buffer);
      gl.drawElements(gl.LINES, table.lines.count, gl.UNSIGNED_INT, 0);
    });
  }

  #patterns({ content: { tokens } }: ContentTiles): WebGLTexture {
    const tools = this.#tools!;
    const theme = tokens.hatchPaper + tokens.hatchInk;
    if (tools.patterns?.theme !== theme) {
      if (tools.patterns) this.#gl.deleteTexture(tools.patterns.texture);
      tools.patterns = { texture: makePatterns(this.#gl, tokens), theme };
    }
    return tools.patterns.texture;
  }

  /** Where patterns begin in a tile, and cells of the pattern per tile unit: neighbours go on in each other. */
  #grain({ z, x, y }: TileId): [number, number, number] {
    const cells = (TILE_PX * 2 ** (this.#map.getZoom() - z)) / SIZE_PX;
    return [(x * cells) % 1, (y * cells) % 1, cells / EXTENT];
  }
}
