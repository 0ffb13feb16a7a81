// The tools of PostgreSQL itself, which know best how to write a database down.

import { spawn } from "node:child_process";
import { ProblemError } from "#server/errors";

/** Most of a tool's last words that an error repeats. */
const MAX_WORDS = 2000;

/** Runs `pg_dump` or `pg_restore`; throws a ProblemError with its last words, without the connection's password. */
export async function runTool(tool: "pg_dump" | "pg_restore", words: readonly string[]): Promise<void> {
  const child = spawn(tool, words, { stdio: ["ignore", "ignore", "pipe"] });
  let output = "";
  child.stderr.on("data", (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-MAX_WORDS);
  });
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "ENOENT"
          ? new ProblemError(
              500,
              "no such tool",
              `${tool} is not installed: it comes with PostgreSQL's client programs (Debian: postgresql-client)`,
            )
          : error,
      ),
    );
    child.once("close", resolve);
  });
  if (status !== 0)
    throw new ProblemError(500, `${tool} failed`, `${tool} ended with ${status}: ${output.trim()}`);
}
