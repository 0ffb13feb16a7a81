// The real app for all end-to-end tests: `npm start` on a free port with an empty data folder and the demo province.

import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** `http://127.0.0.1:PORT` */
    appUrl: string;
  }
}

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PATIENCE_MS = 170_000;

function ready(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    const timer = setTimeout(() => reject(new Error(`not ready in time:\n${output}`)), PATIENCE_MS);
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const url = /^ready (http:\/\/\S+)$/m.exec(output)?.[1];
      if (!url) return;
      clearTimeout(timer);
      resolve(url);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("exit", (code) => reject(new Error(`the app ended with ${code}:\n${output}`)));
  });
}

/** Starts the app once for all files; `APP_URL` takes one that runs already. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const running = process.env["APP_URL"];
  if (running) {
    project.provide("appUrl", running);
    return undefined;
  }
  const dataDir = mkdtempSync(join(tmpdir(), "village-lens-e2e-"));
  const env = { ...process.env, PORT: "0", HOST: "127.0.0.1", DATA_DIR: dataDir, LOG_LEVEL: "warn" };
  delete (env as Partial<NodeJS.ProcessEnv>)["DATABASE_URL"];
  const child = spawn(process.execPath, ["--import", "tsx", "server/start.ts"], { cwd: ROOT, env });
  project.provide("appUrl", await ready(child));
  return async () => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
}
