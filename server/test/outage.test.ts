// The database goes away under load: what is in memory is still served, the rest is 503, and all is well by itself after.

import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase, type Database } from "#sql/connect";
import { DATABASES, type TestDatabase } from "#sql/test/databases";
import type { RunningServer } from "../main.ts";
import { publish } from "../release/publish.ts";
import { loadDemo, serveDatabase } from "./running.ts";

/** A door between server and database that can be shut: connections are cut, new ones refused. */
class Door {
  readonly #target: { host: string; port: number };
  readonly #sockets = new Set<Socket>();
  #server: Server | null = null;
  port = 0;

  constructor(target: { host: string; port: number }) {
    this.#target = target;
  }

  async open(): Promise<void> {
    this.#server = createServer((client) => {
      const database = connect(this.#target);
      for (const [one, other] of [
        [client, database],
        [database, client],
      ] as const) {
        this.#sockets.add(one);
        one.pipe(other);
        one.on("error", () => other.destroy());
        one.on("close", () => other.destroy());
      }
    });
    await new Promise<void>((resolve) => {
      this.#server!.listen(this.port, "127.0.0.1", resolve);
    });
    this.port = (this.#server.address() as AddressInfo).port;
  }

  async shut(): Promise<void> {
    const closed = new Promise((resolve) => {
      this.#server?.close(resolve);
    });
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
    await closed;
  }
}

describe("a native database that goes away", () => {
  let test: TestDatabase;
  let door: Door;
  let database: Database;
  let server: RunningServer;

  beforeAll(async () => {
    test = await DATABASES.find(({ name }) => name === "native")!.open();
    await loadDemo(test.database);
    await publish(test.database, "");
    const url = new URL(test.config.databaseUrl!);
    door = new Door({ host: url.hostname, port: Number(url.port || 5432) });
    await door.open();
    url.hostname = "127.0.0.1";
    url.port = String(door.port);
    database = await openDatabase({ ...test.config, databaseUrl: url.href });
    server = await serveDatabase(database, test.config);
  });
  afterAll(async () => {
    await server.stop();
    await database.close();
    await door.shut();
    await test.drop();
  });

  it("leaves cached tiles and values served, the rest 503 with Retry-After, and heals by itself", async () => {
    const { rows } = await test.database.knex.raw<{ rows: { z: number; x: number; y: number }[] }>(
      "select z, x, y from tile.geometry where level = 'village' order by z, x, y limit 40",
    );
    const tile = (at: number): string => {
      const { z, x, y } = rows[at]!;
      return `${server.url}/tiles/1/internal/village/${z}/${x}/${y}.mvt?c=mpi@2022`;
    };
    const cached = [...rows.slice(0, 20).keys()].map(tile);
    const values = `${server.url}/api/values?indicator=mpi&period=2022&level=county`;
    const status = async (url: string): Promise<number> => {
      const response = await fetch(url);
      await response.arrayBuffer();
      return response.status;
    };
    for (const url of [...cached, values]) expect(await status(url)).toBe(200);

    const ending = new AbortController();
    const seen = new Map<number, number>();
    const load = Promise.all(
      Array.from({ length: 8 }, async (_, worker) => {
        for (let round = 0; !ending.signal.aborted; round++) {
          const code = await status(tile((worker * 5 + round) % rows.length));
          seen.set(code, (seen.get(code) ?? 0) + 1);
        }
      }),
    );
    await door.shut();
    await expect
      .poll(
        async () => ((await (await fetch(`${server.url}/api/health`)).json()) as { status: string }).status,
        { timeout: 15_000 },
      )
      .toBe("degraded");
    for (const url of [...cached, values]) expect(await status(url)).toBe(200);
    const refused = await fetch(`${server.url}/api/areas?q=never-asked-before`);
    expect(refused.status).toBe(503);
    expect(refused.headers.get("retry-after")).toBe("5");
    expect(refused.headers.get("content-type")).toContain("application/problem+json");

    await door.open();
    await expect
      .poll(() => status(`${server.url}/api/areas?q=never-asked-before`), { timeout: 15_000 })
      .toBe(200);
    await expect
      .poll(
        async () => ((await (await fetch(`${server.url}/api/health`)).json()) as { status: string }).status,
        { timeout: 15_000 },
      )
      .toBe("ok");
    ending.abort();
    await load;
    expect([...seen.keys()].sort()).toEqual(seen.has(503) ? [200, 503] : [200]);
    for (let at = 0; at < rows.length; at++) expect(await status(tile(at))).toBe(200);
  });
});
