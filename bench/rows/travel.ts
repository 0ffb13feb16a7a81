// Travel times on a made-up graph of 160,000 nodes: one search against pgRouting's on the same graph, and whole matrices.

import type pg from "pg";
import { buildGraph } from "#analysis/access/build_graph";
import { entriesTo } from "#analysis/access/entries";
import { Linker } from "#analysis/access/links";
import { travelMatrix } from "#analysis/access/matrix";
import type { Place } from "#analysis/access/reach";
import { Search } from "#analysis/access/search";
import { timeGraph, type TimedGraph } from "#analysis/access/timed_graph";
import { travelScenario } from "#domain/travel";
import { cpuSeconds } from "#bench/cpu";
import { gridOfRoads, scatteredPoints } from "#bench/road_world";
import { alternate, type Measured } from "#bench/rounds";
import type { Benchmark, Row } from "#bench/row";
import type { Territory } from "#bench/territory";

/** Crossings to a side: 160,000 nodes. */
const SIDE = 400;
const LIMIT_MIN = 60;
/** Searches of ours in a round. */
const OURS = 200;
/** Starts in a call of pgRouting, which reads all edges anew for each call: one as a server would ask, and many at once. */
const STARTS = [1, 20] as const;
const MISSING =
  "pgRouting is not installed: apt-get install postgresql-15-pgrouting (Debian 12), then run again";

/** The edges as a table of pgRouting; false where the database has no pgRouting. */
async function loadEdges(client: pg.PoolClient, { graph, forward, backward }: TimedGraph): Promise<boolean> {
  const { rows } = await client.query("select from pg_available_extensions where name = 'pgrouting'");
  if (rows.length === 0) return false;
  await client.query(
    `create extension if not exists pgrouting; create schema if not exists bench; drop table if exists bench.edge;
     create table bench.edge (id bigint primary key, source bigint, target bigint, cost float8, reverse_cost float8)`,
  );
  await client.query(
    "insert into bench.edge select row_number() over (), * from unnest($1::bigint[], $2::bigint[], $3::float8[], $4::float8[])",
    // A search towards a facility goes against the direction of travel.
    [graph.from, graph.to, backward, forward].map((array) => Array.from(array)),
  );
  await client.query("analyze bench.edge");
  return true;
}

const DRIVING_DISTANCE = `
  select count(*)::int as nodes, sum(agg_cost) as minutes from pgr_drivingDistance(
    'select id, source, target, cost, reverse_cost from bench.edge', $1::bigint[], $2::float8, true)`;

/** Throws where pgRouting finds other nodes or minutes from a start than ours. */
async function compareSearch(
  client: pg.PoolClient,
  search: Search,
  starts: readonly number[],
): Promise<void> {
  for (const node of starts) {
    search.run([{ node, minutes: 0 }], LIMIT_MIN);
    let minutes = 0;
    for (const settled of search.settled.subarray(0, search.settledCount))
      minutes += search.minutesFrom(settled);
    const { rows } = await client.query<{ nodes: number; minutes: number }>(DRIVING_DISTANCE, [
      [node],
      LIMIT_MIN,
    ]);
    const [theirs] = rows;
    if (theirs!.nodes !== search.settledCount || Math.abs(theirs!.minutes - minutes) > 1e-6 * minutes)
      throw new Error(
        `from node ${node}: ${search.settledCount} nodes, ${minutes} minutes here; ${theirs!.nodes}, ${theirs!.minutes} by pgRouting`,
      );
  }
}

