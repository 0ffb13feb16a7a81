// Before the tests: types, style and format beside the build of the client, since each alone leaves a core idle.

import { spawn } from "node:child_process";

interface Ended {
  readonly script: string;
  readonly status: number | null;
  readonly output: string;
}

/** Runs a script of package.json; what it wrote comes in one piece. */
const run = (script: string): Promise<Ended> =>
  new Promise((resolve) => {
    const child = spawn("npm", ["run", "--silent", script], { stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => {
        output += chunk.toString();
      });
    child.once("error", ({ message }) => resolve({ script, status: null, output: message }));
    child.once("close", (status) => resolve({ script, status, output }));
  });

const ended = await Promise.all(["check", "build"].map(run));
for (const { script, status, output } of ended) {
  process.stdout.write(`${script}: ${status === 0 ? "well" : `ended with ${status}`}\n${output}`);
  if (status !== 0) process.exitCode = 1;
}
