// What the graphics card holds, by what it was made of; what has not been used for long is let go.

/** Entries that stay although they are not drawn. */
const KEPT = 64;

export class GpuCache<Key, Held> {
  readonly #make: (key: Key) => Held;
  readonly #free: (held: Held) => void;
  readonly #held = new Map<Key, Held>();

  constructor(make: (key: Key) => Held, free: (held: Held) => void) {
    this.#make = make;
    this.#free = free;
  }

  /** Gives what is held for a key, sent to the card the first time. */
  get(key: Key): Held {
    const held = this.#held.get(key) ?? this.#make(key);
    this.#held.delete(key);
    this.#held.set(key, held);
    return held;
  }

  /** Lets go of what was used least recently; `drawn` entries were used just now. */
  trim(drawn: number): void {
    for (const [key, held] of this.#held) {
      if (this.#held.size <= drawn + KEPT) break;
      this.#held.delete(key);
      this.#free(held);
    }
  }
}
