// A whole country beside the benchmark's territory: what a tile costs there, and how soon a published value shows.

import { stitchGzip } from "#tiles/stitch";
import type { TileColumn } from "#tiles/tile";
import { removeReleases } from "../draft.ts";
import { startOurServer } from "../our_server.ts";
import { alternate, type Candidate, type Measured } from "../rounds.ts";
import type { BenchContext, Benchmark, Figure, Row } from "../row.ts";
import { sampleTiles, similarTiles, type SampleTile } from "../samples.ts";
import { mean, median } from "../statistics.ts";
import { columnsOf, forgetfulStore, paintOf, type Territory } from "../territory.ts";
import { showPublished } from "./publish.ts";

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

async function readSide(territory: Territory, list: readonly SampleTile[]): Promise<Side> {
  return { territory, list, columns: await paintOf(territory, columnsOf(territory, territory.lowestLevel)) };
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
        await timed(async () => stitchGzip((await store.tile(key))!, [columns[at % columns.length]!]));
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
  const sides = [await readSide(territory, list)];
  if (country) sides.unshift(await readSide(country, await similarTiles(country, country.store, list)));
  const measured = await alternate(
    [...sides.map(stitched), ...(await Promise.all(sides.map(cold)))],
    isQuick ? { rounds: 2, seconds: 3 } : { rounds: 11, seconds: 60 },
  );
  const conditions = `${list.length} tiles of the lowest level, dense and sparse, at zooms that both have, in the country as many at the same zooms with as many areas each; 1 of ${sides[0]!.columns.length} columns, gzip, concurrency 1`;
  return [
    ...rowsOf("stitched tile", sides, measured.slice(0, sides.length), conditions),
    ...rowsOf("tile read from the database", sides, measured.slice(sides.length), conditions),
  ];
}

async function publishRows(context: BenchContext, country: Territory | null): Promise<Row[]> {
  const rounds = context.isQuick ? 3 : 10;
  const figures: { shown: Figure; held: Figure }[] = [];
  for (const territory of country ? [country, context.territory] : [context.territory]) {
    const server = await startOurServer({ ...context, territory });
    const made: number[] = [];
    try {
      const { dense } = await sampleTiles(territory, territory.store, territory.lowestLevel);
      const shown = { firstMs: [] as number[], latestMs: [] as number[], publishMs: [] as number[] };
      for (let round = -1; round < rounds; round++) {
        const one = await showPublished(territory, server.port, dense[round + 1]!.key, 1000 + round);
        made.push(...one.releases);
        if (round >= 0)
          for (const name of ["firstMs", "latestMs", "publishMs"] as const) shown[name].push(one[name]);
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
      await server.stop();
      await removeReleases(territory, made);
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
