// Builds the client when it is missing or older than its sources.

import { spawn } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SOURCES = ["client", "domain", "vite.config.ts", "package-lock.json"];

/** Time of the newest file at or below a path, in milliseconds; 0 when there is none. */
function newest(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0);
}

/** Whether `dist/client` is missing or older than what it is made from. */
export function isClientStale(root = ROOT): boolean {
  const built = newest(join(root, "dist/client/index.html"));
  return built === 0 || SOURCES.some((source) => newest(join(root, source)) > built);
}

/** There is no client to serve and none can be built. */
export class ClientBuildError extends Error {
  override readonly name = "ClientBuildError";
}

/** Runs Vite in a process of its own; rejects with a ClientBuildError that holds what it printed. */
function buildClient(root = ROOT): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, "node_modules/vite/bin/vite.js"), "build"], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => {
        output += chunk.toString();
      });
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve();
      else reject(new ClientBuildError(`the client cannot be built (npm run build):\n${output.trim()}`));
    });
  });
}

/** Builds the client; where that fails and an older one is there, that one is kept and `warn` is called. */
export async function renewClient(warn: (reason: string) => void, root = ROOT): Promise<void> {
  try {
    await buildClient(root);
  } catch (error) {
    if (!(error instanceof ClientBuildError) || !existsSync(join(root, "dist/client/index.html")))
      throw error;
    warn(error.message);
  }
}
