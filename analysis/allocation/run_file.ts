// A run as one file: what went in, how it was solved, what came out. Repeated elsewhere it is the same to the byte.

import { createHash } from "node:crypto";
import type { Answer } from "./answer.ts";

export const RUN_FORMAT = "village-lens run 1";

export interface RunFile {
  readonly format: typeof RUN_FORMAT;
  /** SHA-256 of the problem as canonical JSON. */
  readonly input_hash: string;
  readonly problem: unknown;
  /** The answer without `seconds`, which no two runs share. */
  readonly answer: Readonly<Record<string, unknown>>;
}

/** JSON with the keys of every object in order, so that equal contents are equal bytes. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** The text of a run file: one line of canonical JSON. */
export function runFileText(content: unknown, { seconds: _seconds, ...answer }: Answer): string {
  const run: RunFile = {
    format: RUN_FORMAT,
    input_hash: createHash("sha256").update(canonicalJson(content)).digest("hex"),
    problem: content,
    answer,
  };
  return `${canonicalJson(run)}\n`;
}
