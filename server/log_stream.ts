// Writes log lines without ever waiting for whoever reads them.

import { write, writeSync } from "node:fs";
import { visibleText } from "#domain/visible_text";

/** Most bytes that wait to be written; lines beyond are dropped and counted. */
const MAX_WAITING_BYTES = 4 << 20;
/** A write that takes longer has a reader that stands still. */
const STALLED_MS = 1000;

export class LogStream {
  readonly #fd: number;
  readonly #maxBytes: number;
  #waiting: string[] = [];
  #bytes = 0;
  #dropped = 0;
  /** Lines that were dropped since the start. */
  droppedLines = 0;
  /** When the write began that is under way; null without one. */
  #writingSince: number | null = null;

  constructor(fd: number, maxBytes = MAX_WAITING_BYTES) {
    this.#fd = fd;
    this.#maxBytes = maxBytes;
  }

  /** Whether the reader has stopped reading. */
  get isStalled(): boolean {
    return this.#writingSince !== null && performance.now() - this.#writingSince > STALLED_MS;
  }

  /** Writes a line soon; what is no letter in it as its code, so that it does nothing to a terminal. */
  write(line: string): void {
    if (this.#bytes + line.length > this.#maxBytes) {
      this.#dropped++;
      this.droppedLines++;
      return;
    }
    this.#waiting.push(visibleText(line));
    this.#bytes += line.length;
    this.#next();
  }

  /** Writes what waits at once, for the end of the process; nothing where the reader stands still, which would hold up the end. */
  flushNow(): void {
    if (this.#writingSince !== null) return;
    for (const line of this.#take()) writeSync(this.#fd, line);
  }

  /** Resolves when all is written, or the reader stands still. */
  async drained(): Promise<void> {
    while (this.#writingSince !== null && !this.isStalled)
      await new Promise((resolve) => {
        setTimeout(resolve, 5);
      });
  }

  #take(): string[] {
    const lines = this.#waiting;
    if (this.#dropped > 0)
      lines.push(
        `${JSON.stringify({ level: 40, time: new Date().toISOString(), dropped: this.#dropped, msg: "log lines were dropped: their reader was too slow" })}\n`,
      );
    this.#waiting = [];
    this.#bytes = 0;
    this.#dropped = 0;
    return lines;
  }

  #next(): void {
    if (this.#writingSince !== null || this.#waiting.length === 0) return;
    this.#writeAll(Buffer.from(this.#take().join("")));
  }

  #writeAll(bytes: Buffer): void {
    this.#writingSince = performance.now();
    write(this.#fd, bytes, (error, written) => {
      this.#writingSince = null;
      // A reader that is gone reads nothing any more; a pipe that is full for now is tried again.
      if (error && error.code !== "EAGAIN") return;
      const rest = bytes.subarray(error ? 0 : written);
      if (rest.length > 0) setTimeout(() => this.#writeAll(rest), error ? 20 : 0);
      else this.#next();
    });
  }
}
