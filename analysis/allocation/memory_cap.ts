// A cap on the memory of the solver in this thread: Node's limits for worker threads do not count WebAssembly.

const PAGE = 65_536;

/**
 * Lets no WebAssembly memory of this thread grow past `bytes`: the solver is refused more and ends its run with an error. Returns
 * whether it has been refused.
 */
export function capMemory(bytes: number): () => boolean {
  const { prototype } = WebAssembly.Memory;
  const grow = prototype.grow;
  let isRefused = false;
  prototype.grow = function growWithin(this: WebAssembly.Memory, pages: number): number {
    const asked = this.buffer.byteLength + pages * PAGE;
    if (asked <= bytes) return grow.call(this, pages);
    isRefused = true;
    throw new RangeError(`the solver asked for ${asked} bytes: its cap is ${bytes}`);
  };
  return () => isRefused;
}
