// What the server shows to whom, and that one client cannot take it away from the others.

import { request, type IncomingHttpHeaders } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DATABASES } from "#sql/test/databases";
import { openDemo, type DemoServer } from "./running.ts";

describe.each(DATABASES)("the server to strangers ($name)", (kind) => {
  let demo: DemoServer;
  beforeAll(async () => {
    demo = await openDemo(kind);
  });
  afterAll(() => demo.stop());

  const ask = (path: string, headers: IncomingHttpHeaders) =>
    new Promise<{ status: number; body: string }>((resolve, reject) => {
      request(demo.url + path, { headers, agent: false }, (response) => {
        let body = "";
        response.setEncoding("utf8");
        response.on("data", (text: string) => {
          body += text;
        });
        response.once("end", () => resolve({ status: response.statusCode!, body }));
      })
        .once("error", reject)
        .end();
    });

  it.each(["/", "/api/catalog", "/tiles/1/internal/village/0/0/0.mvt?c=mpi@2022", "/metrics"])(
    "answers nothing at %s to a page whose own name leads here",
    async (path) => {
      const { status, body } = await ask(path, { host: "rebound.example:8080" });
      expect(status).toBe(421);
      expect(JSON.parse(body)).toMatchObject({ detail: expect.stringContaining("ALLOWED_HOSTS") });
    },
  );

  it("tells versions, memory and metrics to its own machine alone, not through a proxy on it", async () => {
    const own = JSON.parse((await ask("/api/health", {})).body) as { database: { version: string | null } };
    expect(own).toMatchObject({ memoryBytes: expect.any(Number), caches: expect.any(Object) });
    expect(own.database.version).toContain("PostgreSQL");
    const proxied = { "x-forwarded-for": "203.0.113.9" };
    const stranger = JSON.parse((await ask("/api/health", proxied)).body) as object;
    expect(stranger).toMatchObject({ status: "ok", database: { version: null } });
    expect(Object.keys(stranger)).not.toContain("memoryBytes");
    expect((await ask("/metrics", proxied)).status).toBe(403);
    const { status, body } = await ask("/metrics", {});
    expect(status).toBe(200);
    expect(body).toContain('village_lens_request_seconds_count{route="/api/health",status="200"}');
    expect(body).toMatch(/village_lens_cache_bytes\{cache="bodies"\} \d+/);
    expect((await ask("/live", {})).status).toBe(200);
    expect(JSON.parse((await ask("/ready", {})).body)).toEqual({ status: "ready", release: 1 });
  });

  it.each([
    "/.env",
    "/.git/config",
    "/.well-known/../.env",
    "/server-status",
    "/debug/pprof",
    "/package.json",
    "/api/../.env",
  ])("has nothing for those who look for %s", async (path) => {
    const { status, body } = await ask(path, {});
    // The map answers every address that may be one of its pages.
    if (status === 200) expect(body).toContain('<div id="root">');
    else expect(status).toBe(404);
    expect(body).not.toMatch(/dependencies|repositoryformatversion|DATABASE_URL=/);
    if (path.includes("/.")) expect(status).toBe(404);
  });

  it.each(["TRACE", "CONNECT"])("does not know the method %s", async (method) => {
    const status = await new Promise((resolve, reject) => {
      request(`${demo.url}/api/catalog`, { method, agent: false })
        .once("response", (response) => resolve(response.resume().statusCode))
        .once("error", () => resolve("closed"))
        .once("timeout", reject)
        .end();
    });
    expect([405, "closed"]).toContain(status);
  });

  it("computes an answer once, whatever parameters stand in the address that do not matter", async () => {
    const base = "/api/classes?indicator=mpi&period=2022&level=township&method=quantile";
    const made = async (): Promise<number> => {
      const { body } = await ask("/api/health", {});
      return (JSON.parse(body) as { caches: { bodies: { misses: number } } }).caches.bodies.misses;
    };
    const plain = await ask(base, {});
    const before = await made();
    for (let at = 1; at <= 20; at++) expect(await ask(`${base}&breaks=0.1,0.${10 + at}`, {})).toEqual(plain);
    expect(await made()).toBe(before);
  });

  it("answers others at once while one client asks for fifty answers a second that are in no cache", async () => {
    const health = async (client: string): Promise<number[]> => {
      const times: number[] = [];
      for (let at = 0; at < 100; at++) {
        const start = performance.now();
        expect((await ask("/api/health", { "x-forwarded-for": client })).status).toBe(200);
        times.push(performance.now() - start);
        await wait(10);
      }
      return times.sort((a, b) => a - b);
    };
    const quiet = await health("203.0.113.8");
    let number = 0;
    const flood = { isOn: true };
    const seen: number[] = [];
    const flooding = (async () => {
      const pending: Promise<void>[] = [];
      while (flood.isOn) {
        const breaks = `0.0${++number},0.5`;
        const path = `/api/classes?indicator=mpi&period=2022&level=village&method=manual&breaks=${breaks}`;
        pending.push(
          ask(path, { "x-forwarded-for": "203.0.113.7" }).then(({ status }) => void seen.push(status)),
        );
        await wait(20);
      }
      await Promise.all(pending);
    })();
    const times = await health("203.0.113.9");
    flood.isOn = false;
    await flooding;
    expect(new Set(seen.filter((status) => status !== 429))).toEqual(new Set([200]));
    // A promise of the product (200 ms at the 99th percentile), not a benchmark: here it is a few milliseconds. Where it takes long
    // without the flood, other programs are busy.
    expect(times[98]).toBeLessThan(Math.max(200, 10 * quiet[98]!));
  });
});
