// Whether the browser draws WebGL on the processor, where smoothed edges cost half of every frame.

let isSoftware: boolean | null = null;

function isSoftwareRenderer(): boolean {
  const gl = document.createElement("canvas").getContext("webgl2");
  if (!gl) return false;
  const names = gl.getExtension("WEBGL_debug_renderer_info");
  const renderer = names ? String(gl.getParameter(names.UNMASKED_RENDERER_WEBGL)) : "";
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  return /swiftshader|llvmpipe|softpipe|basic render/i.test(renderer);
}

/** True by the renderer's name; false where there is no WebGL. */
export const drawsInSoftware = (): boolean => (isSoftware ??= isSoftwareRenderer());
