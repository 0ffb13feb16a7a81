// A mask over all areas of a level but one: paper over what is filled, or less of what is drawn so far on MapLibre's canvas.

import type { CustomLayerInterface, CustomRenderMethodInput } from "maplibre-gl";
import { GpuCache } from "./gpu_cache.ts";
import { drawTiles } from "./tile_matrix.ts";
import { rgbOf } from "./textures.ts";
import { createFlatProgram } from "./flat_program.ts";
import { useProgramOver } from "./program.ts";
import type { TileSet } from "./tile_set.ts";
import { VERTEX_BYTES, featureOf } from "./tile_geometry.ts";
import type { TileGeometry } from "./tile_geometry.ts";

/** How a mask hides: `cover` lays paper over the fill, of which little may be seen; `fade` takes lines and circles back. */
const WAYS = {
  cover: { strength: 0.9, blend: (gl: WebGL2RenderingContext) => gl.ONE },
  fade: { strength: 0.62, blend: (gl: WebGL2RenderingContext) => gl.ZERO },
} as const;

export interface Mask {
  readonly tiles: TileSet;
  /** Code of the area that stays free. */
  readonly code: string;
  /** A CSS colour. */
  readonly colour: string;
}

interface MaskBuffers {
  readonly array: WebGLVertexArrayObject;
  readonly vertices: WebGLBuffer;
  readonly triangles: WebGLBuffer;
}

function createResources(gl: WebGL2RenderingContext) {
  const linked = createFlatProgram(gl);
  const { position } = linked;
  const buffers = new GpuCache<TileGeometry, MaskBuffers>(
    (geometry) => {
      const array = gl.createVertexArray();
      const [vertices, triangles] = [gl.createBuffer(), gl.createBuffer()];
      gl.bindVertexArray(array);
      gl.bindBuffer(gl.ARRAY_BUFFER, vertices);
      gl.bufferData(gl.ARRAY_BUFFER, geometry.vertices, gl.STATIC_DRAW);
      gl.enableVertexAttribArray(position);
      gl.vertexAttribPointer(position, 2, gl.SHORT, false, VERTEX_BYTES, 0);
      gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, triangles);
      gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, geometry.triangles, gl.STATIC_DRAW);
      return { array, vertices, triangles };
    },
    ({ array, vertices, triangles }) => {
      gl.deleteVertexArray(array);
      gl.deleteBuffer(vertices);
      gl.deleteBuffer(triangles);
    },
  );
  return { ...linked, buffers };
}

/** The layer of the mask; after setting it the caller requests a frame of the map. */
export class MaskLayer implements CustomLayerInterface {
  readonly id = "mask";
  readonly type = "custom" as const;
  mask: Mask | null = null;
  readonly #way: keyof typeof WAYS;
  #resources: ReturnType<typeof createResources> | null = null;

  constructor(way: keyof typeof WAYS) {
    this.#way = way;
  }

  render(gl: WebGL2RenderingContext, camera: CustomRenderMethodInput): void {
    if (!this.mask) return;
    const { tiles, code, colour } = this.mask;
    const { program, uniforms, buffers } = (this.#resources ??= createResources(gl));
    const { strength, blend } = WAYS[this.#way];
    useProgramOver(gl, program);
    // On the canvas of the areas it marks what it covers.
    if (this.#way === "cover") gl.enable(gl.STENCIL_TEST);
    gl.blendFunc(blend(gl), gl.ONE_MINUS_SRC_ALPHA);
    const [r, g, b] = rgbOf(colour).map((part) => part * strength);
    gl.uniform4f(uniforms.ink, r!, g!, b!, strength);
    const drawn = drawTiles(gl, camera, tiles, ({ geometry }, _, matrix) => {
      if (!geometry) return;
      gl.uniformMatrix4fv(uniforms.matrix, false, matrix);
      gl.bindVertexArray(buffers.get(geometry).array);
      const { firstTriangle, triangles } = geometry;
      const k = featureOf(geometry, code);
      const free = k === undefined ? [0, 0] : [3 * firstTriangle[k]!, 3 * firstTriangle[k + 1]!];
      for (const [first, end] of [
        [0, free[0]!],
        [free[1]!, triangles.length],
      ] as const)
        if (end > first) gl.drawElements(gl.TRIANGLES, end - first, gl.UNSIGNED_INT, 4 * first);
    });
    gl.bindVertexArray(null);
    buffers.trim(drawn);
  }
}
