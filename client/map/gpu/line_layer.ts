// Lines along the borders of areas, drawn among MapLibre's layers from the same tiles as the areas.

import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapLibreMap } from "maplibre-gl";
import { GpuCache } from "./gpu_cache.ts";
import { drawTiles, runsInBox, visibleBox } from "./tile_matrix.ts";
import { rgbOf } from "./textures.ts";
import { VERTICES, createLineProgram, createSegmentTexture } from "./line_program.ts";
import type { LineProgram } from "./line_program.ts";
import { useProgramOver } from "./program.ts";
import type { TileSet } from "./tile_set.ts";
import { SEGMENT } from "./tile_geometry.ts";
import type { Segments, TileGeometry } from "./tile_geometry.ts";

export interface Line {
  readonly tiles: TileSet;
  /** The segments of a tile: the same array as long as they are the same. */
  readonly segmentsOf: (geometry: TileGeometry) => Segments;
  /** A CSS colour. */
  readonly colour: string;
  readonly opacity: number;
  /** Width in CSS pixels at a zoom of the map; a line thinner than a pixel is drawn one pixel wide and paler. */
  readonly widthAt: (zoom: number) => number;
}

interface LineResources {
  readonly program: LineProgram;
  readonly textures: GpuCache<Segments, WebGLTexture>;
}

const createResources = (gl: WebGL2RenderingContext): LineResources => ({
  program: createLineProgram(gl),
  textures: new GpuCache<Segments, WebGLTexture>(
    (segments) => createSegmentTexture(gl, segments),
    (texture) => gl.deleteTexture(texture),
  ),
});

/** A layer of lines, drawn in their order; after setting them the caller requests a frame of the map. */
export class LineLayer implements CustomLayerInterface {
  readonly id: string;
  readonly type = "custom" as const;
  lines: readonly Line[] = [];
  readonly #map: MapLibreMap;
  #resources: LineResources | null = null;

  constructor(id: string, map: MapLibreMap) {
    this.id = id;
    this.#map = map;
  }

  render(gl: WebGL2RenderingContext, camera: CustomRenderMethodInput): void {
    const [zoom, ratio] = [this.#map.getZoom(), this.#map.getPixelRatio()];
    const visible = this.lines.filter(({ widthAt }) => widthAt(zoom) > 0);
    if (visible.length === 0) return;
    const { program, textures } = (this.#resources ??= createResources(gl));
    const { uniforms } = program;
    useProgramOver(gl, program.program);
    gl.bindVertexArray(null);
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
    gl.activeTexture(gl.TEXTURE0);
    gl.uniform1i(uniforms.segments, 0);
    gl.uniform2f(uniforms.size, gl.drawingBufferWidth, gl.drawingBufferHeight);
    let drawn = 0;
    for (const { tiles, segmentsOf, colour, opacity, widthAt } of visible) {
      const width = widthAt(zoom) * ratio;
      const alpha = opacity * Math.min(1, width);
      const [r, g, b] = rgbOf(colour);
      gl.uniform4f(uniforms.ink, r * alpha, g * alpha, b * alpha, alpha);
      gl.uniform1f(uniforms.radius, Math.max(1, width) / 2);
      drawTiles(gl, camera, tiles, ({ geometry }, _, matrix) => {
        const segments = geometry && segmentsOf(geometry);
        if (!segments || segments.length === 0) return;
        gl.bindTexture(gl.TEXTURE_2D, textures.get(segments));
        drawn++;
        gl.uniformMatrix4fv(uniforms.matrix, false, matrix);
        const runs =
          segments === geometry.borders
            ? runsInBox(geometry.boxes, geometry.firstBorder, visibleBox(matrix))
            : [[0, segments.length / SEGMENT] as const];
        for (const [first, count] of runs) gl.drawArrays(gl.TRIANGLES, VERTICES * first, VERTICES * count);
      });
    }
    textures.trim(drawn);
  }
}
