// Draws relief, settled land, polygons and lines over the filled areas, on their canvas and only where there is land.

import type { CustomRenderMethodInput, Map as MapLibreMap } from "maplibre-gl";
import type { LineLook, PictureStrengths, PolygonLook } from "#client/map/context/layers.ts";
import type { FeatureTile, LineRun, PolygonRun } from "#client/map/context/read_features.ts";
import type { Theme } from "#client/model/view.ts";
import { createFlatProgram } from "./flat_program.ts";
import { GpuCache } from "./gpu_cache.ts";
import { VERTICES, createLineProgram, createSegmentTexture } from "./line_program.ts";
import { createReliefProgram, createReliefTexture } from "./relief_program.ts";
import { rgbOf } from "./textures.ts";
import { SEGMENT } from "./tile_geometry.ts";
import { drawTiles } from "./tile_matrix.ts";
import type { TileSet, TileWithGeometry } from "./tile_set.ts";

export interface PictureTile extends TileWithGeometry {
  /** Null where there is neither shadow nor light. */
  readonly picture: ImageBitmap | null;
}

export interface FeaturesTile extends TileWithGeometry {
  readonly features: FeatureTile;
}

export interface PaintedPictures extends PictureStrengths {
  readonly tiles: TileSet<PictureTile>;
}

export interface PaintedFeatures {
  readonly tiles: TileSet<FeaturesTile>;
  readonly class: string;
  readonly look: LineLook | PolygonLook;
}

/** What is drawn, bottom to top: pictures first. */
export interface PaintedContext {
  readonly pictures: readonly PaintedPictures[];
  readonly features: readonly PaintedFeatures[];
  readonly theme: Theme;
}

/** What stands in the stencil of the canvas: nothing at sea, land inside and outside of the open area. */
export const STENCIL = { inside: 1, outside: 2 } as const;

interface Corners {
  readonly array: WebGLVertexArrayObject;
  readonly buffer: WebGLBuffer;
}

function createCorners(gl: WebGL2RenderingContext, position: number, { corners }: PolygonRun): Corners {
  const [array, buffer] = [gl.createVertexArray(), gl.createBuffer()];
  gl.bindVertexArray(array);
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  gl.bufferData(gl.ARRAY_BUFFER, corners, gl.STATIC_DRAW);
  gl.enableVertexAttribArray(position);
  gl.vertexAttribPointer(position, 2, gl.SHORT, false, 0, 0);
  return { array, buffer };
}

function createResources(gl: WebGL2RenderingContext) {
  const flat = createFlatProgram(gl);
  return {
    relief: createReliefProgram(gl),
    line: createLineProgram(gl),
    flat,
    pictures: new GpuCache<ImageBitmap, WebGLTexture>(
      (picture) => createReliefTexture(gl, picture),
      (texture) => gl.deleteTexture(texture),
    ),
    segments: new GpuCache<LineRun, WebGLTexture>(
      ({ segments }) => createSegmentTexture(gl, segments),
      (texture) => gl.deleteTexture(texture),
    ),
    corners: new GpuCache<PolygonRun, Corners>(
      (run) => createCorners(gl, flat.position, run),
      ({ array, buffer }) => {
        gl.deleteVertexArray(array);
        gl.deleteBuffer(buffer);
      },
    ),
  };
}

/** One WebGL context's worth of drawing; made anew with it. */
export class ContextPainter {
  readonly #gl: WebGL2RenderingContext;
  readonly #map: MapLibreMap;
  readonly #resources: ReturnType<typeof createResources>;

  constructor(gl: WebGL2RenderingContext, map: MapLibreMap) {
    this.#gl = gl;
    this.#map = map;
    this.#resources = createResources(gl);
  }

  /** Draws on land, which the stencil marks. */
  draw(camera: CustomRenderMethodInput, { pictures: painted, features, theme }: PaintedContext): void {
    const gl = this.#gl;
    const { pictures, segments, corners } = this.#resources;
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindVertexArray(null);
    let drawn = 0;
    for (const part of painted) drawn += this.#drawPictures(camera, part);
    pictures.trim(drawn);
    gl.stencilFunc(gl.LEQUAL, STENCIL.inside, 0xff);
    let [lines, polygons] = [0, 0];
    for (const part of features) {
      if (part.look.kind === "line") lines += this.#drawLines(camera, part, part.look, theme);
      else polygons += this.#drawPolygons(camera, part, part.look, theme);
    }
    segments.trim(lines);
    corners.trim(polygons);
  }

