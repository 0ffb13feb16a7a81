// Whether a change of what is published is found and named, by who looks for it and by who reads it.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyCommand } from "#server/cli/commands/verify";
import type { CommandContext } from "#server/cli/command";
import { DATABASES, type TestDatabase } from "#sql/test/databases";
import { asking, serveDatabase, WITH_DEMO } from "./running.ts";

/** Changes one byte of a column, and changes it back when run again. */
const flipOf = (part: string): string =>
  `update release.column_data d set ${part} = set_byte(${part}, 0, get_byte(${part}, 0) # 1)
   from release.column c where c.content_hash = d.content_hash
     and (c.level, c.indicator, c.period) = ('county', 'mpi', '2022') and c.edition = 'internal'`;

describe.each(DATABASES)("lens verify ($name)", (kind) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await kind.open(WITH_DEMO);
  });
  afterAll(() => test.drop());

  const verify = async (): Promise<{ isGood: boolean; lines: string[] }> => {
    const lines: string[] = [];
    const context = {
      database: test.database,
      onProgress: () => undefined,
      print: (line: string) => void lines.push(line),
    } as unknown as CommandContext;
    return { isGood: await verifyCommand.run(null, context), lines };
  };
  /** As a file system or somebody with every right would, past all triggers. */
  const tamper = (sql: string): Promise<void> =>
    test.database.knex.transaction(async (trx) => {
      await trx.raw("set local session_replication_role = replica");
      await trx.raw(sql);
    });

  it("finds nothing in what was published", async () => {
    const { isGood, lines } = await verify();
    expect(lines).toEqual([expect.stringMatching(/^verified \d{3,} columns and 1 releases, faults: 0$/)]);
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

  it("names the release of which the catalogue or a row was changed", async () => {
    await tamper(`update release.release set catalog = jsonb_set(catalog, '{catalog,dataset}', '"other"')`);
    const { isGood, lines } = await verify();
    expect(isGood).toBe(false);
    expect(lines[0]).toMatch(/^release 1: its catalogue, /);
  });
});
