// A cache bounded by bytes: what was used least recently goes first, and what is being made is made once.

import { LRUCache } from "lru-cache";

export interface CacheStatistics {
  readonly entries: number;
  readonly bytes: number;
  readonly maxBytes: number;
  readonly hits: number;
  readonly misses: number;
}

/** What is being made, and who waits for it. */
interface Making<V> {
  readonly value: Promise<V>;
  readonly ending: AbortController;
  waiting: number;
}

/** Bytes that an entry costs beside its key and its content. */
const ENTRY_BYTES = 200;

export class BoundedCache<V extends NonNullable<unknown>> {
  readonly #entries: LRUCache<string, V>;
  readonly #making = new Map<string, Making<V>>();
  #hits = 0;
  #misses = 0;

  /** An entry that alone is above the bound counts as the bound and stays until the next: else it would be made for every request. */
  constructor(maxBytes: number, sizeOf: (value: V) => number) {
    this.#entries = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: (value, key) => Math.min(maxBytes, sizeOf(value) + key.length * 2 + ENTRY_BYTES),
    });
  }

  /** What is in memory, counted as used; undefined where it is not. */
  peek(key: string): V | undefined {
    const value = this.#entries.get(key);
    if (value !== undefined) this.#hits++;
    return value;
  }

  /**
   * What is in memory, or what `make` makes of it; who asks while it is made waits for the same. A failure is not kept. The
   * signal that `make` gets is given when everybody who waits has left by a signal of his own.
   */
  async get(key: string, make: (signal: AbortSignal) => Promise<V>, signal?: AbortSignal): Promise<V> {
    const known = this.peek(key);
    if (known !== undefined) return known;
    this.#misses++;
    const making = this.#making.get(key) ?? this.#make(key, make);
    making.waiting++;
    const leave = (): void => {
      if (--making.waiting > 0) return;
      this.#end(key, making);
      making.ending.abort();
    };
    signal?.addEventListener("abort", leave, { once: true });
    try {
      return await making.value;
    } finally {
      signal?.removeEventListener("abort", leave);
    }
  }

  /** What is in memory, or what `make` can make at once of other things in memory; undefined where it cannot. */
  getNow<T extends V | undefined>(key: string, make: () => T): V | T {
    const known = this.peek(key);
    if (known !== undefined) return known;
    const made = make();
    if (made === undefined) return made;
    this.#misses++;
    return this.#keep(key, made);
  }

  clear(): void {
    this.#entries.clear();
  }

  statistics(): CacheStatistics {
    return {
      entries: this.#entries.size,
      bytes: this.#entries.calculatedSize,
      maxBytes: this.#entries.maxSize,
      hits: this.#hits,
      misses: this.#misses,
    };
  }

  #make(key: string, make: (signal: AbortSignal) => Promise<V>): Making<V> {
    const ending = new AbortController();
    const value = make(ending.signal)
      .then((made) => this.#keep(key, made))
      .finally(() => this.#end(key, making));
    const making: Making<V> = { value, ending, waiting: 0 };
    this.#making.set(key, making);
    return making;
  }

  #end(key: string, making: Making<V>): void {
    if (this.#making.get(key) === making) this.#making.delete(key);
  }

  #keep<T extends V>(key: string, value: T): T {
    this.#entries.set(key, value);
    return value;
  }
}
