// What the GPU holds, by what it was made of; what was used least recently is freed.

import { LRUCache } from "lru-cache";

/** Entries that stay although they are not drawn. */
const SPARE = 64;
/** More than any frame draws, so that nothing of a frame is freed before it is over. */
const MAX_ENTRIES = 4096;

export class GpuCache<Key extends object, Resource extends object> {
  readonly #create: (key: Key) => Resource;
  readonly #entries: LRUCache<Key, Resource>;

  /** `create` sends a key to the GPU, `free` deletes what it made of it. */
  constructor(create: (key: Key) => Resource, free: (resource: Resource) => void) {
    this.#create = create;
    this.#entries = new LRUCache({ max: MAX_ENTRIES, dispose: free });
  }

  /** What the GPU holds of a key, created the first time. */
  get(key: Key): Resource {
    let resource = this.#entries.get(key);
    if (!resource) this.#entries.set(key, (resource = this.#create(key)));
    return resource;
  }

  /** Frees what was used least recently, down to `drawn` entries, which were used just now, and some to spare. */
  trim(drawn: number): void {
    while (this.#entries.size > drawn + SPARE) this.#entries.pop();
  }
}
