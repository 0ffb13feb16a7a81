// What is published stays as it is: nobody's statement changes it, and a draft that is made meanwhile does not touch it.

import type pg from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { DATABASES, type TestDatabase } from "#sql/test/databases";
import { publish, withdraw } from "#server/release/publish";
import { loadDemo } from "./running.ts";
import { CENSUS, dataset, table } from "./small_dataset.ts";

const CHANGED = dataset([table([["V1", "2019", 9, 100]])]);

let test: TestDatabase;

/** Opens a database in which release 1 is a draft. */
async function openDraft(kind: (typeof DATABASES)[number]): Promise<void> {
  test = await kind.open();
  await loadDemo(test.database, dataset([table(CENSUS)]));
}

afterEach(() => test.drop());

/** Number, state and number of columns of every release. */
async function releases(): Promise<string[]> {
  const { rows } = await test.database.pool.query<{ release: string }>(
    `select number || ' ' || state || ' ' || (select count(*) from release.column where release = number) as release
     from release.release order by number`,
  );
  return rows.map(({ release }) => release);
}

/** What a statement would do to release 1, published or withdrawn, and what must be refused. */
const CHANGES = [
  "update release.release set note = 'better'",
  "update release.release set catalog = '{}'",
  "update release.release set state = 'draft', published_at = null",
  "update release.release set published_at = now()",
  "update release.release set state = 'withdrawn', withdrawn_at = now(), note = 'and more'",
  "delete from release.release",
  "update release.column set statistics = '{}'",
  "update release.column set period = '1066' where level = 'county' and indicator = 'measure.persons' and period = '2019'",
  "delete from release.column where level = 'county'",
  "insert into release.column select release, 'public', level, indicator, period || ' again', content_hash, statistics from release.column where edition = 'internal'",
  "update release.public_edition set catalog = '{}'",
  "delete from release.public_edition",
  "insert into release.lineage values (1, 'V1', 'V9', 1, 'renamed', '2018')",
  "update release.column_data set value = status",
  "delete from release.column_data",
  "truncate release.column",
  "truncate release.release cascade",
];

describe.each(DATABASES)("a published release ($name)", (kind) => {
  it("is changed by no statement, before and after its withdrawal", async () => {
    await openDraft(kind);
    const { database } = test;
    await publish(database, "first");
    const [before] = await releases();
    const refused = async (): Promise<void> => {
      for (const sql of CHANGES)
        await expect(database.knex.raw(sql), sql).rejects.toThrow(
          /cannot be (changed|emptied)|violates foreign key constraint/,
        );
    };
    await refused();
    expect(await releases()).toEqual([before]);
    await withdraw(database, 1);
    await refused();
    expect(await releases()).toEqual([before!.replace("published", "withdrawn")]);
  });

  it("is the draft that was reviewed, or none", async () => {
    await openDraft(kind);
    const { database } = test;
    await loadDemo(database, CHANGED);
    const [made] = await releases();
    expect(made).toMatch(/^2 draft /);
    await expect(publish(database, "", 1)).rejects.toThrow(
      "release 1 is not the draft: that is release 2; review it, then publish 2",
    );
    expect(await releases()).toEqual([made]);
    expect(await publish(database, "", 2)).toBe(2);
  });
});

describe("a draft that is made while another session publishes (native)", () => {
  const native = DATABASES.find(({ name }) => name === "native")!;

  /** Runs `work` while a transaction of another session is open that began with `sql`; it is committed when `work` says so. */
  async function beside(sql: string, work: (commit: () => Promise<unknown>) => Promise<void>): Promise<void> {
    const other: pg.PoolClient = await test.database.pool.connect();
    try {
      await other.query(`begin; ${sql}`);
      await work(() => other.query("commit"));
    } finally {
      await other.query("rollback");
      other.release();
    }
  }

  const waiting = async (): Promise<number> =>
    (await test.database.pool.query("select from pg_locks where not granted")).rowCount!;

  it("waits for it, and leaves what was published whole", async () => {
    await openDraft(native);
    const [draft] = await releases();
    await beside(
      "update release.release set state = 'published', published_at = now() where number = 1",
      async (commit) => {
        const loading = loadDemo(test.database, CHANGED);
        await expect.poll(waiting).toBeGreaterThan(0);
        await commit();
        expect((await loading).draft).toBe(2);
      },
    );
    expect((await releases())[0]).toBe(draft!.replace("draft", "published"));
  });

  it("lets nobody publish the draft that it takes the place of", async () => {
    await openDraft(native);
    await beside("lock table release.lineage in access exclusive mode", async (commit) => {
      const loading = loadDemo(test.database, CHANGED);
      await expect.poll(waiting).toBe(1);
      const publishing = publish(test.database, "", 1).catch((error: unknown) => error);
      // It waits too, or has published what is just being taken apart.
      let isOver = false;
      void publishing.then(() => {
        isOver = true;
      });
      await expect.poll(async () => isOver || (await waiting()) === 2).toBe(true);
      await commit();
      expect((await loading).draft).toBe(2);
      expect(String(await publishing)).toContain("release 1 is not the draft");
    });
    expect(await releases()).toEqual([expect.stringMatching(/^2 draft [1-9]/)]);
  });
});
