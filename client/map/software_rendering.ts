// Whether the browser draws WebGL on the processor, where smoothed edges cost half of every frame.

let known: boolean | null = null;

function askRenderer(): boolean {
  const gl = document.createElement("canvas").getContext("webgl2");
  if (!gl) return false;
  const names = gl.getExtension("WEBGL_debug_renderer_info");
  const renderer = names ? String(gl.getParameter(names.UNMASKED_RENDERER_WEBGL)) : "";
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  return /swiftshader|llvmpipe|softpipe|basic render/i.test(renderer);
}

/** Tells by the renderer's name; false where there is no WebGL. */
export const drawsInSoftware = (): boolean => (known ??= askRenderer());
