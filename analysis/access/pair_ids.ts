// Dense numbers for pairs of 32-bit integers: open addressing, since a Map of texts is several times slower.

export class PairIds {
  /** The pairs by id. */
  first: Int32Array;
  second: Int32Array;
  length = 0;
  #slots: Int32Array;

  constructor(expected = 1024) {
    let slots = 16;
    while (slots < expected * 2) slots *= 2;
    this.#slots = new Int32Array(slots).fill(-1);
    this.first = new Int32Array(slots >> 1);
    this.second = new Int32Array(slots >> 1);
  }

  /** Id of a pair, a new one where it was not seen yet. */
  idOf(first: number, second: number): number {
    const slots = this.#slots;
    let at = this.#slot(first, second);
    for (; slots[at]! >= 0; at = (at + 1) & (slots.length - 1)) {
      const id = slots[at]!;
      if (this.first[id] === first && this.second[id] === second) return id;
    }
    if (this.length === this.first.length) {
      this.#grow();
      return this.idOf(first, second);
    }
    slots[at] = this.length;
    this.first[this.length] = first;
    this.second[this.length] = second;
    return this.length++;
  }

  #slot(first: number, second: number): number {
    let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    return (hash ^ (hash >>> 13)) & (this.#slots.length - 1);
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(-1);
    this.#slots = slots;
    const [first, second] = [new Int32Array(slots.length >> 1), new Int32Array(slots.length >> 1)];
    first.set(this.first);
    second.set(this.second);
    this.first = first;
    this.second = second;
    for (let id = 0; id < this.length; id++) {
      let at = this.#slot(first[id]!, second[id]!);
      while (slots[at]! >= 0) at = (at + 1) & (slots.length - 1);
      slots[at] = id;
    }
  }
}
