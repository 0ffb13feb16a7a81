// Release columns as they are stored: little-endian arrays by idx, named by the hash of their content.

import type { RolledColumn } from "./column.ts";
import { createHash } from "node:crypto";
import { byReason, HAS_VALUE, MISSING, type Missing } from "#domain/missing";

export interface ColumnBytes {
  readonly contentHash: string;
  readonly n: number;
  readonly numerator: Buffer;
  readonly denominator: Buffer | null;
  readonly value: Buffer;
  readonly status: Buffer;
  readonly covered: Buffer;
}

export interface ColumnStatistics {
  /** Areas that have a number, and its range; null when none has. */
  readonly count: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly missing: Readonly<Record<Missing, number>>;
}

const bytesOf = (array: Float64Array | Float32Array | Uint8Array): Buffer =>
  Buffer.from(array.buffer, array.byteOffset, array.byteLength);

/** The stored form of a column; the machine is little endian, as all that Node runs on are. */
export function encodeColumn(column: RolledColumn): ColumnBytes {
  const parts = {
    numerator: bytesOf(column.numerator),
    denominator: column.denominator && bytesOf(column.denominator),
    value: bytesOf(column.value),
    status: bytesOf(column.status),
    covered: bytesOf(column.covered),
  };
  const hash = createHash("sha256").update(parts.denominator ? "ratio" : "sum");
  for (const part of Object.values(parts)) if (part) hash.update(part);
  return { contentHash: hash.digest("hex"), n: column.status.length, ...parts };
}

/** Copies stored bytes into an aligned array of the given kind. */
export function decodeArray<T extends Float64Array | Float32Array | Uint8Array>(
  bytes: Buffer,
  kind: { new (buffer: ArrayBuffer): T },
): T {
  return new kind(new Uint8Array(bytes).buffer);
}

/** Counts a column for the legend. */
export function columnStatistics({ numerator, denominator, status }: RolledColumn): ColumnStatistics {
  const counts = new Uint32Array(256);
  let [min, max] = [Infinity, -Infinity];
  for (let idx = 0; idx < status.length; idx++) {
    counts[status[idx]!]!++;
    if (status[idx] !== HAS_VALUE) continue;
    const value = denominator ? numerator[idx]! / denominator[idx]! : numerator[idx]!;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  const count = counts[HAS_VALUE]!;
  const missing = byReason((reason) => counts[MISSING[reason].status]!);
  return { count, min: count ? min : null, max: count ? max : null, missing };
}
