// A program that commits numbered rows for ever and prints each number once it is acknowledged; the tests kill it.

import { isDatabaseUnavailable, openDatabase } from "../connect.ts";

const database = await openDatabase({ databaseUrl: null, dataDir: process.argv[2]! });
const from = Number(process.argv[3]);
await database.knex.raw("create table if not exists public.acknowledged (n int primary key, padding text)");
process.stdout.write(`child ${database.childPid()}\n`);
for (let n = from; ; n++) {
  await database.knex
    .raw("insert into public.acknowledged values (?, repeat('x', 3000))", [n])
    .catch((error: unknown) => {
      if (isDatabaseUnavailable(error)) process.exit(1);
      throw error;
    });
  process.stdout.write(`${n}\n`);
}
