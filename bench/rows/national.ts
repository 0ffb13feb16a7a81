// A whole country beside the benchmark's territory: what a tile costs there, and how soon a published value shows.

import type { TileColumn } from "#tiles/tile";
import type { ColumnEntry } from "#server/read/columns/column_entry";
import { removeMade } from "#server/test/made_releases";
import { startOurServer } from "#bench/our_server";
import { alternate, type Candidate, type Measured } from "#bench/rounds";
import type { BenchContext, Benchmark, Figure, Row } from "#bench/row";
import { sampleTiles, similarTiles, type SampleTile } from "#bench/samples";
import { mean, median } from "#bench/statistics";
import { columnsOf, forgetfulStore, paintOf, type Territory } from "#bench/territory";
import { showPublished } from "./publish.ts";
import { stitchGzip } from "#tiles/fixtures/whole_tile";

const ADVICE =
  "no country to compare with: --national URL of a database made by `lens seed --villages 620573`";
/** Times that stitched tiles are gone through in a round, with other values each time. */
const PASSES = 20;

const villagesOf = ({ villages }: Territory): string => `${villages.toLocaleString("en")} villages`;

interface Side {
  readonly territory: Territory;
  readonly list: readonly SampleTile[];
  readonly columns: readonly TileColumn[];
}

const MOST_COLUMNS = 32;

/** Columns by the same indicator and period in all territories, since what values look like decides how they pack. */
function sharedColumns(territories: readonly Territory[]): ColumnEntry[][] {
  const [first, ...others] = territories.map((territory) => ({
    level: territory.lowestLevel,
    release: territory.release,
    entries: columnsOf(territory, territory.lowestLevel, Infinity),
  }));
  const shared = first!.entries
    .filter(({ indicator, period }) =>
      others.every(({ level, release }) => release.find(level, indicator, period)),
    )
    .slice(0, MOST_COLUMNS);
  return territories.map(({ lowestLevel: level, release }) =>
    shared.map(({ indicator, period }) => release.column(level, indicator, period)),
  );
}

const stitched = ({ list, columns }: Side): Candidate => ({
  round(timed) {
    for (let pass = 0; pass < PASSES; pass++)
      list.forEach(({ tile }, at) => timed(() => stitchGzip(tile, [columns[(at + pass) % columns.length]!])));
  },
});

async function cold({ territory, list, columns }: Side): Promise<Candidate> {
  const store = forgetfulStore(territory);
  const { rows } = await territory.database.pool.query<{ pid: number }>("select pg_backend_pid() as pid");
  return {
    pids: [rows[0]!.pid],
    async round(timed) {
      for (const [at, { key }] of list.entries())
        await timed(async () =>
          stitchGzip((await store.tiles.geometry(key))!, [columns[at % columns.length]!]),
        );
    },
  };
}

/** Two rows of the same measurement, since the bar is on both p50 and p99; the country first. */
function rowsOf(
  what: string,
  sides: readonly Side[],
  measured: readonly Measured[],
  conditions: string,
): Row[] {
  return (["p50", "p99"] as const).map((name) => {
    const figures = sides.map(({ territory, list }, at): Figure => ({
      label: villagesOf(territory),
      value: measured[at]![`${name}Ms`],
      details: {
        "tiles/s per core": measured[at]!.itemsPerCpuSecond,
        "areas per tile": mean(list.map(({ tile }) => tile.idx.length)),
        "bytes per tile": mean(list.map(({ tile }) => tile.prefixDeflated.length)),
      },
    }));
    return {
      group: "a country",
      what: `${what}, ${name}`,
      unit: "ms",
      ours: figures[0]!,
      beside: figures[1] ?? ADVICE,
      conditions: `${conditions}, ${measured[0]!.rounds} rounds in turn`,
    };
  });
}

async function tileRows({ territory, isQuick }: BenchContext, country: Territory | null): Promise<Row[]> {
  const minZoom = country?.release.level(country.lowestLevel).minZoom ?? 0;
  const sample = await sampleTiles(territory, territory.store, territory.lowestLevel, minZoom);
  const list = [...sample.dense, ...sample.sparse];
  const lists = country ? [await similarTiles(country, country.store, list), list] : [list];
  const territories = country ? [country, territory] : [territory];
  const columns = sharedColumns(territories);
  const sides: Side[] = [];
  for (const [at, territory] of territories.entries())
    sides.push({ territory, list: lists[at]!, columns: await paintOf(territory, columns[at]!) });
  const conditions = `${list.length} tiles of the lowest level, dense and sparse, at zooms that both have, in the country as many at the same zooms, each with as many areas and about as many bytes; the same ${columns[0]!.length} columns, 1 at a time, gzip, concurrency 1`;
  // Each pair by itself: what follows thousands of stitched tiles has their garbage to collect.
  const inMemory = await alternate(
    sides.map(stitched),
    isQuick ? { rounds: 2, seconds: 2 } : { rounds: 11, seconds: 20 },
  );
  // One read in fifty meets a garbage collection, which its p99 then measures: only many reads measure it well.
  const read = await alternate(
    await Promise.all(sides.map(cold)),
    isQuick ? { rounds: 4, seconds: 2 } : { rounds: 100, seconds: 30 },
  );
  return [
    ...rowsOf("stitched tile", sides, inMemory, conditions),
    ...rowsOf("tile read from the database", sides, read, conditions),
  ];
}

async function publishRows(context: BenchContext, country: Territory | null): Promise<Row[]> {
  // Without a country the rows on publishing have it already.
  const rounds = country ? (context.isQuick ? 3 : 10) : 1;
  const figures: { shown: Figure; held: Figure }[] = [];
  for (const territory of country ? [country, context.territory] : [context.territory]) {
    const server = await startOurServer({ ...context, territory });
    try {
      const { dense } = await sampleTiles(territory, territory.store, territory.lowestLevel);
      const shown = { firstMs: [] as number[], latestMs: [] as number[], publishMs: [] as number[] };
      for (let round = -1; round < rounds; round++) {
        const times = await showPublished(territory, server.port, dense[round + 1]!.key, 1000 + round);
        if (round >= 0)
          for (const name of ["firstMs", "latestMs", "publishMs"] as const) shown[name].push(times[name]);
      }
      figures.push({
        shown: {
          label: villagesOf(territory),
          value: median(shown.firstMs),
          details: {
            "longest ms": Math.max(...shown.firstMs),
            "publish itself ms": median(shown.publishMs),
            "until latest shows it ms": median(shown.latestMs),
            "at the longest ms": Math.max(...shown.latestMs),
          },
        },
        held: { label: villagesOf(territory), value: server.peakMb() * 2 ** 20, details: {} },
      });
    } finally {
      await server.stop().finally(() => removeMade(territory));
    }
  }
  const beside = figures[1];
  return [
    {
      group: "a country",
      what: "commit to the first correct tile",
      unit: "ms",
      ours: figures[0]!.shown,
      beside: beside?.shown ?? ADVICE,
      conditions: `by HTTP, one column changed everywhere, another dense tile each time, every value checked; ${rounds} rounds, one territory after the other`,
    },
    {
      group: "a country",
      what: "most memory of the server meanwhile",
      unit: "bytes",
      ours: figures[0]!.held,
      beside: beside?.held ?? ADVICE,
      conditions: "resident, since it started; areas warmed up, search among them",
    },
  ];
}

export const nationalBenchmark: Benchmark = {
  name: "national",
  async run(context) {
    const country = await context.national();
    return [...(await tileRows(context, country)), ...(await publishRows(context, country))];
  },
};
