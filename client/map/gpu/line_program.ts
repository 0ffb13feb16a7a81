// The shaders that draw lines: a triangle per segment, whose pixels know how far they are from it.

import type { Segments } from "./tile_geometry.ts";
import { ROW, linkProgram, createTableTexture } from "./program.ts";

/** Vertices of a segment. */
export const VERTICES = 3;

/**
 * Segments are read from a texture, since a processor draws instances one by one. Where two of them meet, the line that halves
 * their angle parts their pixels, so that none is painted twice.
 */
const VERTEX = `#version 300 es
precision highp float;
precision highp isampler2D;
uniform isampler2D segments;
uniform mat4 matrix;
uniform vec2 size;
uniform float radius;
flat out vec4 ends;
flat out vec4 turns;
vec4 clip(ivec2 point) {
  vec2 place = vec2(point) * 2.0;
  return matrix[0] * place.x + matrix[1] * place.y + matrix[3];
}
vec2 pixelOf(vec4 point) { return (point.xy / point.w * 0.5 + 0.5) * size; }
vec2 direction(vec2 from, vec2 to) { return from == to ? vec2(0.0) : normalize(to - from); }
void main() {
  int texel = gl_VertexID / ${VERTICES} * 2;
  ivec4 before = texelFetch(segments, ivec2(texel % ${ROW}, texel / ${ROW}), 0);
  ivec4 after = texelFetch(segments, ivec2(texel % ${ROW} + 1, texel / ${ROW}), 0);
  int corner = gl_VertexID % ${VERTICES};
  vec4 a = clip(before.zw);
  vec4 b = clip(after.xy);
  vec2 from = pixelOf(a);
  vec2 to = pixelOf(b);
  vec2 own = direction(from, to);
  vec2 incoming = before.xy == before.zw ? vec2(0.0) : direction(pixelOf(clip(before.xy)), from);
  vec2 outgoing = after.xy == after.zw ? vec2(0.0) : direction(to, pixelOf(clip(after.zw)));
  ends = vec4(from, to);
  turns = vec4(incoming == vec2(0.0) ? incoming : incoming + own, outgoing == vec2(0.0) ? outgoing : own + outgoing);
  vec2 along = (own == vec2(0.0) ? vec2(1.0, 0.0) : own) * (radius + 1.0);
  vec2 across = vec2(-along.y, along.x);
  // The corner of a triangle that holds the rectangle around the line: half as many as two that make it up.
  vec2 at = from - along + (corner == 1 ? 3.0 : -1.0) * across;
  if (corner == 2) at += 2.0 * (to - from + 2.0 * along);
  bool isBehind = a.w <= 0.0 || b.w <= 0.0;
  gl_Position = vec4(isBehind ? vec2(2.0) : at / size * 2.0 - 1.0, 0.0, 1.0);
}`;

const FRAGMENT = `#version 300 es
precision highp float;
flat in vec4 ends;
flat in vec4 turns;
uniform float radius;
uniform vec4 ink;
out vec4 fragment;
void main() {
  vec2 at = gl_FragCoord.xy;
  if (dot(at - ends.xy, turns.xy) < 0.0 || dot(at - ends.zw, turns.zw) > 0.0) discard;
  vec2 span = ends.zw - ends.xy;
  float share = clamp(dot(at - ends.xy, span) / max(dot(span, span), 1e-6), 0.0, 1.0);
  float away = distance(at, ends.xy + span * share);
  fragment = ink * clamp(radius + 0.5 - away, 0.0, 1.0);
}`;

const UNIFORMS = ["segments", "matrix", "size", "radius", "ink"] as const;

/** The program that draws lines: a triangle a segment, without attributes. */
export const createLineProgram = (gl: WebGL2RenderingContext) => linkProgram(gl, VERTEX, FRAGMENT, UNIFORMS);

export type LineProgram = ReturnType<typeof createLineProgram>;

/** The texture that segments are read from. */
export function createSegmentTexture(gl: WebGL2RenderingContext, segments: Segments): WebGLTexture {
  const rows = Math.ceil(segments.length / (4 * ROW));
  const texels = new Int16Array(rows * 4 * ROW);
  texels.set(segments);
  const texture = createTableTexture(gl);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA16I, ROW, rows, 0, gl.RGBA_INTEGER, gl.SHORT, texels);
  return texture;
}
