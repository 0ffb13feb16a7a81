// Ways to give out the same tile: gzip or identity, with one column or eight, or its values alone.

import { MAX_TILE_COLUMNS } from "#domain/contract/tiles";
import { valuesGzip } from "#tiles/split_tile";
import { inflatePrefix } from "#tiles/prefix";
import { joinGzip, joinPlain } from "#tiles/stitch";
import { tailOf, wordsOf } from "#tiles/tile_values";
import type { TileColumn } from "#tiles/tile";
import { alternate, type Measured } from "#bench/rounds";
import type { Benchmark, Figure, Row } from "#bench/row";
import { sampleTiles } from "#bench/samples";
import { mean } from "#bench/statistics";
import { columnsOf, paintOf } from "#bench/territory";
import { packPrefix, stitchGzip } from "#tiles/fixtures/whole_tile";

/** Times that the list is gone through in a round, so that freeing memory has its part in it. */
const PASSES = 10;

export const joinBenchmark: Benchmark = {
  name: "join",
  async run({ territory, isQuick }) {
    const level = territory.lowestLevel;
    const columns = await paintOf(territory, columnsOf(territory, level));
    const { dense, sparse } = await sampleTiles(territory, territory.store, level);
    const tiles = [...dense, ...sparse].map(({ tile }) => ({
      tile,
      plain: inflatePrefix(tile),
      packed: packPrefix(tile, MAX_TILE_COLUMNS),
    }));
    type Prepared = (typeof tiles)[number];
    const ways = {
      gzip: ({ tile }: Prepared, column: TileColumn) => stitchGzip(tile, [column]),
      identity: ({ tile, plain }: Prepared, column: TileColumn) =>
        Buffer.concat(joinPlain(plain, tailOf(tile.idx, [column]))),
      values: ({ tile }: Prepared, column: TileColumn) =>
        Buffer.concat(valuesGzip(wordsOf(tile.idx, [column]), tile.idx.length)),
      eight: ({ tile, packed }: Prepared, _: TileColumn, at: number) =>
        Buffer.concat(joinGzip(packed, tailOf(tile.idx, eightFrom(columns, at)))),
      widened: ({ tile }: Prepared, _: TileColumn, at: number) => stitchGzip(tile, eightFrom(columns, at)),
    };
    const names = Object.keys(ways) as (keyof typeof ways)[];
    const measured = await alternate(
      names.map((name) => ({
        round(timed) {
          for (let pass = 0; pass < (name === "widened" ? 1 : PASSES); pass++)
            tiles.forEach((tile, at) =>
              timed(() => ways[name](tile, columns[(at + pass) % columns.length]!, at + pass)),
            );
        },
      })),
      isQuick ? { rounds: 3, seconds: 3 } : { rounds: 11, seconds: 30 },
    );
    const figure = (name: keyof typeof ways, label: string): Figure => {
      const { itemsPerCpuSecond, p50Ms, p99Ms }: Measured = measured[names.indexOf(name)]!;
      const bytes = mean(tiles.map((tile, at) => ways[name](tile, columns[0]!, at).length));
      return {
        label,
        value: itemsPerCpuSecond,
        details: { "p50 ms": p50Ms, "p99 ms": p99Ms, "bytes per tile": bytes },
      };
    };
    const shared = {
      group: "forms of a tile",
      unit: "tiles/s per core",
      conditions: `${tiles.length} tiles of level ${level}, dense and sparse, everything in memory, ${measured[0]!.rounds} rounds in turn`,
    } as const;
    const gzip = figure("gzip", "gzip, 1 column");
    const eight = figure("eight", "8 columns, prefix kept");
    const rows: Row[] = [
      {
        ...shared,
        what: "identity against gzip",
        ours: figure("identity", "identity, 1 column"),
        beside: gzip,
      },
      {
        ...shared,
        what: "values alone against the whole tile",
        ours: figure("values", "values, gzip"),
        beside: gzip,
      },
      { ...shared, what: "8 columns against 1", ours: eight, beside: gzip },
      {
        ...shared,
        what: "8 columns for the first time against later",
        ours: figure("widened", "8 columns, prefix made"),
        beside: eight,
      },
    ];
    return rows;
  },
};

const eightFrom = (columns: readonly TileColumn[], at: number): TileColumn[] =>
  Array.from({ length: MAX_TILE_COLUMNS }, (_, c) => columns[(at + c) % columns.length]!);
