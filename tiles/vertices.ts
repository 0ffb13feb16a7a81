// Numbers distinct positions: equal coordinates, and only those, get the same number.

/** Distinct positions, numbered 0, 1, … in the order they are first seen. */
export class VertexIndex {
  x = new Float64Array(1024);
  y = new Float64Array(1024);
  count = 0;
  #slots = new Int32Array(4096).fill(-1);
  #key = new Float64Array(2);
  #bits = new Uint32Array(this.#key.buffer);

  #slotOf(x: number, y: number): number {
    this.#key[0] = x;
    this.#key[1] = y;
    const bits = this.#bits;
    let hash = Math.imul(bits[0]!, 0x9e3779b1) ^ Math.imul(bits[1]!, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0x27d4eb2f);
    hash ^= Math.imul(bits[2]!, 0xc2b2ae35) ^ Math.imul(bits[3]!, 0x165667b1);
    hash = Math.imul(hash ^ (hash >>> 13), 0x2c1b3c6d);
    const mask = this.#slots.length - 1;
    let slot = (hash ^ (hash >>> 16)) & mask;
    for (;;) {
      const id = this.#slots[slot]!;
      if (id < 0 || (this.x[id] === x && this.y[id] === y)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    const [x, y] = [this.x, this.y];
    this.x = new Float64Array(x.length * 2);
    this.y = new Float64Array(x.length * 2);
    this.x.set(x);
    this.y.set(y);
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
    for (let id = 0; id < this.count; id++) this.#slots[this.#slotOf(this.x[id]!, this.y[id]!)] = id;
  }

  /** The number of a position, a new one when it was not seen before. −0 counts as 0. */
  add(x: number, y: number): number {
    const slot = this.#slotOf(x + 0, y + 0);
    const known = this.#slots[slot]!;
    if (known >= 0) return known;
    const id = this.count++;
    this.x[id] = x + 0;
    this.y[id] = y + 0;
    this.#slots[slot] = id;
    if (this.count === this.x.length) this.#grow();
    return id;
  }

  /** Orders two vertices by x, then y. */
  compare(a: number, b: number): number {
    return this.x[a]! - this.x[b]! || this.y[a]! - this.y[b]!;
  }
}
