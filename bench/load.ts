// A load of HTTP requests over keep-alive connections: bare sockets, so that the client costs little beside the server.

import { get } from "node:http";
import { connect } from "node:net";

export type Encoding = "gzip" | "identity";

export interface LoadOptions {
  readonly port: number;
  /** Asked for in this order, each connection beginning at another place. */
  readonly paths: readonly string[];
  readonly connections: number;
  readonly seconds: number;
  readonly encoding: Encoding;
}

export interface LoadResult {
  readonly requests: number;
  readonly seconds: number;
  readonly latenciesMs: readonly number[];
  /** Of bodies. */
  readonly bytes: number;
}

const requestOf = (path: string, encoding: Encoding): string =>
  `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: ${encoding}\r\nConnection: keep-alive\r\n\r\n`;

/** Bytes that the answer at the start of `received` has in all, and in its body; null while its head is not there. */
function measureAnswer(received: Buffer): { whole: number; body: number } | null {
  const end = received.indexOf("\r\n\r\n");
  if (end < 0) return null;
  const head = received.toString("latin1", 0, end);
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (!head.startsWith("HTTP/1.1 200") || length === undefined)
    throw new Error(`expected 200 with a length, got: ${head.split("\r\n")[0]}`);
  return { whole: end + 4 + Number(length), body: Number(length) };
}

/** Asks one after the other on each connection until time is up; rejects on anything but 200. */
export async function load({
  port,
  paths,
  connections,
  seconds,
  encoding,
}: LoadOptions): Promise<LoadResult> {
  const latenciesMs: number[] = [];
  let bytes = 0;
  const start = performance.now();
  const until = start + seconds * 1e3;
  const worker = (number: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket = connect({ port, host: "127.0.0.1", noDelay: true });
      const requests = paths.map((path) => requestOf(path, encoding));
      let next = Math.floor((number * paths.length) / connections);
      let asked = 0;
      let pending: Buffer | null = null;
      let left = -1;
      let body = 0;
      const ask = (): void => {
        asked = performance.now();
        if (asked >= until) {
          socket.end();
          return;
        }
        socket.write(requests[next++ % requests.length]!);
      };
      socket.on("data", (chunk: Buffer) => {
        try {
          if (left < 0) {
            const received: Buffer = pending ? Buffer.concat([pending, chunk]) : chunk;
            const answer = measureAnswer(received);
            pending = answer ? null : received;
            if (!answer) return;
            left = answer.whole - received.length;
            body = answer.body;
          } else left -= chunk.length;
          if (left < 0) throw new Error(`answer is ${-left} bytes longer than it says`);
          if (left > 0) return;
          latenciesMs.push(performance.now() - asked);
          bytes += body;
          left = -1;
          ask();
        } catch (error) {
          socket.destroy(error as Error);
        }
      });
      socket.once("connect", ask);
      socket.once("error", reject);
      socket.once("close", resolve);
    });
  await Promise.all(Array.from({ length: connections }, (_, number) => worker(number)));
  return { requests: latenciesMs.length, seconds: (performance.now() - start) / 1e3, latenciesMs, bytes };
}

/** Fetches one body as it travels, gzip left as it is. */
export function fetchBytes(port: number, path: string, encoding: Encoding = "gzip"): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get({ port, host: "127.0.0.1", path, headers: { "accept-encoding": encoding } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("error", reject);
      response.once("end", () => {
        if (response.statusCode === 200) resolve(Buffer.concat(chunks));
        else reject(new Error(`${path}: ${response.statusCode} ${Buffer.concat(chunks).toString()}`));
      });
    }).once("error", reject);
  });
}
