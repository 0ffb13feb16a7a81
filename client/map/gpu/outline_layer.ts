// Outlines around the few areas that are pointed at, opened or in a set, drawn among MapLibre's layers from the areas' own rings.

import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapLibreMap } from "maplibre-gl";
import { drawsOf } from "./cover.ts";
import { matrixOf, rectangleOf } from "./frame.ts";
import { rgbOf } from "./ink.ts";
import type { PictureTiles } from "./picture_tiles.ts";
import { linkProgram } from "./program.ts";
import { segmentsOf } from "./segments.ts";

/** Each segment is a rectangle around a line with round ends; pixels know how far they are from the line. */
const VERTEX = `#version 300 es
in vec4 ends;
uniform mat4 matrix;
uniform vec2 size;
uniform float radius;
out vec2 at;
flat out vec2 from;
flat out vec2 to;
void main() {
  vec4 a = matrix * vec4(ends.xy * 2.0, 0.0, 1.0);
  vec4 b = matrix * vec4(ends.zw * 2.0, 0.0, 1.0);
  from = (a.xy / a.w * 0.5 + 0.5) * size;
  to = (b.xy / b.w * 0.5 + 0.5) * size;
  vec2 way = to - from;
  vec2 along = (length(way) > 0.0 ? normalize(way) : vec2(1.0, 0.0)) * (radius + 1.0);
  vec2 across = vec2(-along.y, along.x);
  at = ((gl_VertexID & 1) == 0 ? from - along : to + along) + (gl_VertexID < 2 ? across : -across);
  bool isBehind = a.w <= 0.0 || b.w <= 0.0;
  gl_Position = vec4(isBehind ? vec2(2.0) : at / size * 2.0 - 1.0, 0.0, 1.0);
}`;

const FRAGMENT = `#version 300 es
precision highp float;
in vec2 at;
flat in vec2 from;
flat in vec2 to;
uniform float radius;
uniform vec3 ink;
out vec4 fragment;
void main() {
  vec2 way = to - from;
  float share = clamp(dot(at - from, way) / max(dot(way, way), 1e-6), 0.0, 1.0);
  float away = distance(at, from + way * share);
  fragment = vec4(ink, 1.0) * clamp(radius + 0.5 - away, 0.0, 1.0);
}`;

const UNIFORMS = ["matrix", "size", "radius", "ink"] as const;

/** CSS pixels of the line around an area, by its code. */
export type Outlines = ReadonlyMap<string, number>;

interface Tools {
  readonly program: WebGLProgram;
  readonly at: Readonly<Record<(typeof UNIFORMS)[number], WebGLUniformLocation | null>>;
  readonly array: WebGLVertexArrayObject;
  readonly segments: WebGLBuffer;
}

export class OutlineLayer implements CustomLayerInterface {
  readonly id = "area outlines";
  readonly type = "custom" as const;
  readonly #map: MapLibreMap;
  #tools: Tools | null = null;
  #tiles: PictureTiles | null = null;
  #outlines: Outlines = new Map();

  constructor(map: MapLibreMap) {
    this.#map = map;
    map.on("webglcontextlost", () => (this.#tools = null));
  }

  /** Outlines areas of the tiles of a picture. */
  show(tiles: PictureTiles | null, outlines: Outlines): void {
    const isSame = this.#outlines.size === 0 && outlines.size === 0;
    [this.#tiles, this.#outlines] = [tiles, outlines];
    if (!isSame) this.#map.triggerRepaint();
  }

  onRemove(): void {
    this.#tools = null;
  }

  render(gl: WebGL2RenderingContext, camera: CustomRenderMethodInput): void {
    const tiles = this.#tiles;
    if (!tiles || this.#outlines.size === 0) return;
    const { program, at, array, segments } = (this.#tools ??= make(gl));
    const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
    gl.useProgram(program);
    gl.disable(gl.DEPTH_TEST);
    gl.disable(gl.STENCIL_TEST);
    gl.disable(gl.CULL_FACE);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.enable(gl.SCISSOR_TEST);
    gl.bindVertexArray(array);
    gl.bindBuffer(gl.ARRAY_BUFFER, segments);
    gl.uniform2f(at.size, width, height);
    gl.uniform3fv(at.ink, rgbOf(tiles.picture.tokens.ink));
    const { cover, picture } = tiles;
    for (const { tile: id, frame } of drawsOf(
      cover,
      (one) => tiles.tile(one) !== undefined,
      picture.level.minZoom,
    )) {
      const shape = tiles.tile(id)?.shape;
      const room = shape && rectangleOf(matrixOf(camera, frame), width, height);
      if (!shape || !room) continue;
      gl.scissor(...room);
      gl.uniformMatrix4fv(at.matrix, false, Float32Array.from(matrixOf(camera, id)));
      for (const [widthPx, ends] of segmentsOf(shape, this.#outlines)) {
        gl.uniform1f(at.radius, (widthPx / 2) * this.#map.getPixelRatio());
        gl.bufferData(gl.ARRAY_BUFFER, ends, gl.STREAM_DRAW);
        gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, ends.length / 4);
      }
    }
    gl.disable(gl.SCISSOR_TEST);
    gl.bindVertexArray(null);
  }
}

function make(gl: WebGL2RenderingContext): Tools {
  const { program, at } = linkProgram(gl, VERTEX, FRAGMENT, UNIFORMS);
  const array = gl.createVertexArray();
  const segments = gl.createBuffer();
  const ends = gl.getAttribLocation(program, "ends");
  gl.bindVertexArray(array);
  gl.bindBuffer(gl.ARRAY_BUFFER, segments);
  gl.enableVertexAttribArray(ends);
  gl.vertexAttribPointer(ends, 4, gl.SHORT, false, 0, 0);
  gl.vertexAttribDivisor(ends, 1);
  gl.bindVertexArray(null);
  return { program, at, array, segments };
}
