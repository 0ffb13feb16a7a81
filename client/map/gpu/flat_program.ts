// The shaders that fill triangles with one colour.

import { linkProgram } from "./program.ts";

const VERTEX = `#version 300 es
in vec2 position;
uniform mat4 matrix;
void main() { gl_Position = matrix * vec4(position * 2.0, 0.0, 1.0); }`;

const FRAGMENT = `#version 300 es
precision highp float;
uniform vec4 ink;
out vec4 fragment;
void main() { fragment = ink; }`;

const UNIFORMS = ["matrix", "ink"] as const;

/** The program that fills triangles, whose corners are `position` in tile units. */
export function createFlatProgram(gl: WebGL2RenderingContext) {
  const linked = linkProgram(gl, VERTEX, FRAGMENT, UNIFORMS);
  return { ...linked, position: gl.getAttribLocation(linked.program, "position") };
}
