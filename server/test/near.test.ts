// What lies near to a set: a question that would cost seconds is refused, and one that nobody waits for is given up.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packCodes } from "#domain/area_set_codec";
import { nearSetContract } from "#domain/contract/sets";
import { DATABASES } from "#sql/test/databases";
import { openDemo, pathOf, type DemoServer } from "./running.ts";

describe.each(DATABASES)("what lies near to a set ($name)", (kind) => {
  let demo: DemoServer;
  let villages: string[];
  beforeAll(async () => {
    demo = await openDemo(kind);
    const { rows } = await demo.test.database.knex.raw<{ rows: { code: string }[] }>(
      "select code from geo.area where level = 'village' order by code",
    );
    villages = rows.map(({ code }) => code);
  });
  afterAll(() => demo.stop());

  const near = (codes: string, km: string): string =>
    pathOf(nearSetContract, { codes, level: "village", km });

  it.each([
    [
      20,
      "100",
      "20 codes, which is 628319 km²: codes × π × km² is at most 20000 km², so take at most 17.8 km",
    ],
    [
      2000,
      "5",
      "2000 codes, which is 157080 km²: codes × π × km² is at most 20000 km², so take at most 1.7 km",
    ],
  ])("refuses %i codes × %s km before it asks the database for one", async (count, km, rule) => {
    const unknown = packCodes(Array.from({ length: count }, (_, i) => `nowhere${i}`));
    expect(await demo.refuse(near(unknown, km))).toMatchObject({
      status: 400,
      problem: { title: "too wide a search", detail: expect.stringContaining(`"km" is ${km} with ${rule}`) },
    });
  });

  it("is one question however the set and the distance are written", async () => {
    const [a, b] = villages;
    const tags = await Promise.all(
      [near(`${a}~0${b}`, "2"), near(`${b}~0${a}`, "2.0000001"), near(`${b}~0${a}~0${b}`, "2.0")].map(
        async (path) => (await fetch(demo.url + path)).headers.get("etag"),
      ),
    );
    expect(tags[0]).not.toBeNull();
    expect(new Set(tags).size).toBe(1);
  });

  it.runIf(kind.name === "native")(
    "is given up when the client has gone, unless another one waits for the same",
    async () => {
      const { pool } = demo.test.database;
      const holder = await pool.connect();
      const waiting = async (): Promise<number> =>
        (await holder.query("select from pg_locks where not granted and relation = 'geo.area'::regclass"))
          .rowCount!;
      try {
        await holder.query("begin; lock table geo.area in access exclusive mode");
        const [first, second] = [new AbortController(), new AbortController()];
        const asked = [first, second].map(({ signal }) =>
          fetch(demo.url + near(villages[0]!, "3"), { signal }).catch((error: Error) => error.name),
        );
        await expect.poll(waiting).toBe(1);
        first.abort();
        expect(await asked[0]).toBe("AbortError");
        await new Promise((resolve) => setTimeout(resolve, 500));
        // A second one that came late asks anew while the first query is still being cancelled.
        await expect.poll(waiting).toBe(1);
        second.abort();
        await expect.poll(waiting, { timeout: 8_000 }).toBe(0);
      } finally {
        await holder.query("rollback");
        holder.release();
      }
      expect((await fetch(demo.url + near(villages[0]!, "3"))).status).toBe(200);
    },
  );
});