  #drawPictures(camera: CustomRenderMethodInput, { tiles, ...strengths }: PaintedPictures): number {
    const gl = this.#gl;
    const { relief, pictures } = this.#resources;
    gl.useProgram(relief.program);
    gl.uniform1i(relief.uniforms.relief, 0);
    const areAlike = strengths.inside === strengths.outside;
    return drawTiles(gl, camera, tiles, ({ picture }, _, matrix) => {
      if (!picture) return;
      gl.bindTexture(gl.TEXTURE_2D, pictures.get(picture));
      gl.uniformMatrix4fv(relief.uniforms.matrix, false, matrix);
      for (const side of areAlike ? (["inside"] as const) : (["inside", "outside"] as const)) {
        gl.stencilFunc(areAlike ? gl.LEQUAL : gl.EQUAL, STENCIL[side], 0xff);
        gl.uniform2f(relief.uniforms.strength, strengths[side].shadow, strengths[side].light);
        gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
      }
    });
  }

  #drawLines(
    camera: CustomRenderMethodInput,
    { tiles, class: id }: PaintedFeatures,
    { widthPx, ink, casing, casingPx }: LineLook,
    theme: Theme,
  ): number {
    const gl = this.#gl;
    const { line, segments } = this.#resources;
    const { uniforms } = line;
    const [zoom, ratio] = [this.#map.getZoom(), this.#map.getPixelRatio()];
    gl.useProgram(line.program);
    gl.uniform1i(uniforms.segments, 0);
    gl.uniform2f(uniforms.size, gl.drawingBufferWidth, gl.drawingBufferHeight);
    let drawn = 0;
    // All casings lie under all lines.
    for (const [stroke, more] of [
      [casing[theme], casingPx],
      [ink[theme], 0],
    ] as const) {
      if (!stroke) continue;
      const [r, g, b] = rgbOf(stroke.colour);
      drawTiles(gl, camera, tiles, ({ features }, _, matrix) => {
        gl.uniformMatrix4fv(uniforms.matrix, false, matrix);
        for (const run of features.lines) {
          const width = run.class === id ? widthPx(zoom, run.rank) * ratio : 0;
          if (width <= 0) continue;
          const full = width + more * ratio;
          const alpha = stroke.opacity * Math.min(1, full);
          gl.uniform4f(uniforms.ink, r * alpha, g * alpha, b * alpha, alpha);
          gl.uniform1f(uniforms.radius, Math.max(1, full) / 2);
          gl.bindTexture(gl.TEXTURE_2D, segments.get(run));
          gl.drawArrays(gl.TRIANGLES, 0, (VERTICES * run.segments.length) / SEGMENT);
          drawn++;
        }
      });
    }
    return drawn;
  }

  #drawPolygons(
    camera: CustomRenderMethodInput,
    { tiles, class: id }: PaintedFeatures,
    { ink }: PolygonLook,
    theme: Theme,
  ): number {
    const gl = this.#gl;
    const { flat, corners } = this.#resources;
    const { colour, opacity } = ink[theme];
    const [r, g, b] = rgbOf(colour).map((part) => part * opacity);
    gl.useProgram(flat.program);
    gl.uniform4f(flat.uniforms.ink, r!, g!, b!, opacity);
    let drawn = 0;
    drawTiles(gl, camera, tiles, ({ features }, _, matrix) => {
      gl.uniformMatrix4fv(flat.uniforms.matrix, false, matrix);
      for (const run of features.polygons) {
        if (run.class !== id) continue;
        gl.bindVertexArray(corners.get(run).array);
        gl.drawArrays(gl.TRIANGLES, 0, run.corners.length / 2);
        drawn++;
      }
    });
    gl.bindVertexArray(null);
    return drawn;
  }
}
