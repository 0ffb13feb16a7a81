// A temporary file of byte records, for what an import must hold but memory should not.

import { closeSync, openSync, readSync, unlinkSync, writeSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { join } from "node:path";

const BUFFER_BYTES = 1 << 20;

/** Records are numbered 0, 1, … in the order they were added, and can be read in any order. */
export class Spill {
  readonly #file: number;
  readonly #ends: number[] = [];
  #pending: Uint8Array[] = [];
  #pendingBytes = 0;
  #written = 0;

  /** Opens a file in a `directory` that is there. No other account may read it, no crash leaves it behind: its name is gone at once. */
  constructor(directory: string) {
    const path = join(directory, `spill-${randomUUID()}`);
    this.#file = openSync(path, "wx+", 0o600);
    unlinkSync(path);
  }

  get length(): number {
    return this.#ends.length;
  }

  /** Adds a record; returns its number. */
  add(bytes: Uint8Array): number {
    this.#pending.push(bytes);
    this.#pendingBytes += bytes.length;
    this.#ends.push(this.#written + this.#pendingBytes);
    if (this.#pendingBytes >= BUFFER_BYTES) this.#flush();
    return this.#ends.length - 1;
  }

  /** Size of a record in bytes. */
  sizeOf(record: number): number {
    return this.#ends[record]! - this.#startOf(record);
  }

  read(record: number): Buffer {
    this.#flush();
    const bytes = Buffer.allocUnsafe(this.sizeOf(record));
    let at = 0;
    while (at < bytes.length) {
      const got = readSync(this.#file, bytes, at, bytes.length - at, this.#startOf(record) + at);
      if (got === 0) throw new Error(`temporary file ended inside record ${record}`);
      at += got;
    }
    return bytes;
  }

  close(): void {
    closeSync(this.#file);
  }

  #startOf(record: number): number {
    return record === 0 ? 0 : this.#ends[record - 1]!;
  }

  #flush(): void {
    if (this.#pendingBytes === 0) return;
    const bytes = Buffer.concat(this.#pending);
    let at = 0;
    while (at < bytes.length) at += writeSync(this.#file, bytes, at, bytes.length - at, this.#written + at);
    this.#written += bytes.length;
    this.#pending = [];
    this.#pendingBytes = 0;
  }
}
