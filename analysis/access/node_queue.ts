// Nodes waiting by minutes: a ring of buckets, one for each step of minutes (Dial 1969). Steps come in order, within a step any.

const NONE = 0xffff_ffff;

/** Most buckets; where minutes spread wider than these hold, the steps get longer. */
const MOST_BUCKETS = 1 << 16;
const FEWEST_BUCKETS = 1 << 8;

/** Of a mean piece of road: shorter steps bring more empty buckets, longer ones more nodes that are taken twice. */
const PART_OF_MEAN = 0.25;

export class NodeQueue {
  /** Longest difference of minutes between two nodes that wait. */
  readonly #spread: number;
  readonly #perMinute: number;
  /** First entry of each bucket. */
  readonly #head: Uint32Array;
  #node: Uint32Array;
  #next: Uint32Array;
  /** First of the entries that were used and are free again. */
  #free = NONE;
  #used = 0;
  #step = 0;
  length = 0;

  /** A queue for pieces of road of these minutes, and for seeds that differ by at most `seedSpread`. */
  constructor(arcMinutes: Float32Array, seedSpread = 0) {
    let [sum, longest] = [0, seedSpread];
    for (const minutes of arcMinutes) {
      sum += minutes;
      if (minutes > longest) longest = minutes;
    }
    const mean = sum > 0 ? sum / arcMinutes.length : 1;
    const step = Math.max(mean * PART_OF_MEAN, longest / (MOST_BUCKETS - 2));
    let buckets = FEWEST_BUCKETS;
    while (buckets < longest / step + 2) buckets *= 2;
    this.#spread = longest;
    this.#perMinute = 1 / step;
    this.#head = new Uint32Array(buckets).fill(NONE);
    this.#node = new Uint32Array(1024);
    this.#next = new Uint32Array(1024);
  }

  /** Whether seeds that differ by so many minutes fit the ring. */
  holds(spread: number): boolean {
    return spread <= this.#spread;
  }

  /** Begins an empty queue whose nearest node is at least so many minutes away. */
  begin(minutes: number): void {
    [this.#free, this.#used, this.length] = [NONE, 0, 0];
    this.#step = Math.floor(minutes * this.#perMinute);
  }

  push(node: number, minutes: number): void {
    let entry = this.#free;
    if (entry !== NONE) this.#free = this.#next[entry]!;
    else {
      entry = this.#used++;
      if (entry === this.#node.length) this.#grow();
    }
    const bucket = Math.floor(minutes * this.#perMinute) & (this.#head.length - 1);
    this.#node[entry] = node;
    this.#next[entry] = this.#head[bucket]!;
    this.#head[bucket] = entry;
    this.length++;
  }

  /** Takes a node of the earliest step out; call it only where the length is not zero. */
  pop(): number {
    const [head, next, mask] = [this.#head, this.#next, this.#head.length - 1];
    while (head[this.#step & mask] === NONE) this.#step++;
    const bucket = this.#step & mask;
    const entry = head[bucket]!;
    head[bucket] = next[entry]!;
    next[entry] = this.#free;
    this.#free = entry;
    this.length--;
    return this.#node[entry]!;
  }

  /** Whether minutes are of a step that is over: a node was taken with them already. */
  isOver(minutes: number): boolean {
    return Math.floor(minutes * this.#perMinute) < this.#step;
  }

  #grow(): void {
    const [node, next] = [this.#node, this.#next];
    this.#node = new Uint32Array(node.length * 2);
    this.#next = new Uint32Array(node.length * 2);
    this.#node.set(node);
    this.#next.set(next);
  }
}
