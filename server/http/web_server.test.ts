import { once } from "node:events";
import { connect, type AddressInfo, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createWebServer } from "./web_server.ts";

const server = createWebServer((_, res) => res.end("well"), {
  connections: 3,
  headMs: 200,
  requestMs: 400,
  idleMs: 65_000,
  checkMs: 50,
});
const sockets: Socket[] = [];

async function open(): Promise<Socket> {
  if (!server.listening) await once(server.listen(0, "127.0.0.1"), "listening");
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  sockets.push(socket);
  socket.on("error", () => undefined);
  await once(socket, "connect");
  return socket;
}

/** All that a socket receives until it is closed. */
async function received(socket: Socket): Promise<string> {
  let text = "";
  socket.on("data", (bytes) => (text += String(bytes)));
  await once(socket, "close");
  return text;
}

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

describe("a server for everybody", () => {
  it("ends a connection that never ends the head of its request", async () => {
    const socket = await open();
    socket.write("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
    const dripping = setInterval(() => socket.write("a"), 50);
    // What is written to a connection that has just been closed resets it, which may throw the answer away.
    const end = await received(socket).catch(({ code }: NodeJS.ErrnoException) => code);
    clearInterval(dripping);
    expect(end).toMatch(/^(HTTP\/1\.1 408 |ECONNRESET$)/);
  });

  it("ends a request whose body never comes", async () => {
    const socket = await open();
    socket.write("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nabc");
    expect(await received(socket)).toContain("HTTP/1.1 408 ");
  });

  it("closes connections beyond the most it takes, and serves the others", async () => {
    const held = [await open(), await open(), await open()];
    const dropped = await open();
    await once(dropped, "close");
    held[0]!.write("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    expect(await received(held[0]!)).toMatch(/well$/);
  });
});
