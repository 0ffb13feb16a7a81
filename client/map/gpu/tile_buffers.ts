// What the GPU holds of tiles: triangles by shape, swatches by picture. What has not been drawn for long is let go.

import type { PictureTile } from "./picture_tiles.ts";
import { ROW } from "./program.ts";
import type { AreaProgram } from "./program.ts";
import { VERTEX_BYTES } from "./tile_shape.ts";
import type { TileShape } from "./tile_shape.ts";

/** Tiles whose buffers stay although they are not drawn. */
const KEPT = 64;

export interface ShapeBuffers {
  readonly array: WebGLVertexArrayObject;
  readonly vertices: WebGLBuffer;
  readonly triangles: WebGLBuffer;
}

export interface PlaceTable {
  readonly texture: WebGLTexture;
  /** Ends of the lines around outlined areas; null for none. */
  readonly lines: { readonly buffer: WebGLBuffer; readonly count: number } | null;
}

/** Gives the vertex numbers of the lines around the areas whose swatch is in `outlined`, two per line. */
export function outlineOf(
  shape: TileShape,
  places: Uint8Array,
  outlined: ReadonlySet<number>,
): Uint32Array<ArrayBuffer> {
  const ends: number[] = [];
  places.forEach((place, k) => {
    if (!outlined.has(place)) return;
    for (let ring = shape.firstRing[k]!; ring < shape.firstRing[k + 1]!; ring++) {
      const [first, end] = [shape.rings[ring]!, shape.rings[ring + 1]!];
      for (let v = first; v < end; v++) ends.push(v, v + 1 < end ? v + 1 : first);
    }
  });
  return Uint32Array.from(ends);
}

export class TileBuffers {
  readonly #gl: WebGL2RenderingContext;
  readonly #program: AreaProgram;
  readonly #shapes = new Map<TileShape, ShapeBuffers>();
  readonly #tables = new Map<PictureTile, PlaceTable>();

  constructor(gl: WebGL2RenderingContext, program: AreaProgram) {
    this.#gl = gl;
    this.#program = program;
  }

  /** Gives the triangles of a shape, sent to the GPU the first time. */
  shape(shape: TileShape): ShapeBuffers {
    const gl = this.#gl;
    let buffers = this.#shapes.get(shape);
    if (buffers) this.#shapes.delete(shape);
    else {
      const array = gl.createVertexArray();
      const vertices = gl.createBuffer();
      const triangles = gl.createBuffer();
      gl.bindVertexArray(array);
      gl.bindBuffer(gl.ARRAY_BUFFER, vertices);
      gl.bufferData(gl.ARRAY_BUFFER, shape.vertices, gl.STATIC_DRAW);
      const { position, feature } = this.#program;
      gl.enableVertexAttribArray(position);
      gl.vertexAttribPointer(position, 2, gl.SHORT, false, VERTEX_BYTES, 0);
      gl.enableVertexAttribArray(feature);
      gl.vertexAttribIPointer(feature, 1, gl.UNSIGNED_INT, VERTEX_BYTES, 4);
      gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, triangles);
      gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, shape.triangles, gl.STATIC_DRAW);
      gl.bindVertexArray(null);
      buffers = { array, vertices, triangles };
    }
    this.#shapes.set(shape, buffers);
    return buffers;
  }

  /** Gives the swatches of a tile as a texture of bytes, sent to the GPU the first time. */
  table(tile: PictureTile, shape: TileShape, outlined: ReadonlySet<number>): PlaceTable {
    const gl = this.#gl;
    let table = this.#tables.get(tile);
    if (table) this.#tables.delete(tile);
    else {
      const rows = Math.ceil(tile.places.length / ROW);
      const bytes = new Uint8Array(rows * ROW);
      bytes.set(tile.places);
      const texture = gl.createTexture();
      gl.bindTexture(gl.TEXTURE_2D, texture);
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.R8UI, ROW, rows, 0, gl.RED_INTEGER, gl.UNSIGNED_BYTE, bytes);
      table = { texture, lines: this.#lines(outlineOf(shape, tile.places, outlined)) };
    }
    this.#tables.set(tile, table);
    return table;
  }

  #lines(ends: Uint32Array<ArrayBuffer>): PlaceTable["lines"] {
    if (ends.length === 0) return null;
    const gl = this.#gl;
    const buffer = gl.createBuffer();
    gl.bindVertexArray(null);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, buffer);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, ends, gl.STATIC_DRAW);
    return { buffer, count: ends.length };
  }

  /** Lets go of what was drawn least recently; `drawn` tiles were drawn just now. */
  trim(drawn: number): void {
    const gl = this.#gl;
    const most = drawn + KEPT;
    for (const [shape, { array, vertices, triangles }] of this.#shapes) {
      if (this.#shapes.size <= most) break;
      this.#shapes.delete(shape);
      gl.deleteVertexArray(array);
      gl.deleteBuffer(vertices);
      gl.deleteBuffer(triangles);
    }
    for (const [tile, { texture, lines }] of this.#tables) {
      if (this.#tables.size <= most) break;
      this.#tables.delete(tile);
      gl.deleteTexture(texture);
      if (lines) gl.deleteBuffer(lines.buffer);
    }
  }
}
