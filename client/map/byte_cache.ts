// What was fetched or computed, by key: bounded by bytes, made once for all callers, aborted when the last caller leaves.

import { LRUCache } from "lru-cache";

interface Request<T> {
  readonly promise: Promise<T>;
  readonly abort: AbortController;
  callers: number;
}

export class ByteCache<T extends object> {
  readonly #kept: LRUCache<string, T>;
  readonly #requests = new Map<string, Request<T>>();

  /** Keeps values of at most `maxBytes` in all; what was used least recently goes first, and a larger value is not kept. */
  constructor(maxBytes: number, bytesOf: (value: T) => number) {
    this.#kept = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: (value) => Math.max(1, Math.ceil(bytesOf(value))),
    });
  }

  /** Bytes of all values that are kept. */
  get bytes(): number {
    return this.#kept.calculatedSize;
  }

  /**
   * The value of a key, made if need be. Rejects with the reason of `signal`; when the last caller leaves, the making is aborted.
   * (`LRUCache.fetch` aborts with its first caller.)
   */
  async get(key: string, make: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T> {
    signal.throwIfAborted();
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const request = this.#requests.get(key) ?? this.#start(key, make);
    request.callers++;
    return await new Promise<T>((resolve, reject) => {
      const leave = (): void => {
        reject(signal.reason as Error);
        if (--request.callers > 0) return;
        if (this.#requests.get(key) === request) this.#requests.delete(key);
        request.abort.abort(signal.reason);
      };
      signal.addEventListener("abort", leave, { once: true });
      request.promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", leave));
    });
  }

  #start(key: string, make: (signal: AbortSignal) => Promise<T>): Request<T> {
    const abort = new AbortController();
    const promise = make(abort.signal).then((value) => {
      if (!abort.signal.aborted) this.#kept.set(key, value);
      return value;
    });
    const request = { promise, abort, callers: 0 };
    this.#requests.set(key, request);
    const end = (): void => {
      if (this.#requests.get(key) === request) this.#requests.delete(key);
    };
    promise.then(end, end);
    return request;
  }
}
