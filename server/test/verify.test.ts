// Whether a change of what is published is found and named.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyCommand } from "#server/cli/commands/verify";
import type { CommandContext } from "#server/cli/command";
import { DATABASES, type TestDatabase } from "#sql/test/databases";
import { WITH_DEMO } from "./running.ts";

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
      const flip = `update release.column_data d set ${part} = set_byte(${part}, 0, get_byte(${part}, 0) # 1)
        from release.column c where c.content_hash = d.content_hash
          and (c.level, c.indicator, c.period) = ('county', 'mpi', '2022') and c.edition = 'internal'`;
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

  it("names the release of which the catalogue or a row was changed", async () => {
    await tamper(`update release.release set catalog = jsonb_set(catalog, '{catalog,dataset}', '"other"')`);
    const { isGood, lines } = await verify();
    expect(isGood).toBe(false);
    expect(lines[0]).toMatch(/^release 1: its catalogue, /);
  });
});
