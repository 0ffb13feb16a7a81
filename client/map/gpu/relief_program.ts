// The shaders that lay shadow and light over what is drawn: a grey picture, of which one value adds nothing.

import { linkProgram } from "./program.ts";
import { EXTENT } from "./tile_geometry.ts";

/** The grey that adds nothing, as tiles/raster writes it, and the steps from there to the darkest and the brightest. */
const FLAT = 128;
const STEPS = 126;

const VERTEX = `#version 300 es
uniform mat4 matrix;
out vec2 place;
void main() {
  place = vec2(gl_VertexID & 1, gl_VertexID >> 1);
  gl_Position = matrix * vec4(place * ${(2 * EXTENT).toFixed(1)}, 0.0, 1.0);
}`;

const FRAGMENT = `#version 300 es
precision highp float;
in vec2 place;
uniform sampler2D relief;
// Of shadow, of light.
uniform vec2 strength;
out vec4 fragment;
void main() {
  float height = (texture(relief, place).r * 255.0 - ${FLAT.toFixed(1)}) / ${STEPS.toFixed(1)};
  float light = max(0.0, height) * strength.y;
  fragment = vec4(vec3(light), light + max(0.0, -height) * strength.x);
}`;

const UNIFORMS = ["matrix", "relief", "strength"] as const;

/** The program that draws a tile of relief as a strip of four vertices, without attributes. */
export const createReliefProgram = (gl: WebGL2RenderingContext) =>
  linkProgram(gl, VERTEX, FRAGMENT, UNIFORMS);

/** The texture of a picture of relief; it stays bound. */
export function createReliefTexture(gl: WebGL2RenderingContext, picture: ImageBitmap): WebGLTexture {
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.R8, gl.RED, gl.UNSIGNED_BYTE, picture);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  return texture;
}
