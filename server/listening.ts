// Listening on a port, and the end of it: no connection is cut off before its last request is answered or its time is over.

import { createServer, type Server } from "node:http";
import { Server as TcpServer } from "node:net";
import type { Config } from "./config.ts";

/** A message for people instead of EADDRINUSE. */
export class PortInUseError extends Error {
  override readonly name = "PortInUseError";
}

/** Throws a PortInUseError when the port is taken, so that nobody waits for a database first. */
export async function checkPort(config: Config): Promise<void> {
  const probe = createServer();
  await listen(probe, config);
  await new Promise((resolve) => {
    probe.close(resolve);
  });
}

/** Listens; throws a PortInUseError when the port is taken. */
export async function listen(server: Server, { host, port }: Pick<Config, "host" | "port">): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(
        error.code === "EADDRINUSE"
          ? new PortInUseError(`port ${port} of ${host} is in use: set PORT to another one`)
          : error,
      );
    });
    server.listen(port, host, resolve);
  });
}

/** Connections that are open now. */
export const connectionsOf = (server: Server): Promise<number> =>
  new Promise((resolve) => server.getConnections((_, count) => resolve(count)));

/** Stops once every request is answered; what is still running after `cutOffMs` is cut off. */
export async function stopServer(server: Server, cutOffMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    // That of HTTP would also close connections on which the first request is just coming.
    TcpServer.prototype.close.call(server, () => resolve());
  });
  // A connection that is kept alive is idle only once its last request is answered.
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  const timer = setTimeout(() => server.closeAllConnections(), cutOffMs);
  await closed;
  clearInterval(idle);
  clearTimeout(timer);
}
