// The thread that runs PostgreSQL for the embedded database: protocol bytes in, protocol bytes out.

import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { privateFolder } from "#sql/private_folder";
import { DURABLE_PARAMETERS, makeDurable, syncFolder } from "./durable.ts";
import { interceptExceptions } from "./exceptions.ts";
import { slimPostgis } from "./postgis.ts";

export type FromBackend =
  | { readonly type: "ready"; readonly greeting: Uint8Array }
  | { readonly type: "data"; readonly bytes: Uint8Array }
  | { readonly type: "done"; readonly inTransaction: boolean };

/** Start-up packet of protocol 3.0 with a user; the answer is what every client is greeted with. */
const STARTUP = Buffer.from("\0\0\0\0\0\u0003\0\0user\0postgres\0database\0postgres\0\0", "latin1");
STARTUP.writeInt32BE(STARTUP.length, 0);
const CHUNK_BYTES = 1 << 18;

const port = parentPort!;
const { dataDir, isDurable } = workerData as { dataDir: string; isDurable: boolean };

/** Opens the database, making it first where there is none; a half-made one (killed while being made) is made anew. */
async function open(): Promise<PGlite> {
  const directory = join(dataDir, "postgres");
  const unfinished = join(dataDir, "postgres.unfinished");
  if (existsSync(unfinished)) rmSync(directory, { recursive: true, force: true });
  const isNew = !existsSync(join(directory, "PG_VERSION"));
  if (isNew) writeFileSync(unfinished, "");
  privateFolder(directory);
  const db = await PGlite.create(directory, {
    extensions: { postgis: slimPostgis(join(dataDir, "cache")) },
    ...(isDurable ? { startParams: [...DURABLE_PARAMETERS] } : {}),
  });
  if (isDurable) makeDurable(db);
  if (isNew) await db.exec("create extension postgis");
  if (isNew && isDurable) syncFolder(directory);
  rmSync(unfinished, { force: true });
  return db;
}

const raiseExceptionsIn = interceptExceptions();
const db = await open();
raiseExceptionsIn(db);

/** Runs protocol messages that end a series and hands the answer on while it comes. */
async function run(bytes: Uint8Array): Promise<void> {
  let held: Uint8Array[] = [];
  let size = 0;
  const send = (): void => {
    if (size === 0) return;
    const joined = new Uint8Array(size);
    let at = 0;
    for (const part of held) {
      joined.set(part, at);
      at += part.length;
    }
    held = [];
    size = 0;
    port.postMessage({ type: "data", bytes: joined } satisfies FromBackend, [joined.buffer]);
  };
  await db.execProtocolRawStream(bytes, {
    onRawData: (data) => {
      held.push(data.slice());
      size += data.length;
      if (size >= CHUNK_BYTES) send();
    },
  });
  send();
}

port.on("message", (message: { type: "run"; bytes: Uint8Array } | { type: "stop" }) => {
  const work = async (): Promise<void> => {
    if (message.type === "stop") {
      await db.close();
      port.close();
      return;
    }
    await run(message.bytes);
    port.postMessage({ type: "done", inTransaction: db.isInTransaction() } satisfies FromBackend);
  };
  // A backend that throws is in an unknown state: end the thread, the child is started anew.
  void work().catch((error: unknown) =>
    setImmediate(() => {
      throw error;
    }),
  );
});

const greeting: Buffer[] = [];
await db.execProtocolRawStream(STARTUP, { onRawData: (data) => void greeting.push(Buffer.from(data)) });
port.postMessage({ type: "ready", greeting: Buffer.concat(greeting) } satisfies FromBackend);
