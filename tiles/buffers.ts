// Typed arrays that grow, for the loops that run per vertex and per byte.

/** A growing list of 32-bit integers. */
export class IntList {
  data: Int32Array;
  length = 0;

  constructor(capacity = 256) {
    this.data = new Int32Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.data.length) {
      const larger = new Int32Array(this.data.length * 2);
      larger.set(this.data);
      this.data = larger;
    }
    this.data[this.length++] = value;
  }

  /** A copy of exactly the entries from `from` on. */
  toArray(from = 0): Int32Array {
    return this.data.slice(from, this.length);
  }
}

/** Bytes an unsigned 32-bit number takes as a protobuf varint. */
export function varintSize(value: number): number {
  return value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x200000 ? 3 : value < 0x10000000 ? 4 : 5;
}

/** A growing byte string with the few writes that protobuf needs. */
export class ByteList {
  data: Buffer;
  length = 0;

  constructor(capacity = 1024) {
    this.data = Buffer.allocUnsafe(capacity);
  }

  /** Makes room for `count` more bytes. */
  reserve(count: number): void {
    if (this.length + count <= this.data.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.data.length * 2, this.length + count));
    this.data.copy(larger, 0, 0, this.length);
    this.data = larger;
  }

  /** Appends an unsigned 32-bit number as a varint. */
  varint(value: number): void {
    this.reserve(5);
    let rest = value >>> 0;
    while (rest > 127) {
      this.data[this.length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.data[this.length++] = rest;
  }

  uint32(value: number): void {
    this.reserve(4);
    this.length = this.data.writeUInt32LE(value, this.length);
  }

  bytes(source: Uint8Array): void {
    this.reserve(source.length);
    this.data.set(source, this.length);
    this.length += source.length;
  }

  /** A view, valid until the next write, of what was written. */
  view(): Buffer {
    return this.data.subarray(0, this.length);
  }
}
