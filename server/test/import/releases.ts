// Releases: withdrawn, sharing their columns, read back as they were written.

import { expect, it } from "vitest";
import { catalogContract } from "#domain/contract/catalog";
import { releasesContract } from "#domain/contract/releases";
import type { FactRows } from "#server/release/rollup/fact_rows";
import { publish, withdraw } from "#server/release/publish";
import { storedFacts } from "#server/release/rollup/stored_facts";
import { currentBatches } from "#server/release/release_inputs";
import { CENSUS, dataset, table } from "#server/test/small_dataset";
import type { SmallTerritory } from "./territory.ts";

/** Tests the states of a release and what it stores. */
export function releaseCases(small: SmallTerritory): void {
  const { load, serve, values, ask } = small;

  it("goes back to the release before when one is withdrawn", async () => {
    await load(dataset([table(CENSUS)]));
    await publish(small.database, "first");
    await load(dataset([table([["V1", "2019", 9, 100]])]));
    await publish(small.database, "second");
    await serve();
    const latest = async () => (await ask(catalogContract)).release;
    expect(await latest()).toBe(2);
    expect(await withdraw(small.database, 2)).toBe(1);
    await expect.poll(latest, { timeout: 5_000 }).toBe(1);
    expect(await values("county", "2019", 2)).toBe(410);
    const { releases } = await ask(releasesContract);
    expect(releases.map(({ number, state }) => [number, state])).toEqual([
      [2, "withdrawn"],
      [1, "published"],
    ]);
  });

  it("stores a column once however many releases show it", async () => {
    await load(dataset([table(CENSUS)]));
    await publish(small.database, "first");
    const count = async (): Promise<number> =>
      (
        await small.database.knex.raw<{ rows: { n: number }[] }>(
          "select count(*)::int as n from release.column_data",
        )
      ).rows[0]!.n;
    const before = await count();
    await load(
      dataset([table(CENSUS), table([["V1", "2019", 3]], { id: "schools", measures: ["teachers"] })]),
    );
    // Teachers of 2019 at two levels are new; everything else is as it was.
    expect(await count()).toBe(before + 2);
  });

  it("gives stored facts back as they were written, and answers on after a reading was given up or failed", async () => {
    await load(
      dataset([
        table([
          ["V1", "2019", 2 ** 53 - 1, -5],
          ["V2", "2019", "suppressed", 0],
        ]),
      ]),
    );
    const { knex } = small.database;
    const [batch] = await currentBatches(knex);
    const read = async (period: string): Promise<FactRows[]> => {
      const pages: FactRows[] = [];
      for await (const page of storedFacts(knex, batch!, period)) pages.push(page);
      return pages;
    };
    expect(await read("2019")).toEqual([
      {
        codes: ["V1", "V2"],
        values: Float64Array.of(2 ** 53 - 1, -5, 0, 0),
        statuses: Uint8Array.of(0, 0, 2, 0),
      },
    ]);
    for await (const page of storedFacts(knex, batch!, "2019")) if (page.codes.length > 0) break;
    await expect(storedFacts(knex, { ...batch!, measures: ["persons"] }, "2019").next()).rejects.toThrow(
      "row of V1 has 2 values: its batch has 1 measures",
    );
    await expect(storedFacts(knex, { ...batch!, id: Number.NaN }, "2019").next()).rejects.toThrow("nan");
    expect(await read("2018")).toEqual([
      { codes: [], values: new Float64Array(), statuses: new Uint8Array() },
    ]);
  });
}
