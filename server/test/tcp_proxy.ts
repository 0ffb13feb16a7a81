// A network between server and database that can swallow packets: no connection ends, and nothing comes through.

import { connect, createServer, type AddressInfo, type Socket } from "node:net";

export interface Proxy {
  /** `url` of a database, reached through the proxy. */
  through(url: string): string;
  /** Swallows everything from now on; new connections are taken and hear nothing. */
  swallow(): void;
  /** Lets new connections through; those that were there stay dead, as behind a router that forgot them. */
  restore(): void;
  close(): void;
}

/** Opens a proxy before the server of a database. */
export async function openProxy(url: string): Promise<Proxy> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  let live = new Set<Socket>();
  let isSwallowing = false;
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => sockets.delete(socket));
  };
  const server = createServer((client) => {
    keep(client);
    if (isSwallowing) {
      client.resume();
      return;
    }
    const database = connect(Number(port), hostname);
    keep(database);
    for (const [from, to] of [
      [client, database],
      [database, client],
    ] as const) {
      live.add(from);
      from.on("data", (chunk) => {
        if (live.has(from)) to.write(chunk);
      });
      from.on("end", () => {
        if (live.has(from)) to.end();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    through(target) {
      const out = new URL(target);
      out.hostname = "127.0.0.1";
      out.port = String((server.address() as AddressInfo).port);
      return out.href;
    },
    swallow() {
      isSwallowing = true;
      live = new Set();
    },
    restore() {
      isSwallowing = false;
    },
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
