// The real app for all end-to-end tests: `npm start` on a free port with an empty data folder and the demo province.

import { spawn } from "node:child_process";
import { appendFileSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { freePort } from "#sql/test/free_port";

declare module "vitest" {
  interface ProvidedContext {
    /** `http://127.0.0.1:PORT`; there once `ready.ts` has waited for it. */
    appUrl: string;
    /** What the app writes; null for one that was running before. */
    appLog: string | null;
  }
}

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The origin of an app that runs already; throws where none answers there, since all tests would be left out. */
async function runningApp(address: string): Promise<string> {
  const advice = "start one, or unset APP_URL to have the tests start their own";
  if (!URL.canParse(address))
    throw new Error(`APP_URL="${address}" is no address like http://127.0.0.1:8080: ${advice}`);
  const { origin } = new URL(address);
  const said = await fetch(`${origin}/api/catalog`).then(({ status }) => `it answers ${status}`, String);
  if (said !== "it answers 200")
    throw new Error(`APP_URL="${address}": no app with a release is there (${said}): ${advice}`);
  return origin;
}

/** Starts the app once for all files, and lets other tests begin meanwhile; `APP_URL` takes one that runs already. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const running = process.env["APP_URL"];
  if (running) {
    project.provide("appUrl", await runningApp(running));
    project.provide("appLog", null);
    return undefined;
  }
  const dataDir = mkdtempSync(join(tmpdir(), "village-lens-e2e-"));
  const port = await freePort();
  const env = {
    ...process.env,
    PORT: String(port),
    HOST: "127.0.0.1",
    DATA_DIR: dataDir,
    LOG_LEVEL: "warn",
    EMBEDDED_FSYNC: "off",
  };
  delete (env as Partial<NodeJS.ProcessEnv>)["DATABASE_URL"];
  const appLog = join(dataDir, "app.log");
  const output = openSync(appLog, "a");
  const child = spawn(process.execPath, ["server/main.ts"], {
    cwd: ROOT,
    env,
    stdio: ["ignore", output, output],
  });
  const ended = new Promise<void>((resolve) => {
    child.once("exit", (code, signal) => {
      appendFileSync(appLog, `\nended with ${code ?? signal}\n`);
      resolve();
    });
  });
  project.provide("appUrl", `http://127.0.0.1:${port}`);
  project.provide("appLog", appLog);
  return async () => {
    child.kill("SIGTERM");
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
}
