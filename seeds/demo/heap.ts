// A priority queue over typed arrays: gives out whole numbers, the one with the lowest cost first.

export class Heap {
  #costs = new Float64Array(1024);
  #items = new Int32Array(1024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  push(item: number, cost: number): void {
    if (this.#size === this.#items.length) this.#grow();
    let place = this.#size++;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (this.#costs[above]! <= cost) break;
      this.#move(above, place);
      place = above;
    }
    this.#costs[place] = cost;
    this.#items[place] = item;
  }

  /** Takes out the item with the lowest cost; throws when there is none. */
  pop(): { item: number; cost: number } {
    if (this.#size === 0) throw new RangeError("cannot take from an empty heap");
    const top = { item: this.#items[0]!, cost: this.#costs[0]! };
    const last = --this.#size;
    const cost = this.#costs[last]!;
    const item = this.#items[last]!;
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      if (below >= last) break;
      if (below + 1 < last && this.#costs[below + 1]! < this.#costs[below]!) below++;
      if (this.#costs[below]! >= cost) break;
      this.#move(below, place);
      place = below;
    }
    this.#costs[place] = cost;
    this.#items[place] = item;
    return top;
  }

  #move(from: number, to: number): void {
    this.#costs[to] = this.#costs[from]!;
    this.#items[to] = this.#items[from]!;
  }

  #grow(): void {
    const costs = new Float64Array(this.#costs.length * 2);
    const items = new Int32Array(this.#items.length * 2);
    costs.set(this.#costs);
    items.set(this.#items);
    this.#costs = costs;
    this.#items = items;
  }
}
