// Changes to what is published, which only tests and benchmarks make: to empty a database, and to remove what they made.

import type { Database } from "#sql/connect";

const PROTECTED = [
  "release.release",
  "release.column",
  "release.lineage",
  "release.column_data",
  "release.public_edition",
];

const switchTriggers = (state: "enable" | "disable"): string =>
  PROTECTED.map((table) => `alter table ${table} ${state} trigger user`).join("; ");

/** Runs a statement while the triggers that protect published releases are off, for its transaction alone. */
export async function unprotected(
  { pool }: Pick<Database, "pool">,
  sql: string,
  values: readonly unknown[] = [],
): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(`begin; ${switchTriggers("disable")}`);
    await client.query(sql, [...values]);
    await client.query(`${switchTriggers("enable")}; commit`);
  } finally {
    await client.query("rollback");
    client.release();
  }
}
