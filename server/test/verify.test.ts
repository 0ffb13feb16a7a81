// Whether a change of what is published is found and named, by who looks for it and by who reads it.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordChange } from "#server/audit/record";
import { withdraw } from "#server/release/publish";
import { verifyCommand } from "#server/cli/commands/verify";
import type { CommandContext } from "#server/cli/command";
import { DATABASES, type TestDatabase } from "#sql/test/databases";
import { asking, serveDatabase, WITH_DEMO } from "./running.ts";

/** Changes one byte of a column, and changes it back when run again. */
const flipOf = (part: string): string =>
  `update release.column_data d set ${part} = set_byte(${part}, 0, get_byte(${part}, 0) # 1)
   from release.column c where c.content_hash = d.content_hash
     and (c.level, c.indicator, c.period) = ('county', 'mpi', '2022') and c.edition = 'internal'`;

const LOG_LINE = expect.stringMatching(/^audit log: \d+ entries, head [0-9a-f]{64}$/);

describe.each(DATABASES)("lens verify ($name)", (kind) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await kind.open(WITH_DEMO);
  });
  afterAll(() => test.drop());

  const verify = async (head: string | null = null): Promise<{ isGood: boolean; lines: string[] }> => {
    const lines: string[] = [];
    const context = {
      database: test.database,
      onProgress: () => undefined,
      print: (line: string) => void lines.push(line),
    } as unknown as CommandContext;
    return { isGood: await verifyCommand.run({ head }, context), lines };
  };
  /** As a file system or somebody with every right would, past all triggers. */
  const tamper = (sql: string): Promise<void> =>
    test.database.knex.transaction(async (trx) => {
      await trx.raw("set local session_replication_role = replica");
      await trx.raw(sql);
    });

  it("finds nothing in what was published", async () => {
    const { isGood, lines } = await verify();
    expect(lines).toEqual([
      LOG_LINE,
      expect.stringMatching(/^verified \d{3,} columns and 1 releases, faults: 0$/),
    ]);
    expect(isGood).toBe(true);
  });

  it.each(["numerator", "value", "status", "covered"])(
    "names the column of which one byte of %s was changed",
    async (part) => {
      const flip = flipOf(part);
      await tamper(flip);
      const { isGood, lines } = await verify();
      await tamper(flip);
      expect(isGood).toBe(false);
      expect(lines).toEqual([
        "release 1 (internal): column county mpi 2022 is not what its hash names",
        "release 1 (public): column county mpi 2022 is not what its hash names",
        LOG_LINE,
        expect.stringMatching(/, faults: 2$/),
      ]);
    },
  );

  it.each(["numerator", "value", "status", "covered"])(
    "a server refuses to read the column of which one byte of %s was changed, by its name, and no other",
    async (part) => {
      await tamper(flipOf(part));
      const server = await serveDatabase(test.database, test.config);
      const { refuse } = asking(() => server.url);
      const tile = await test.database.knex("tile.geometry").where({ level: "county" }).first();
      const paths = [
        "/api/values?level=county&indicator=mpi&period=2022",
        `/tiles/1/internal/county/${tile.z}/${tile.x}/${tile.y}.mvt?c=mpi@2022`,
      ];
      try {
        for (const path of paths)
          expect([path, await refuse(path)]).toMatchObject([
            path,
            {
              status: 500,
              problem: {
                title: "damaged column",
                detail: expect.stringMatching(/^column county mpi 2022 is not what was published: /),
              },
            },
          ]);
        expect((await fetch(`${server.url}/api/values?level=county&indicator=mpi&period=2016`)).status).toBe(
          200,
        );
        await tamper(flipOf(part));
        for (const path of paths)
          expect([path, (await fetch(server.url + path)).status]).toEqual([path, 200]);
      } finally {
        await server.stop();
      }
    },
  );

  it("has an import, a draft and a publication in the audit log, which no statement changes", async () => {
    const entries = await test.database.knex("audit.entry").select("event").orderBy("seq");
    const actions = entries.map(
      ({ event }: { event: string }) => (JSON.parse(event) as { action: string }).action,
    );
    expect(actions.slice(-3)).toEqual(["import", "draft", "release.publish"]);
    for (const sql of [
      "update audit.entry set event = '{}'",
      "delete from audit.entry",
      "truncate audit.entry",
    ])
      await expect(test.database.knex.raw(sql), sql).rejects.toThrow("never changed or removed");
  });

  it("finds an entry of the audit log that was changed, and entries that were cut off", async () => {
    const head = /head (\w+)/.exec((await verify()).lines.at(-2)!)![1]!;
    const change = "update audit.entry set event = replace(event, '\"draft\"', '\"DRAFT\"')";
    await tamper(change);
    const changed = await verify(head);
    expect(changed.isGood).toBe(false);
    expect(changed.lines[0]).toMatch(/^audit log: entry \d+ is not what its hash names$/);
    await tamper("update audit.entry set event = replace(event, '\"DRAFT\"', '\"draft\"')");
    expect((await verify(head)).isGood).toBe(true);

    const last = await test.database.knex("audit.entry").orderBy("seq", "desc").first();
    await tamper("delete from audit.entry where seq = (select max(seq) from audit.entry)");
    expect((await verify()).isGood).toBe(true);
    expect((await verify(head)).lines[0]).toBe(
      `audit log: it holds no entry ${head}: entries were cut off, or it was written anew`,
    );
    await test.database.knex("audit.entry").insert(last);
  });

  it("gives entries that are added at once one order", async () => {
    const before = (await test.database.knex("audit.entry").select("seq")).length;
    const add = (n: number): Promise<void> =>
      test.database.knex.transaction((trx) =>
        recordChange(trx, { action: "plan.adopt", object: `plan:${n}`, before: null, after: null }),
      );
    await Promise.all([1, 2, 3, 4, 5, 6].map(add));
    const { isGood, lines } = await verify();
    expect(lines[0]).toMatch(new RegExp(`^audit log: ${before + 6} entries`));
    expect(isGood).toBe(true);
  });

  it("changes nothing where no entry can be added", async () => {
    await test.database.knex.raw("alter table audit.entry rename to gone");
    try {
      await expect(withdraw(test.database, 1)).rejects.toThrow("audit.entry");
    } finally {
      await test.database.knex.raw("alter table audit.gone rename to entry");
    }
    const [{ state }] = await test.database.knex("release.release").select("state");
    expect(state).toBe("published");
  });

  it("names a release that was changed together with the hash of its content", async () => {
    const change = (to: string) =>
      tamper(`update release.release r set note = 'x', content_hash = ${to} where number = 1`);
    const [{ content_hash: hash }] = await test.database.knex("release.release").select("content_hash");
    await tamper(`update release.release set catalog = catalog || '{"x": 1}' where number = 1`);
    await change("release.hash_of_content(r)");
    const { lines } = await verify();
    await tamper(`update release.release set catalog = catalog - 'x' where number = 1`);
    await change(`'${hash}'`);
    expect(lines[0]).toBe("release 1: it is not the content that was published");
    expect((await verify()).isGood).toBe(true);
  });

  it("names the release of which the catalogue or a row was changed", async () => {
    await tamper(`update release.release set catalog = jsonb_set(catalog, '{catalog,dataset}', '"other"')`);
    const { isGood, lines } = await verify();
    expect(isGood).toBe(false);
    expect(lines[0]).toMatch(/^release 1: its catalogue, /);
  });
});
