// A program that prints which rows it finds, then commits numbered rows for ever and prints each number once it is acknowledged.

import { isDatabaseUnavailable, openDatabase } from "#sql/connect";
import { intactRows, makeRows, writeRow } from "./writer_rows.ts";

const database = await openDatabase({ databaseUrl: null, dataDir: process.argv[2]! });
const from = Number(process.argv[3]);
await makeRows(database);
process.stdout.write(`found ${JSON.stringify([...(await intactRows(database))])}\n`);
process.stdout.write(`child ${database.childPid()}\n`);
for (let n = from; ; n++) {
  await writeRow(database, n).catch((error: unknown) => {
    if (isDatabaseUnavailable(error)) process.exit(1);
    throw error;
  });
  process.stdout.write(`${n}\n`);
}
