// Sheets as the bytes of an Excel workbook.

import { Worker } from "node:worker_threads";
import type { Sheet } from "#server/read/workbook/sheet";

export const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The bytes of a workbook, written in a thread of its own, since 100,000 rows take seconds; a signal ends it. */
export function toXlsx(sheets: readonly Sheet[], signal: AbortSignal): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./xlsx_thread.ts", import.meta.url), { workerData: sheets });
    const stop = (): void => void worker.terminate();
    signal.addEventListener("abort", stop, { once: true });
    worker.once("message", (bytes: Uint8Array) => {
      resolve(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    });
    worker.once("error", reject);
    worker.once("exit", (code) => {
      signal.removeEventListener("abort", stop);
      reject(signal.aborted ? signal.reason : new Error(`the writer of a workbook ended with ${code}`));
    });
  });
}
