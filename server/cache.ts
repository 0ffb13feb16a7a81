// A cache bounded by bytes: what was used least recently goes first, and what is being made is made once.

export interface CacheStatistics {
  readonly entries: number;
  readonly bytes: number;
  readonly maxBytes: number;
  readonly hits: number;
  readonly misses: number;
}

/** Bytes that an entry costs beside its content. */
const ENTRY_BYTES = 200;

export class ByteCache<V> {
  readonly #maxBytes: number;
  readonly #sizeOf: (value: V) => number;
  readonly #entries = new Map<string, { value: V; bytes: number }>();
  readonly #flights = new Map<string, Promise<V>>();
  #bytes = 0;
  #hits = 0;
  #misses = 0;

  constructor(maxBytes: number, sizeOf: (value: V) => number) {
    this.#maxBytes = maxBytes;
    this.#sizeOf = sizeOf;
  }

  /** Gives what is held, or makes it; callers that ask while it is made share one flight. A failure is not kept. */
  get(key: string, make: () => Promise<V>): V | Promise<V> {
    const held = this.peek(key);
    if (held !== undefined) return held;
    this.#misses++;
    const known = this.#flights.get(key);
    if (known) return known;
    const flight = make()
      .then((value) => this.#keep(key, value))
      .finally(() => this.#flights.delete(key));
    this.#flights.set(key, flight);
    return flight;
  }

  /** Gives what is held and counts it as used; undefined where it is not. */
  peek(key: string): V | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#hits++;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  /** Gives what is held, or what `make` makes of other things in memory; undefined where it cannot. */
  getHeld(key: string, make: () => V | undefined): V | undefined {
    const held = this.peek(key);
    if (held !== undefined) return held;
    const made = make();
    if (made === undefined) return undefined;
    this.#misses++;
    return this.#keep(key, made);
  }

  /** Forgets everything that is held. */
  clear(): void {
    this.#entries.clear();
    this.#bytes = 0;
  }

  statistics(): CacheStatistics {
    return {
      entries: this.#entries.size,
      bytes: this.#bytes,
      maxBytes: this.#maxBytes,
      hits: this.#hits,
      misses: this.#misses,
    };
  }

  /** Keeps the newest entry even when it alone is above the bound: dropping it would make it for every request. */
  #keep(key: string, value: V): V {
    const bytes = this.#sizeOf(value) + key.length * 2 + ENTRY_BYTES;
    // Made from what was in memory while somebody else was reading for it.
    const before = this.#entries.get(key)?.bytes ?? 0;
    this.#entries.set(key, { value, bytes });
    this.#bytes += bytes - before;
    for (const [oldest, entry] of this.#entries) {
      if (this.#bytes <= this.#maxBytes || oldest === key) break;
      this.#entries.delete(oldest);
      this.#bytes -= entry.bytes;
    }
    return value;
  }
}
