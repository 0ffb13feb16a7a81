// The layer that fills the areas, on a canvas of its own under MapLibre's. New content for the same areas costs one byte per area
// and one frame of this canvas; MapLibre draws nothing for it.

import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapLibreMap } from "maplibre-gl";
import type { ClassPick } from "#client/model/fill.ts";
import { SIZE_PX } from "#client/ui/patterns.ts";
import { drawsInSoftware } from "#client/map/software_rendering.ts";
import { TILE_PX } from "./tile_fallback.ts";
import type { TileId } from "./tile_fallback.ts";
import { drawTiles, runsInBox, visibleBox } from "./tile_matrix.ts";
import { UNPICKED_SHARE, swatchUniforms, createPatternTexture, rgbOf } from "./textures.ts";
import type { ContentTile, ContentTiles } from "./content_tiles.ts";
import type { KeptAreas } from "#client/model/kept_areas.ts";
import { paledBut } from "./palette.ts";
import { createAreaProgram } from "./program.ts";
import type { AreaProgram } from "./program.ts";
import { ContextPainter, STENCIL } from "./context_painter.ts";
import type { PaintedContext } from "./context_painter.ts";
import { LineLayer } from "./line_layer.ts";
import type { Line } from "./line_layer.ts";
import { MaskLayer } from "./mask_layer.ts";
import type { Mask } from "./mask_layer.ts";
import { createTileBuffers } from "./tile_buffers.ts";
import type { TileBuffers } from "./tile_buffers.ts";
import { EXTENT } from "./tile_geometry.ts";

/** What belongs to the WebGL context, made anew after it was lost. */
interface AreaResources {
  readonly program: AreaProgram;
  readonly buffers: TileBuffers;
  readonly painter: ContextPainter;
  readonly halo: LineLayer;
  readonly mask: MaskLayer;
  patterns: { readonly texture: WebGLTexture; readonly theme: string } | null;
}

/** What is drawn on the canvas beside the areas. */
export interface AreaSurroundings {
  /** Around the territory, bottom to top. */
  readonly halo: readonly Line[];
  /** Over all that is outside of the open area. */
  readonly mask: Mask | null;
}

/** A layer of the map, so that it is called for every frame with its camera. */
export class AreaLayer implements CustomLayerInterface {
  readonly id = "areas";
  readonly type = "custom" as const;
  readonly canvas = document.createElement("canvas");
  readonly #map: MapLibreMap;
  readonly #gl: WebGL2RenderingContext;
  #resources: AreaResources | null = null;
  /** The camera of MapLibre's last frame. */
  #camera: CustomRenderMethodInput | null = null;
  /** Camera and size with which the canvas was last drawn; null when it must be drawn anew. */
  #drawnView: string | null = null;
  #frame: number | null = null;
  #below: ContentTiles | null = null;
  #above: ContentTiles | null = null;
  #pick: ClassPick | null = null;
  #kept: KeptAreas | null = null;
  /** Tiles with the areas paled that are not kept. */
  #paled = new WeakMap<ContentTile, ContentTile>();
  #surroundings: AreaSurroundings = { halo: [], mask: null };
  #context: () => PaintedContext | null = () => null;
  #fade = { start: 0, length: 0 };
  #onShown: (() => void) | null = null;

  /** Throws where the browser has no WebGL. */
  constructor(map: MapLibreMap) {
    this.#map = map;
    const gl = this.canvas.getContext("webgl2", {
      antialias: !drawsInSoftware(),
      depth: false,
      stencil: true,
      preserveDrawingBuffer: true,
    });
    if (!gl) throw new Error("the areas cannot be drawn: there is no WebGL 2");
    this.#gl = gl;
    this.canvas.className = "area-canvas";
    this.canvas.addEventListener("webglcontextlost", (event) => {
      event.preventDefault();
      this.#resources = null;
    });
    this.canvas.addEventListener("webglcontextrestored", () => this.invalidate());
    map.getCanvasContainer().prepend(this.canvas);
  }

