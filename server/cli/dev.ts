// `npm run dev`: the server, restarted on change, and Vite's development server in front of it.

import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

function run(words: string[], environment: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, words, {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, ...environment },
  });
}

const children = [
  run(["--watch", "--watch-preserve-output", "server/main.ts"], { SKIP_CLIENT_BUILD: "1" }),
  run([join(ROOT, "node_modules/vite/bin/vite.js")]),
];

let isStopping = false;
const stop = (): void => {
  if (isStopping) return;
  isStopping = true;
  for (const child of children) child.kill("SIGTERM");
};
for (const child of children) child.once("exit", stop);
process.on("SIGINT", stop);
process.on("SIGTERM", stop);
