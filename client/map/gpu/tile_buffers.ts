// What the GPU holds of tiles: vertices and triangles by geometry, swatches by the tile of a content.

import { GpuCache } from "./gpu_cache.ts";
import type { ContentTile } from "./content_tiles.ts";
import { ROW, createTableTexture } from "./program.ts";
import type { AreaProgram } from "./program.ts";
import { VERTEX_BYTES } from "./tile_geometry.ts";
import type { TileGeometry } from "./tile_geometry.ts";

export interface GeometryBuffers {
  readonly array: WebGLVertexArrayObject;
  readonly vertices: WebGLBuffer;
  readonly triangles: WebGLBuffer;
}

export interface SwatchTable {
  /** Swatch indexes of the areas, a byte each. */
  readonly texture: WebGLTexture;
  /** Ends of the lines around outlined areas; null for none. */
  readonly lines: { readonly buffer: WebGLBuffer; readonly count: number } | null;
}

export interface TileBuffers {
  readonly geometries: GpuCache<TileGeometry, GeometryBuffers>;
  readonly swatches: GpuCache<ContentTile, SwatchTable>;
}

function uploadGeometry(
  gl: WebGL2RenderingContext,
  program: AreaProgram,
  geometry: TileGeometry,
): GeometryBuffers {
  const [array, vertices, triangles] = [gl.createVertexArray(), gl.createBuffer(), gl.createBuffer()];
  gl.bindVertexArray(array);
  gl.bindBuffer(gl.ARRAY_BUFFER, vertices);
  gl.bufferData(gl.ARRAY_BUFFER, geometry.vertices, gl.STATIC_DRAW);
  const { position, feature } = program;
  gl.enableVertexAttribArray(position);
  gl.vertexAttribPointer(position, 2, gl.SHORT, false, VERTEX_BYTES, 0);
  gl.enableVertexAttribArray(feature);
  gl.vertexAttribIPointer(feature, 1, gl.UNSIGNED_INT, VERTEX_BYTES, 4);
  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, triangles);
  gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, geometry.triangles, gl.STATIC_DRAW);
  gl.bindVertexArray(null);
  return { array, vertices, triangles };
}

function uploadLines(gl: WebGL2RenderingContext, ends: Uint32Array<ArrayBuffer>): SwatchTable["lines"] {
  if (ends.length === 0) return null;
  const buffer = gl.createBuffer();
  gl.bindVertexArray(null);
  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, buffer);
  gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, ends, gl.STATIC_DRAW);
  return { buffer, count: ends.length };
}

function uploadSwatches(gl: WebGL2RenderingContext, { swatches, outlined }: ContentTile): SwatchTable {
  const rows = Math.ceil(swatches.length / ROW);
  const bytes = new Uint8Array(rows * ROW);
  bytes.set(swatches);
  const texture = createTableTexture(gl);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.R8UI, ROW, rows, 0, gl.RED_INTEGER, gl.UNSIGNED_BYTE, bytes);
  return { texture, lines: uploadLines(gl, outlined) };
}

/** Empty caches of the buffers of tiles, which are uploaded when they are first drawn. */
export const createTileBuffers = (gl: WebGL2RenderingContext, program: AreaProgram): TileBuffers => ({
  geometries: new GpuCache(
    (geometry) => uploadGeometry(gl, program, geometry),
    ({ array, vertices, triangles }) => {
      gl.deleteVertexArray(array);
      gl.deleteBuffer(vertices);
      gl.deleteBuffer(triangles);
    },
  ),
  swatches: new GpuCache(
    (tile) => uploadSwatches(gl, tile),
    ({ texture, lines }) => {
      gl.deleteTexture(texture);
      if (lines) gl.deleteBuffer(lines.buffer);
    },
  ),
});
