// From a published release to the first correct tile: ours over HTTP, beside an update and ST_AsMVT.

import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { TileKey } from "#server/read/tiles/tile_store";
import { publish } from "#server/release/publish";
import { draftWith, removeMade } from "#server/test/made_releases";
import { checkTile } from "#bench/check_tile";
import { fetchBytes } from "#bench/load";
import { startOurServer } from "#bench/our_server";
import type { Benchmark } from "#bench/row";
import { sampleTiles } from "#bench/samples";
import { median } from "#bench/statistics";
import { columnsOf, type Territory } from "#bench/territory";

/** What one column that is changed everywhere and published takes until it shows, by number and as the latest. */
export interface Shown {
  readonly publishMs: number;
  /** From the commit to the tile of the release that it made. */
  readonly firstMs: number;
  /** From before the publish to the tile of `latest`. */
  readonly latestMs: number;
}

/** Publishes `value` and then its opposite, and asks a server for a tile until it shows them; throws on a wrong value. */
export async function showPublished(
  territory: Territory,
  port: number,
  { z, x, y }: TileKey,
  value: number,
): Promise<Shown> {
  const { database, lowestLevel: level } = territory;
  const [entry] = columnsOf(territory, level, 1);
  const pathOf = (release: number | "latest"): string =>
    `/tiles/${release}/internal/${level}/${z}/${x}/${y}.mvt?c=${entry!.indicator}@${entry!.period}`;
  await draftWith(territory, entry!, value);
  const start = performance.now();
  const number = await publish(database, "bench");
  const committed = performance.now();
  const body = await fetchBytes(port, pathOf(number));
  const first = performance.now();
  checkTile(body, level, value);
  // A request that names the release would tell the server of it, so "latest" has a release of its own.
  await draftWith(territory, entry!, -value);
  const again = performance.now();
  await publish(database, "bench");
  let shown = body;
  while (shown.equals(body)) {
    await sleep(2);
    shown = await fetchBytes(port, pathOf("latest"));
  }
  const seen = performance.now();
  checkTile(shown, level, -value);
  return {
    publishMs: committed - start,
    firstMs: first - committed,
    latestMs: seen - again,
  };
}

export const publishBenchmark: Benchmark = {
  name: "publish",
  async run(context) {
    const { territory, isQuick } = context;
    const { lowestLevel: level } = territory;
    const peer = await context.peer();
    const rounds = isQuick ? 5 : 15;
    const { dense } = await sampleTiles(territory, territory.store, level);
    const server = await startOurServer(context);
    const ours = { publishMs: [] as number[], firstMs: [] as number[], latestMs: [] as number[] };
    const theirs = { updateMs: [] as number[], firstMs: [] as number[] };
    try {
      for (let round = -1; round < rounds; round++) {
        const { key } = dense[(round + 1) % dense.length]!;
        const value = 1000 + round;
        const { publishMs, firstMs, latestMs } = await showPublished(territory, server.port, key, value);

        await peer.client.query("begin");
        const updating = performance.now();
        await peer.client.query(`update bench.${pg.escapeIdentifier(level)} set v0 = $1`, [value]);
        await peer.client.query("commit");
        const updated = performance.now();
        const other = await peer.tileGzip(key);
        const made = performance.now();
        checkTile(other, level, value);

        if (round < 0) continue;
        ours.publishMs.push(publishMs);
        ours.firstMs.push(firstMs);
        ours.latestMs.push(latestMs);
        theirs.updateMs.push(updated - updating);
        theirs.firstMs.push(made - updated);
      }
    } finally {
      await server.stop().finally(() => removeMade(territory));
    }
    return [
      {
        group: "publishing",
        what: "commit to the first correct tile",
        unit: "ms",
        ours: {
          label: "our server, by HTTP, release and column read anew",
          value: median(ours.firstMs),
          details: {
            "longest ms": Math.max(...ours.firstMs),
            "publish itself ms": median(ours.publishMs),
            "until latest shows it ms": median(ours.latestMs),
            "at the longest ms": Math.max(...ours.latestMs),
          },
        },
        beside: {
          label: "ST_AsMVT after an update of all rows, without HTTP",
          value: median(theirs.firstMs),
          details: { "longest ms": Math.max(...theirs.firstMs), "update itself ms": median(theirs.updateMs) },
        },
        conditions: `one column changed of ${territory.villages} villages, another dense tile each time, every value checked; ${rounds} rounds in turn`,
      },
    ];
  },
};