async function searchRows(
  { database }: Territory,
  timed: TimedGraph,
  sites: readonly Place[],
  isQuick: boolean,
): Promise<Row[]> {
  const search = new Search(timed);
  const starts = sites.slice(0, OURS).map(({ links }) => entriesTo(timed, links)[0]!.node);
  let settled = 0;
  const ours = {
    round(run: <T>(item: () => T) => T) {
      settled = 0;
      for (const node of starts) {
        run(() => search.run([{ node, minutes: 0 }], LIMIT_MIN));
        settled += search.settledCount;
      }
    },
  };
  const client = await database.pool.connect();
  try {
    const hasPgRouting = await loadEdges(client, timed);
    if (hasPgRouting) await compareSearch(client, search, starts.slice(0, 3));
    const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
    const theirs = STARTS.map((count) => ({
      pids: [rows[0]!.pid],
      round: (run: <T>(item: () => T) => T) =>
        run(() => client.query(DRIVING_DISTANCE, [starts.slice(0, count), LIMIT_MIN])),
    }));
    const [own, ...others] = (await alternate(
      hasPgRouting ? [ours, ...theirs] : [ours],
      isQuick ? { rounds: 3, seconds: 10 } : { rounds: 7, seconds: 40 },
    )) as [Measured, ...Measured[]];
    return STARTS.map((count, at): Row => {
      const other = others[at];
      return {
        group: "travel times",
        what: `${LIMIT_MIN}-minute search on ${timed.graph.nodeCount.toLocaleString("en")} nodes, beside ${count} in a call`,
        unit: "searches/s per core",
        ours: {
          label: "bounded Dijkstra, typed arrays",
          value: own.itemsPerCpuSecond,
          details: { "p50 ms": own.p50Ms, "p99 ms": own.p99Ms },
        },
        beside: other
          ? {
              label: "pgr_drivingDistance",
              value: other.itemsPerCpuSecond * count,
              details: { "a call ms": other.p50Ms },
            }
          : MISSING,
        conditions: `${timed.graph.edgeCount.toLocaleString("en")} edges both ways, on foot and by motor; ${Math.round(settled / starts.length).toLocaleString("en")} nodes within the limit on average${hasPgRouting ? "; nodes and sum of minutes of 3 starts compared and equal before" : ""}; ${own.rounds} rounds in turn`,
      };
    });
  } finally {
    await client.query("drop table if exists bench.edge");
    client.release(true);
  }
}

/** Seconds of CPU and wall time of linking the places and filling their matrix. */
function matrixRow(linker: Linker, villageCount: number, siteCount: number, barSeconds: number): Row {
  const [wall, cpu] = [performance.now(), cpuSeconds()];
  const place = (at: Place["at"]): Place => ({ at, links: linker.linksOf(at) });
  const villages = scatteredPoints(villageCount, SIDE, 2).map(place);
  const sites = scatteredPoints(siteCount, SIDE, 3).map(place);
  const linked = cpuSeconds() - cpu;
  const { column } = travelMatrix(linker, villages, sites, LIMIT_MIN);
  return {
    group: "travel times",
    what: `${villageCount.toLocaleString("en")} villages × ${siteCount.toLocaleString("en")} facilities`,
    unit: "s",
    ours: {
      label: "CPU of linking and of a search for each facility",
      value: cpuSeconds() - cpu,
      details: { "linking s": linked, "wall s": (performance.now() - wall) / 1e3 },
    },
    beside: `the bar is ${barSeconds} s on one core`,
    conditions: `within ${LIMIT_MIN} minutes: ${column.length.toLocaleString("en")} pairs`,
  };
}

export const travelBenchmark: Benchmark = {
  name: "travel",
  async run({ territory, isQuick }) {
    const from = cpuSeconds();
    const { graph } = buildGraph(gridOfRoads(SIDE));
    const buildSeconds = cpuSeconds() - from;
    const timed = timeGraph(graph, travelScenario("walk_then_motor"));
    const linker = new Linker(timed);
    const sites = scatteredPoints(OURS, SIDE, 1).map((at): Place => ({ at, links: linker.linksOf(at) }));
    const searches = await searchRows(territory, timed, sites, isQuick);
    const build: Row = {
      group: "travel times",
      what: `graph of ${graph.edgeCount.toLocaleString("en")} pieces of road`,
      unit: "s",
      ours: { label: "CPU of cleaning, cutting, joining and numbering", value: buildSeconds, details: {} },
      beside: "nothing to compare it with: pgr_nodeNetwork knows no grades",
      conditions: `${graph.nodeCount.toLocaleString("en")} nodes, once for a set of roads`,
    };
    return [...searches, matrixRow(linker, 3_600, 400, 2), matrixRow(linker, 18_000, 2_000, 15), build];
  },
};
