// A measurement in a process of its own: what it took and held is then its alone.

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { fileURLToPath } from "node:url";

const execute = promisify(execFile);

/** Runs a file of `children` and gives the JSON that it prints. */
export async function runChild<T>(name: string, words: readonly string[]): Promise<T> {
  const script = fileURLToPath(new URL(`children/${name}.ts`, import.meta.url));
  const { stdout } = await execute(process.execPath, [script, ...words], {
    maxBuffer: 16 << 20,
  });
  return JSON.parse(stdout) as T;
}
