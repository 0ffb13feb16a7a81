// Real processes for the tests of start, stop and commands.

import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export interface Finished {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Process {
  readonly child: ChildProcess;
  /** What it has written so far. */
  readonly output: { stdout: string; stderr: string };
  readonly finished: Promise<Finished>;
}

/** Starts a script of the project (or of a copy of it), named from its root. */
export function run(
  script: string,
  words: readonly string[],
  environment: Record<string, string>,
  root = ROOT,
): Process {
  const child = spawn(process.execPath, [join(root, script), ...words], {
    cwd: root,
    env: { ...process.env, SKIP_CLIENT_BUILD: "1", DATABASE_URL: "", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk: Buffer) => {
    output.stdout += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    output.stderr += chunk.toString();
  });
  const finished = new Promise<Finished>((resolve) => {
    child.once("close", (status) => resolve({ status, ...output }));
  });
  return { child, output, finished };
}

/** Waits for the line `ready http://…` and gives the URL; throws with what was written when the process ends before. */
export async function ready(process: Process): Promise<string> {
  let isOver = false;
  void process.finished.then(() => {
    isOver = true;
  });
  for (;;) {
    const url = /^ready (http:\/\/\S+)$/m.exec(process.output.stdout)?.[1];
    if (url) return url;
    if (isOver) throw new Error(`ended before it was ready:\n${process.output.stderr}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
