// A graph as bytes and back, and its content hash. README.md has the layout.

import type { RoadGraph } from "./graph.ts";

const MAGIC = 0x47_4c_56_01;

type Sizes = Pick<RoadGraph, "nodeCount" | "edgeCount"> & { readonly shapePoints: number };

/** The arrays in the order of the bytes, with how many entries each has. */
const SECTIONS = [
  ["nodeX", Int32Array, ({ nodeCount }: Sizes) => nodeCount],
  ["nodeY", Int32Array, ({ nodeCount }: Sizes) => nodeCount],
  ["piece", Uint32Array, ({ nodeCount }: Sizes) => nodeCount],
  ["from", Uint32Array, ({ edgeCount }: Sizes) => edgeCount],
  ["to", Uint32Array, ({ edgeCount }: Sizes) => edgeCount],
  ["lengthM", Float32Array, ({ edgeCount }: Sizes) => edgeCount],
  ["road", Uint32Array, ({ edgeCount }: Sizes) => edgeCount],
  ["speedKmh", Float32Array, ({ edgeCount }: Sizes) => edgeCount],
  ["slopeForward", Float32Array, ({ edgeCount }: Sizes) => edgeCount],
  ["slopeBackward", Float32Array, ({ edgeCount }: Sizes) => edgeCount],
  ["shapeStart", Uint32Array, ({ edgeCount }: Sizes) => edgeCount + 1],
  ["shape", Int32Array, ({ shapePoints }: Sizes) => shapePoints * 2],
  ["roadClass", Uint8Array, ({ edgeCount }: Sizes) => edgeCount],
  ["surface", Uint8Array, ({ edgeCount }: Sizes) => edgeCount],
  ["flags", Uint8Array, ({ edgeCount }: Sizes) => edgeCount],
] as const;

const HEADER_BYTES = 16;

/** The bytes of a graph, little endian. */
export function packGraph(graph: RoadGraph): Uint8Array<ArrayBuffer> {
  const size = SECTIONS.reduce((sum, [name]) => sum + graph[name].byteLength, HEADER_BYTES);
  const bytes = new Uint8Array(size);
  const header = [MAGIC, graph.nodeCount, graph.edgeCount, graph.shape.length / 2];
  bytes.set(new Uint8Array(Uint32Array.from(header).buffer));
  let at = HEADER_BYTES;
  for (const [name] of SECTIONS) {
    const { buffer, byteOffset, byteLength } = graph[name];
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  return bytes;
}

/** The graph that bytes of packGraph hold; throws a RangeError where they are no such bytes. */
export function unpackGraph(packed: Uint8Array): RoadGraph {
  // Aligned, which a slice of a Buffer is not: that shares its memory.
  const copy = Uint8Array.from(packed);
  const header = copy.byteLength >= HEADER_BYTES ? new Uint32Array(copy.buffer, 0, 4) : null;
  if (header?.[0] !== MAGIC) throw new RangeError("not a packed road graph, or one of another version");
  const sizes: Sizes = { nodeCount: header[1]!, edgeCount: header[2]!, shapePoints: header[3]! };
  const expected = SECTIONS.reduce(
    (sum, [, Type, count]) => sum + count(sizes) * Type.BYTES_PER_ELEMENT,
    HEADER_BYTES,
  );
  if (copy.byteLength !== expected)
    throw new RangeError(`a packed road graph of ${copy.byteLength} bytes: its header asks for ${expected}`);
  let at = HEADER_BYTES;
  const arrays = SECTIONS.map(([name, Type, count]) => {
    const array = new Type(copy.buffer, at, count(sizes));
    at += array.byteLength;
    return [name, array];
  });
  return {
    nodeCount: sizes.nodeCount,
    edgeCount: sizes.edgeCount,
    ...Object.fromEntries(arrays),
  } as RoadGraph;
}

/** SHA-256 of bytes, as hexadecimal digits. */
export async function contentHash(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
