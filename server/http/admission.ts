// How much is computed at a time, and for whom: answers that are not in memory yet are made a few at a time, by turns.

import { ProblemError, RETRY_AFTER_SECONDS } from "#server/errors";

export interface AdmissionLimits {
  /** Computations at a time. */
  readonly running: number;
  /** Most that wait, of all addresses and of one. */
  readonly waiting: number;
  readonly waitingPerAddress: number;
  /** Most milliseconds that anything waits: what runs may hang on a database that does not answer. */
  readonly waitMs: number;
  /** Computations per second that an address may ask for in the long run, and at once. */
  readonly perSecond: number;
  readonly burst: number;
}

export const DEFAULT_ADMISSION: Omit<AdmissionLimits, "perSecond" | "burst"> = {
  running: 4,
  waiting: 256,
  waitingPerAddress: 64,
  waitMs: 5_000,
};

/** Addresses whose buckets are remembered; the one seen least recently goes first. */
const MAX_ADDRESSES = 10_000;

/** Who asks: `isFree` for who waits for a turn like all others, but may ask for as much as he likes. */
export interface Asker {
  readonly address: string;
  readonly isFree: boolean;
}

/** Starts what waits. */
type Start = () => void;

interface Bucket {
  tokens: number;
  at: number;
}

const busy = (why: string): ProblemError =>
  new ProblemError(503, "server busy", `${why}: try again in ${RETRY_AFTER_SECONDS} s`, RETRY_AFTER_SECONDS);

export class Admission {
  readonly #limits: AdmissionLimits;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();
  /** By address, in the order of their next turn. */
  readonly #queues = new Map<string, Start[]>();
  #running = 0;
  #waiting = 0;

  /** `now` gives milliseconds. */
  constructor(limits: AdmissionLimits, now: () => number = () => performance.now()) {
    this.#limits = limits;
    this.#now = now;
  }

  /** How many computations run and wait. */
  statistics(): { readonly running: number; readonly waiting: number } {
    return { running: this.#running, waiting: this.#waiting };
  }

  /**
   * What `work` makes when its turn has come. Throws a 429 where an address asks for too much, a 503 where too many wait, both
   * with the seconds to wait. The work of a signal that was given meanwhile is skipped.
   */
  async run<T>({ address, isFree }: Asker, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    if (!isFree) this.#pay(address);
    if (this.#running >= this.#limits.running) await this.#wait(address, signal);
    else this.#running++;
    try {
      signal.throwIfAborted();
      return await work();
    } finally {
      this.#running--;
      this.#startNext();
    }
  }

  /** Takes a token from the bucket of an address. */
  #pay(address: string): void {
    const { perSecond, burst } = this.#limits;
    const now = this.#now();
    const { tokens, at } = this.#buckets.get(address) ?? { tokens: burst, at: now };
    const filled = Math.min(burst, tokens + ((now - at) / 1000) * perSecond);
    this.#buckets.delete(address);
    this.#buckets.set(address, { tokens: filled < 1 ? filled : filled - 1, at: now });
    if (this.#buckets.size > MAX_ADDRESSES) this.#buckets.delete(this.#buckets.keys().next().value!);
    if (filled >= 1) return;
    const seconds = Math.ceil((1 - filled) / perSecond);
    throw new ProblemError(
      429,
      "too many requests",
      `more than ${perSecond} answers a second are not computed for one address: try again in ${seconds} s`,
      seconds,
    );
  }

  async #wait(address: string, signal: AbortSignal): Promise<void> {
    const queue = this.#queues.get(address) ?? [];
    const { waiting, waitingPerAddress, waitMs } = this.#limits;
    if (this.#waiting >= waiting || queue.length >= waitingPerAddress)
      throw busy(`${queue.length} requests wait already`);
    await new Promise<void>((resolve, reject) => {
      const leave = (reason: unknown): void => {
        end();
        this.#drop(address, queue, start);
        reject(reason);
      };
      const onAbort = (): void => leave(signal.reason);
      const timer = setTimeout(() => leave(busy(`it waited for ${waitMs / 1000} s`)), waitMs);
      const end = (): void => {
        clearTimeout(timer);
        signal.removeEventListener("abort", onAbort);
      };
      const start = (): void => {
        end();
        resolve();
      };
      signal.addEventListener("abort", onAbort, { once: true });
      queue.push(start);
      this.#waiting++;
      this.#queues.set(address, queue);
    });
  }

  /** Takes out what nobody waits for any more. */
  #drop(address: string, queue: Start[], start: Start): void {
    queue.splice(queue.indexOf(start), 1);
    this.#waiting--;
    if (queue.length === 0) this.#queues.delete(address);
  }

  /** Starts the next of the address whose turn it is, which then comes last. */
  #startNext(): void {
    while (this.#running < this.#limits.running) {
      const next = this.#queues.entries().next().value;
      if (!next) return;
      const [address, queue] = next;
      const start = queue.shift()!;
      this.#waiting--;
      this.#queues.delete(address);
      if (queue.length > 0) this.#queues.set(address, queue);
      this.#running++;
      start();
    }
  }
}
