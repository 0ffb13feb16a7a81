// Relief, rivers and lakes of the default demo as the file that is kept: brotli of a header, heights by their difference from what
// the nodes before them foretell, rivers as chains of steps, lakes as lists of nodes.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { nodesOf, type Grid } from "./grid.ts";
import type { Lake } from "./lakes.ts";

/** The one seed whose relief is kept. */
export const DEFAULT_SEED = 1;
export const FILE = fileURLToPath(new URL("./default.br", import.meta.url));

/** Heights are kept in steps of so many metres. */
const METRES_PER_UNIT = 3;
/** Surfaces of lakes are kept in tenths of a square kilometre. */
const TENTHS = 10;
/** Catchments are kept by their binary logarithm, so many steps to the doubling. */
const STEPS_PER_DOUBLING = 4;

export interface River {
  /** Nodes of the grid, each beside the one before it. */
  readonly nodes: readonly number[];
  /** By node: its catchment. */
  readonly sqkm: readonly number[];
}

export interface DemoContext {
  readonly grid: Grid;
  /** By node; 0 at sea. */
  readonly metres: Float32Array;
  readonly rivers: readonly River[];
  readonly lakes: readonly Lake[];
}

/** Signed whole numbers as bytes of seven bits, small ones in one byte. */
class Writer {
  readonly bytes: number[] = [];
  write(value: number): void {
    let rest = value < 0 ? -2 * value - 1 : 2 * value;
    for (; rest > 127; rest = Math.floor(rest / 128)) this.bytes.push((rest % 128) + 128);
    this.bytes.push(rest);
  }
}

class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }
  read(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.#bytes[this.#at++]!;
      value += (byte & 127) * scale;
      if (byte < 128) return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
    }
  }
}

/** The value of a node as the nodes west, south and south-west of it predict it. */
const predicted = (units: Int32Array, node: number, columns: number): number => {
  const [west, south] = [units[node - 1] ?? 0, units[node - columns] ?? 0];
  return west + south - (units[node - columns - 1] ?? 0);
};

const octaveOf = (sqkm: number): number => Math.round(STEPS_PER_DOUBLING * Math.log2(sqkm));

/** The bytes of the file. */
export function packContext({ grid, metres, rivers, lakes }: DemoContext): Buffer {
  const writer = new Writer();
  const { left, bottom, step, columns, rows } = grid;
  for (const degrees of [left, bottom, step]) writer.write(Math.round(degrees * 1e7));
  writer.write(columns);
  writer.write(rows);
  const units = Int32Array.from(metres, (value) => Math.round(value / METRES_PER_UNIT));
  units.forEach((unit, node) => writer.write(unit - predicted(units, node, columns)));
  writer.write(rivers.length);
  for (const { nodes, sqkm } of rivers) {
    writer.write(nodes.length);
    nodes.forEach((node, at) => {
      const before = nodes[at - 1] ?? 0;
      // One of nine steps: column and row, −1 to 1 each.
      const rowStep = Math.round((node - before) / columns);
      writer.write(at === 0 ? node : rowStep * 3 + (node - before - rowStep * columns));
      writer.write(octaveOf(sqkm[at]!) - (at === 0 ? 0 : octaveOf(sqkm[at - 1]!)));
    });
  }
  writer.write(lakes.length);
  for (const { nodes, sqkm } of lakes) {
    writer.write(Math.round(sqkm * TENTHS));
    writer.write(nodes.length);
    nodes.forEach((node, at) => writer.write(node - (nodes[at - 1] ?? 0)));
  }
  return brotliCompressSync(Uint8Array.from(writer.bytes), {
    params: { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: writer.bytes.length },
  });
}

/** What was packed, as exact as it is kept. */
export function unpackContext(bytes: Uint8Array): DemoContext {
  const reader = new Reader(brotliDecompressSync(bytes));
  const [left, bottom, step] = [reader.read() / 1e7, reader.read() / 1e7, reader.read() / 1e7];
  const [columns, rows] = [reader.read(), reader.read()];
  const grid = { left, bottom, step, columns, rows };
  const units = new Int32Array(nodesOf(grid));
  for (let node = 0; node < units.length; node++)
    units[node] = reader.read() + predicted(units, node, columns);
  const rivers = Array.from({ length: reader.read() }, (): River => {
    const nodes: number[] = [];
    const sqkm: number[] = [];
    let octave = 0;
    for (let left = reader.read(); left > 0; left--) {
      const first = reader.read();
      const rowStep = Math.round(first / 3);
      nodes.push(nodes.length === 0 ? first : nodes.at(-1)! + rowStep * columns + first - 3 * rowStep);
      octave += reader.read();
      sqkm.push(2 ** (octave / STEPS_PER_DOUBLING));
    }
    return { nodes, sqkm };
  });
  const lakes = Array.from({ length: reader.read() }, (): Lake => {
    const sqkm = reader.read() / TENTHS;
    let node = 0;
    return { sqkm, nodes: Array.from({ length: reader.read() }, () => (node += reader.read())) };
  });
  return { grid, metres: Float32Array.from(units, (unit) => unit * METRES_PER_UNIT), rivers, lakes };
}

/** Relief, rivers and lakes of the default demo. */
export const readDemoContext = (): DemoContext => unpackContext(readFileSync(FILE));
