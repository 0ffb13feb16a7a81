// Why the figures of earlier releases are withheld, as they were written at publish.

import { inflateRawSync } from "node:zlib";
import type { Knex } from "knex";
import { query } from "#sql/query";

/** Stored reasons of a period of a release, a byte by idx, by level and indicator. */
export async function readReasons(
  db: Knex,
  release: number,
  period: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const rows = await query<{ level: string; indicator: string; reasons: Buffer }>(
    db,
    "select level, indicator, reasons from release.withheld where release = ? and period = ?",
    [release, period],
  );
  return new Map(
    rows.map(({ level, indicator, reasons }) => [
      `${level} ${indicator}`,
      new Uint8Array(inflateRawSync(reasons)),
    ]),
  );
}
