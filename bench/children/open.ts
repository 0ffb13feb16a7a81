// Opens a database, asks it something, closes it, and prints what it took: `open.ts DATA_DIR [DATABASE_URL]`.

import { openDatabase } from "#sql/connect";
import { peakBytes } from "#bench/memory";

export interface OpenMeasured {
  readonly openMs: number;
  readonly closeMs: number;
  /** Of the embedded database's process; null for a native one. */
  readonly peakBytes: number | null;
}

const [dataDir, databaseUrl] = process.argv.slice(2);
const start = performance.now();
const database = await openDatabase({ dataDir: dataDir!, databaseUrl: databaseUrl ?? null });
const opened = performance.now();
const pid = database.childPid();
const peak = pid === null ? null : peakBytes(pid);
const closing = performance.now();
await database.close();
const measured: OpenMeasured = {
  openMs: opened - start,
  closeMs: performance.now() - closing,
  peakBytes: peak,
};
process.stdout.write(JSON.stringify(measured));
