// What was fetched or made, by key: bounded by bytes, made once however many ask, given up when nobody asks any more.

interface Request<T> {
  readonly promise: Promise<T>;
  readonly abort: AbortController;
  waiting: number;
}

export class ByteCache<T> {
  readonly #limit: number;
  readonly #sizeOf: (value: T) => number;
  readonly #kept = new Map<string, T>();
  readonly #requests = new Map<string, Request<T>>();
  #bytes = 0;

  /** Keeps values of at most `limit` bytes in all; what was used least recently goes first. */
  constructor(limit: number, sizeOf: (value: T) => number) {
    this.#limit = limit;
    this.#sizeOf = sizeOf;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Gives what is there at once. */
  peek(key: string): T | undefined {
    const value = this.#kept.get(key);
    if (value === undefined) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, value);
    return value;
  }

  /** Gives the value of a key, made if need be. Rejects with the reason of `signal`; the last asker to leave stops the making. */
  async get(key: string, make: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T> {
    signal.throwIfAborted();
    const known = this.peek(key);
    if (known !== undefined) return known;
    const request = this.#requests.get(key) ?? this.#start(key, make);
    request.waiting++;
    return await new Promise<T>((resolve, reject) => {
      const leave = (): void => {
        reject(signal.reason as Error);
        if (--request.waiting > 0) return;
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
      if (!abort.signal.aborted) this.#keep(key, value);
      return value;
    });
    const request = { promise, abort, waiting: 0 };
    this.#requests.set(key, request);
    const land = (): void => {
      if (this.#requests.get(key) === request) this.#requests.delete(key);
    };
    promise.then(land, land);
    return request;
  }

  #keep(key: string, value: T): void {
    this.#kept.set(key, value);
    this.#bytes += this.#sizeOf(value);
    for (const [oldest, old] of this.#kept) {
      if (this.#bytes <= this.#limit || oldest === key) break;
      this.#kept.delete(oldest);
      this.#bytes -= this.#sizeOf(old);
    }
  }
}
