// Travel times of an area, computed in a thread that stays, so that a moved site is timed at once.

import { Worker } from "node:worker_threads";
import type { LonLat } from "#analysis/access/road";
import type { FromThread, Travel, TravelInput } from "./travel_messages.ts";

/** Heap of the thread. */
const HEAP_MB = 1024;

export class TravelThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<
    number,
    { resolve(minutes: Float32Array): void; reject(error: unknown): void }
  >();
  readonly #travel: Promise<Travel>;
  #next = 0;
  #ended: Error | null = null;

  constructor(input: TravelInput) {
    this.#worker = new Worker(new URL("./travel_thread.ts", import.meta.url), {
      workerData: input,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
    // An idle thread keeps no server from stopping.
    this.#worker.unref();
    this.#travel = new Promise((resolve, reject) => {
      this.#worker.on("message", (message: FromThread) => {
        if (message.type === "travel") resolve(message.travel);
        else this.#answer(message.id, message.minutes);
      });
      const fail = (error: Error): void => {
        this.#ended = error;
        reject(error);
        for (const { reject: rejectOne } of this.#waiting.values()) rejectOne(error);
        this.#waiting.clear();
      };
      this.#worker.once("error", fail);
      this.#worker.once("exit", (code) =>
        fail(new Error(`the thread of travel times ended with code ${code}`)),
      );
    });
    // Whoever asks hears of it.
    this.#travel.catch(() => undefined);
  }

  #answer(id: number, minutes: Float32Array): void {
    this.#waiting.get(id)?.resolve(minutes);
    this.#waiting.delete(id);
  }

  travel(): Promise<Travel> {
    return this.#travel;
  }

  /** Minutes from every village to a point; Infinity beyond the limit. */
  column(at: LonLat): Promise<Float32Array> {
    if (this.#ended) return Promise.reject(this.#ended);
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, at });
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
