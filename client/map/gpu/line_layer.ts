// Lines along the borders of areas, drawn among MapLibre's layers from the same tiles as the areas.

import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapLibreMap } from "maplibre-gl";
import { SEGMENT } from "./borders.ts";
import type { Segments } from "./borders.ts";
import { GpuCache } from "./gpu_cache.ts";
import { eachTile, runsIn, viewIn } from "./tile_matrix.ts";
import { rgbOf } from "./textures.ts";
import { VERTICES, makeLineProgram, makeSegmentTexture } from "./line_program.ts";
import type { LineProgram } from "./line_program.ts";
import { drawOver } from "./program.ts";
import type { TileSet } from "./tile_set.ts";
import type { TileGeometry } from "./tile_geometry.ts";

export interface Line {
  readonly tiles: TileSet;
  /** Gives the segments of a tile: the same list as long as they are the same. */
  readonly segmentsOf: (shape: TileGeometry) => Segments;
  /** A CSS colour. */
  readonly colour: string;
  readonly opacity: number;
  /** Width in CSS pixels at a zoom of the map; a line thinner than a pixel is a pale line of one. */
  readonly widthAt: (zoom: number) => number;
}

interface Tools {
  readonly lines: LineProgram;
  readonly textures: GpuCache<Segments, WebGLTexture>;
}

const makeTools = (gl: WebGL2RenderingContext): Tools => ({
  lines: makeLineProgram(gl),
  textures: new GpuCache<Segments, WebGLTexture>(
    (segments) => makeSegmentTexture(gl, segments),
    (texture) => gl.deleteTexture(texture),
  ),
});

/** A layer of lines, bottom to top; whoever sets them asks the map for a frame. */
export class LineLayer implements CustomLayerInterface {
  readonly id: string;
  readonly type = "custom" as const;
  lines: readonly Line[] = [];
  readonly #map: MapLibreMap;
  #tools: Tools | null = null;

  constructor(id: string, map: MapLibreMap) {
    this.id = id;
    this.#map = map;
  }

  render(gl: WebGL2RenderingContext, camera: CustomRenderMethodInput): void {
    const [zoom, ratio] = [this.#map.getZoom(), this.#map.getPixelRatio()];
    const seen = this.lines.filter(({ widthAt }) => widthAt(zoom) > 0);
    if (seen.length === 0) return;
    const { lines, textures } = (this.#tools ??= makeTools(gl));
    const { at } = lines;
    drawOver(gl, lines.program);
    gl.bindVertexArray(null);
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
    gl.activeTexture(gl.TEXTURE0);
    gl.uniform1i(at.segments, 0);
    gl.uniform2f(at.size, gl.drawingBufferWidth, gl.drawingBufferHeight);
    let drawn = 0;
    for (const { tiles, segmentsOf, colour, opacity, widthAt } of seen) {
      const width = widthAt(zoom) * ratio;
      const alpha = opacity * Math.min(1, width);
      const [r, g, b] = rgbOf(colour);
      gl.uniform4f(at.ink, r * alpha, g * alpha, b * alpha, alpha);
      gl.uniform1f(at.radius, Math.max(1, width) / 2);
      eachTile(gl, camera, tiles, ({ shape }, _, matrix) => {
        const segments = shape && segmentsOf(shape);
        if (!segments || segments.length === 0) return;
        gl.bindTexture(gl.TEXTURE_2D, textures.get(segments));
        drawn++;
        gl.uniformMatrix4fv(at.matrix, false, matrix);
        const runs =
          segments === shape.borders
            ? runsIn(shape.boxes, shape.firstBorder, viewIn(matrix))
            : [[0, segments.length / SEGMENT] as const];
        for (const [first, count] of runs) gl.drawArrays(gl.TRIANGLES, VERTICES * first, VERTICES * count);
      });
    }
    textures.trim(drawn);
  }
}
