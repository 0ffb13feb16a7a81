// The shaders that fill areas: a byte per area says which swatch, the swatches are a short list.

import { MAX_SWATCHES } from "./palette.ts";

/** Texels per row of a table texture. */
export const ROW = 1024;

const VERTEX = `#version 300 es
in vec2 position;
in uint feature;
uniform mat4 matrix;
uniform highp usampler2D swatches;
// x, y of the pattern at the tile's corner; cells of the pattern per tile unit.
uniform vec3 patternFrame;
uniform vec3 colours[${MAX_SWATCHES}];
uniform vec2 styles[${MAX_SWATCHES}];
uniform vec4 paled;
flat out vec3 plain;
flat out vec2 style;
out vec2 cell;
void main() {
  gl_Position = matrix * vec4(position * 2.0, 0.0, 1.0);
  uint entry = texelFetch(swatches, ivec2(feature % ${ROW}u, feature / ${ROW}u), 0).r;
  uint swatch = entry % ${MAX_SWATCHES}u;
  // Paper, and the share of a colour that is left on it.
  float strength = entry < ${MAX_SWATCHES}u ? 1.0 : paled.a;
  plain = mix(paled.rgb, colours[swatch], strength);
  style = styles[swatch] * vec2(1.0, strength);
  cell = position * patternFrame.z + patternFrame.xy;
}`;

const FRAGMENT = `#version 300 es
precision highp float;
precision highp sampler2DArray;
flat in vec3 plain;
flat in vec2 style;
in vec2 cell;
uniform sampler2DArray patterns;
uniform vec4 ink;
uniform float opacity;
out vec4 fragment;
void main() {
  vec3 colour = plain;
  // Most areas have no pattern, and on a processor looking one up is dear.
  vec2 right = dFdx(cell), down = dFdy(cell);
  if (style.x >= 0.0) {
    vec4 pattern = textureGrad(patterns, vec3(cell, style.x), right, down) * style.y;
    colour = colour * (1.0 - pattern.a) + pattern.rgb;
  }
  fragment = vec4(mix(colour, ink.rgb, ink.a), 1.0) * opacity;
}`;

const UNIFORMS = [
  "matrix",
  "swatches",
  "patternFrame",
  "colours",
  "styles",
  "paled",
  "patterns",
  "ink",
  "opacity",
] as const;

export interface AreaProgram {
  readonly program: WebGLProgram;
  readonly uniforms: Readonly<Record<(typeof UNIFORMS)[number], WebGLUniformLocation | null>>;
  readonly position: number;
  readonly feature: number;
}

function compile(gl: WebGL2RenderingContext, type: number, source: string): WebGLShader {
  const shader = gl.createShader(type)!;
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  return shader;
}

/** A program of two shaders with the locations of its uniforms; throws with the driver's message where they do not compile. */
export function linkProgram<Name extends string>(
  gl: WebGL2RenderingContext,
  vertex: string,
  fragment: string,
  uniformNames: readonly Name[],
): { program: WebGLProgram; uniforms: Readonly<Record<Name, WebGLUniformLocation | null>> } {
  const program = gl.createProgram();
  const shaders = [compile(gl, gl.VERTEX_SHADER, vertex), compile(gl, gl.FRAGMENT_SHADER, fragment)];
  for (const shader of shaders) gl.attachShader(program, shader);
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost())
    throw new Error(
      `the areas cannot be drawn: ${[gl.getProgramInfoLog(program), ...shaders.map((shader) => gl.getShaderInfoLog(shader))].join(" ")}`,
    );
  for (const shader of shaders) gl.deleteShader(shader);
  const uniforms = Object.fromEntries(
    uniformNames.map((name) => [name, gl.getUniformLocation(program, name)]),
  );
  return { program, uniforms: uniforms as Record<Name, WebGLUniformLocation | null> };
}

/** A texture that is read as a table, texel by texel; it stays bound. */
export function createTableTexture(gl: WebGL2RenderingContext): WebGLTexture {
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  return texture;
}

/** Sets the GPU up to draw with a program over what MapLibre has drawn. */
export function useProgramOver(gl: WebGL2RenderingContext, program: WebGLProgram): void {
  gl.useProgram(program);
  gl.disable(gl.DEPTH_TEST);
  gl.disable(gl.STENCIL_TEST);
  gl.disable(gl.CULL_FACE);
  gl.enable(gl.BLEND);
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
}

/** The program that fills areas. */
export function createAreaProgram(gl: WebGL2RenderingContext): AreaProgram {
  const linked = linkProgram(gl, VERTEX, FRAGMENT, UNIFORMS);
  const { program } = linked;
  return {
    ...linked,
    position: gl.getAttribLocation(program, "position"),
    feature: gl.getAttribLocation(program, "feature"),
  };
}
