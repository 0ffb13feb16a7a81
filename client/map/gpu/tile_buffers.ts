// What the GPU holds of tiles: triangles by shape, swatches by content.

import { GpuCache } from "./gpu_cache.ts";
import type { ContentTile } from "./content_tiles.ts";
import { ROW, makeTable } from "./program.ts";
import type { AreaProgram } from "./program.ts";
import { VERTEX_BYTES } from "./tile_geometry.ts";
import type { TileGeometry } from "./tile_geometry.ts";

export interface GeometryBuffers {
  readonly array: WebGLVertexArrayObject;
  readonly vertices: WebGLBuffer;
  readonly triangles: WebGLBuffer;
}

export interface PlaceTable {
  /** The swatches of the areas as bytes. */
  readonly texture: WebGLTexture;
  /** Ends of the lines around outlined areas; null for none. */
  readonly lines: { readonly buffer: WebGLBuffer; readonly count: number } | null;
}

export interface TileBuffers {
  readonly shapes: GpuCache<TileGeometry, GeometryBuffers>;
  readonly tables: GpuCache<ContentTile, PlaceTable>;
}

function holdShape(gl: WebGL2RenderingContext, program: AreaProgram, shape: TileGeometry): GeometryBuffers {
  const [array, vertices, triangles] = [gl.createVertexArray(), gl.createBuffer(), gl.createBuffer()];
  gl.bindVertexArray(array);
  gl.bindBuffer(gl.ARRAY_BUFFER, vertices);
  gl.bufferData(gl.ARRAY_BUFFER, shape.vertices, gl.STATIC_DRAW);
  const { position, feature } = program;
  gl.enableVertexAttribArray(position);
  gl.vertexAttribPointer(position, 2, gl.SHORT, false, VERTEX_BYTES, 0);
  gl.enableVertexAttribArray(feature);
  gl.vertexAttribIPointer(feature, 1, gl.UNSIGNED_INT, VERTEX_BYTES, 4);
  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, triangles);
  gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, shape.triangles, gl.STATIC_DRAW);
  gl.bindVertexArray(null);
  return { array, vertices, triangles };
}

function holdLines(gl: WebGL2RenderingContext, ends: Uint32Array<ArrayBuffer>): PlaceTable["lines"] {
  if (ends.length === 0) return null;
  const buffer = gl.createBuffer();
  gl.bindVertexArray(null);
  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, buffer);
  gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, ends, gl.STATIC_DRAW);
  return { buffer, count: ends.length };
}

function holdTable(gl: WebGL2RenderingContext, { places, outlined }: ContentTile): PlaceTable {
  const rows = Math.ceil(places.length / ROW);
  const bytes = new Uint8Array(rows * ROW);
  bytes.set(places);
  const texture = makeTable(gl);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.R8UI, ROW, rows, 0, gl.RED_INTEGER, gl.UNSIGNED_BYTE, bytes);
  return { texture, lines: holdLines(gl, outlined) };
}

/** Makes the places where triangles and swatches of tiles are held; nothing is sent before it is asked for. */
export const makeTileBuffers = (gl: WebGL2RenderingContext, program: AreaProgram): TileBuffers => ({
  shapes: new GpuCache(
    (shape) => holdShape(gl, program, shape),
    ({ array, vertices, triangles }) => {
      gl.deleteVertexArray(array);
      gl.deleteBuffer(vertices);
      gl.deleteBuffer(triangles);
    },
  ),
  tables: new GpuCache(
    (tile) => holdTable(gl, tile),
    ({ texture, lines }) => {
      gl.deleteTexture(texture);
      if (lines) gl.deleteBuffer(lines.buffer);
    },
  ),
});
