// nginx giving out the same bytes from disk, the measure of how fast a warm tile can be.

import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "#sql/test/free_port";
import type { Encoding } from "./load.ts";

export interface Nginx {
  readonly version: string;
  readonly port: number;
  /** Its worker. */
  readonly pid: number;
  stop(): Promise<void>;
}

const INSTALL = "nginx is not installed: apt-get install nginx-light (Debian, Ubuntu)";

/** One worker, as ours is one process; what helps static files is on. */
const configuration = (directory: string, port: number, encoding: Encoding): string => `
${userInfo().uid === 0 ? "user root;" : ""}
worker_processes 1;
daemon off;
pid ${directory}/nginx.pid;
error_log stderr;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  tcp_nodelay on;
  keepalive_requests 100000000;
  open_file_cache max=10000 inactive=10m;
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${directory}/${name};`).join("\n  ")}
  server {
    listen 127.0.0.1:${port};
    root ${directory}/files;
    location / {
      types {}
      default_type application/vnd.mapbox-vector-tile;
      ${encoding === "gzip" ? "add_header Content-Encoding gzip;" : ""}
      add_header Cache-Control "public, max-age=31536000, immutable";
      add_header Vary Accept-Encoding;
    }
  }
}
`;

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });

/** The one child of the master process; the master itself where the system does not tell. */
function workerOf(master: number): number {
  try {
    return Number(readFileSync(`/proc/${master}/task/${master}/children`, "utf8").split(" ")[0]);
  } catch {
    return master;
  }
}

/** Serves files by name out of a new directory below `scratch`; a text says why it cannot. */
export async function startNginx(
  scratch: string,
  files: ReadonlyMap<string, Buffer>,
  encoding: Encoding,
): Promise<Nginx | string> {
  const path = `${process.env["PATH"] ?? ""}:/usr/sbin:/usr/local/sbin`;
  const env = { ...process.env, PATH: path };
  let version;
  try {
    // It says its version on standard error.
    version = execFileSync("sh", ["-c", "nginx -v 2>&1"], { encoding: "utf8", env }).trim();
  } catch {
    return INSTALL;
  }
  const directory = join(scratch, `nginx-${encoding}`);
  mkdirSync(join(directory, "files"), { recursive: true });
  for (const [name, bytes] of files) writeFileSync(join(directory, "files", name), bytes);
  const port = await freePort();
  writeFileSync(join(directory, "nginx.conf"), configuration(directory, port, encoding));
  const child = spawn("nginx", ["-p", directory, "-c", join(directory, "nginx.conf"), "-e", "stderr"], {
    env,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let output = "";
  child.stderr.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  const closed = new Promise<void>((resolve) => {
    child.once("close", () => resolve());
  });
  const kill = (): void => void child.kill("SIGTERM");
  process.once("exit", kill);
  for (let wait = 0; !(await answers(port)); wait++) {
    if (child.exitCode !== null || wait > 100) return `nginx does not start: ${output.trim().slice(0, 200)}`;
    await sleep(50);
  }
  return {
    version: version.replace("nginx version: ", ""),
    port,
    pid: workerOf(child.pid!),
    stop: async () => {
      process.off("exit", kill);
      kill();
      await closed;
    },
  };
}
