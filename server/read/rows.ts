// Reading statements, each with a limit of time.

import { keepsStatements, type Database } from "#sql/connect";
import { ProblemError, RETRY_AFTER_SECONDS } from "#server/errors";

const READ_MS = 10_000;

/** Runs one reading statement; under a name it is parsed and planned once for every connection. */
export type ReadRows = <T extends object>(
  sql: string,
  values: readonly unknown[],
  name?: string,
) => Promise<T[]>;

const busy = (): ProblemError =>
  new ProblemError(503, "database busy", `the database is busy: try again in ${RETRY_AFTER_SECONDS} s`);

/** Reads rows of a database; a statement that takes longer than READ_MS is a 503. Names are used where connections are ours. */
export const readRowsOf =
  ({ pool }: Pick<Database, "pool">): ReadRows =>
  async <T extends object>(sql: string, values: readonly unknown[], name?: string) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(busy()), READ_MS);
    });
    try {
      const isNamed = name !== undefined && keepsStatements(pool);
      const query = { text: sql, values: [...values], ...(isNamed ? { name } : {}) };
      const { rows } = await Promise.race([pool.query<T>(query), late]);
      return rows;
    } finally {
      clearTimeout(timer);
    }
  };