  /** Shows tiles instead of the last ones, faded in over `fadeMs`; `onShown` is called when the fade is over. */
  show(tiles: ContentTiles, fadeMs: number, onShown: () => void): void {
    this.#below = this.#above;
    this.#above = tiles;
    this.#fade = { start: performance.now(), length: this.#below ? fadeMs : 0 };
    this.#onShown = onShown;
    this.invalidate();
  }

  /** Pales all areas but those of one class; null pales none. */
  pick(pick: ClassPick | null): void {
    this.#pick = pick;
    this.invalidate();
  }

  /** Pales all areas of a level but some; null pales none. */
  keep(kept: KeptAreas | null): void {
    this.#kept = kept;
    this.#paled = new WeakMap();
    this.invalidate();
  }

  /** A tile as it is drawn: with the areas paled that are not kept. */
  #drawn(tile: ContentTile, level: string): ContentTile {
    const kept = this.#kept;
    if (!tile.geometry || kept?.level !== level) return tile;
    let paled = this.#paled.get(tile);
    if (!paled) {
      paled = { ...tile, swatches: paledBut(tile.swatches, tile.geometry.codes, kept.codes) };
      this.#paled.set(tile, paled);
    }
    return paled;
  }

  /** Sets what is drawn around the areas. */
  surround(surroundings: AreaSurroundings): void {
    this.#surroundings = surroundings;
    this.invalidate();
  }

  /** Draws what `context` returns over the areas. */
  drawOver(context: () => PaintedContext | null): void {
    this.#context = context;
    this.invalidate();
  }

  /** Draws the canvas with the next frame. */
  invalidate(): void {
    this.#drawnView = null;
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      if (this.#camera && this.#drawnView === null) this.#draw(this.#camera);
    });
  }

  /** Draws in the same frame as MapLibre, so that both canvases move as one. */
  render(_: WebGL2RenderingContext, camera: CustomRenderMethodInput): void {
    this.#camera = camera;
    if (this.#drawnView !== this.#viewKey(camera)) this.#draw(camera);
  }

  #viewKey({ modelViewProjectionMatrix }: CustomRenderMethodInput): string {
    const { width, height } = this.#map.getCanvas();
    return [width, height, ...Array.from(modelViewProjectionMatrix)].join(" ");
  }

  /** Removes the canvas, and frees what the GPU holds for it. */
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
    this.#drawnView = this.#viewKey(camera);
    gl.viewport(0, 0, this.canvas.width, this.canvas.height);
    gl.clear(gl.COLOR_BUFFER_BIT | gl.STENCIL_BUFFER_BIT);
    if (!this.#above) return;
    this.#resources ??= this.#createResources();
    const { program, buffers, halo } = this.#resources;
    halo.lines = this.#surroundings.halo;
    halo.render(gl, camera);
    gl.enable(gl.STENCIL_TEST);
    gl.stencilOp(gl.KEEP, gl.KEEP, gl.REPLACE);
    gl.stencilFunc(gl.ALWAYS, STENCIL.inside, 0xff);
    gl.useProgram(program.program);
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
    const { start, length } = this.#fade;
    const opacity = length === 0 ? 1 : Math.min(1, (performance.now() - start) / length);
    if (opacity === 1) this.#below = null;
    let drawn = 0;
    if (this.#below) drawn += this.#drawContent(camera, this.#below, 1);
    drawn += this.#drawContent(camera, this.#above, opacity);
    gl.bindVertexArray(null);
    buffers.geometries.trim(drawn);
    buffers.swatches.trim(drawn);
    this.#drawOver(camera);
    if (opacity < 1) return this.invalidate();
    const onShown = this.#onShown;
    this.#onShown = null;
    onShown?.();
  }

  #createResources(): AreaResources {
    const program = createAreaProgram(this.#gl);
    return {
      program,
      buffers: createTileBuffers(this.#gl, program),
      painter: new ContextPainter(this.#gl, this.#map),
      halo: new LineLayer("halo", this.#map),
      mask: new MaskLayer("cover"),
      patterns: null,
    };
  }

  /** Draws the mask, and on land the layers beside the areas. */
  #drawOver(camera: CustomRenderMethodInput): void {
    const gl = this.#gl;
    const { mask, painter } = this.#resources!;
    mask.mask = this.#surroundings.mask;
    gl.stencilFunc(gl.ALWAYS, STENCIL.outside, 0xff);
    mask.render(gl, camera);
    gl.stencilOp(gl.KEEP, gl.KEEP, gl.KEEP);
    const context = this.#context();
    if (context) painter.draw(camera, context);
    gl.disable(gl.STENCIL_TEST);
  }

  /** Draws the tiles of a content; returns their number. */
  #drawContent(camera: CustomRenderMethodInput, tiles: ContentTiles, opacity: number): number {
    const gl = this.#gl;
    const { program, buffers } = this.#resources!;
    const { uniforms } = program;
    const { content, palette } = tiles;
    const { colours, styles } = swatchUniforms(palette, content.tokens, this.#pick);
    const ink = rgbOf(content.tokens.hatchInk);
    if (opacity === 1) gl.disable(gl.BLEND);
    else gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.activeTexture(gl.TEXTURE1);
    gl.bindTexture(gl.TEXTURE_2D_ARRAY, this.#patterns(tiles));
    gl.activeTexture(gl.TEXTURE0);
    gl.uniform1i(uniforms.swatches, 0);
    gl.uniform1i(uniforms.patterns, 1);
    gl.uniform3fv(uniforms.colours, colours);
    gl.uniform2fv(uniforms.styles, styles);
    gl.uniform4f(uniforms.paled, ...rgbOf(content.tokens.paper), UNPICKED_SHARE);
    gl.uniform1f(uniforms.opacity, opacity);
    return drawTiles(gl, camera, tiles, (tile, id, matrix) => {
      if (!tile.geometry) return;
      const geometry = buffers.geometries.get(tile.geometry);
      const swatches = buffers.swatches.get(this.#drawn(tile, content.level.id));
      gl.bindTexture(gl.TEXTURE_2D, swatches.texture);
      gl.uniformMatrix4fv(uniforms.matrix, false, matrix);
      gl.uniform3fv(uniforms.patternFrame, this.#patternFrame(id));
      gl.uniform4f(uniforms.ink, 0, 0, 0, 0);
      gl.bindVertexArray(geometry.array);
      gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, geometry.triangles);
      const { boxes, firstTriangle } = tile.geometry;
      for (const [first, count] of runsInBox(boxes, firstTriangle, visibleBox(matrix)))
        gl.drawElements(gl.TRIANGLES, 3 * count, gl.UNSIGNED_INT, 12 * first);
      if (!swatches.lines) return;
      gl.uniform4f(uniforms.ink, ...ink, 1);
      gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, swatches.lines.buffer);
      gl.drawElements(gl.LINES, swatches.lines.count, gl.UNSIGNED_INT, 0);
    });
  }

  #patterns({ content: { tokens } }: ContentTiles): WebGLTexture {
    const resources = this.#resources!;
    const theme = tokens.hatchPaper + tokens.hatchInk;
    if (resources.patterns?.theme !== theme) {
      if (resources.patterns) this.#gl.deleteTexture(resources.patterns.texture);
      resources.patterns = { texture: createPatternTexture(this.#gl, tokens), theme };
    }
    return resources.patterns.texture;
  }

  /** Offset of the patterns in a tile, and cells of the pattern per tile unit, so that patterns go on across tiles. */
  #patternFrame({ z, x, y }: TileId): [number, number, number] {
    const cells = (TILE_PX * 2 ** (this.#map.getZoom() - z)) / SIZE_PX;
    return [(x * cells) % 1, (y * cells) % 1, cells / EXTENT];
  }
}
