// Graphs and travel times into the database, each once.

import { createHash } from "node:crypto";
import type { Knex } from "knex";
import { SNAP_M, type GraphReport } from "#analysis/access/build_graph";
import type { RoadGraph } from "#analysis/access/graph";
import { contentHash, packGraph } from "#analysis/access/graph_bytes";
import type { Matrix } from "#analysis/access/matrix";
import type { TravelScenario } from "#domain/travel";
import { query } from "#sql/query";

/** What is kept of a report: the pieces, how many findings of each kind, and every join with its gap. */
function reportOf({ findings, pieces }: GraphReport) {
  const counts: Record<string, number> = {};
  for (const { kind } of findings) counts[kind] = (counts[kind] ?? 0) + 1;
  return { pieces, counts, joins: findings.filter(({ metres }) => metres !== null) };
}

/** Stores a graph unless it is there; returns its content hash. */
export async function storeGraph(
  db: Knex,
  graph: RoadGraph,
  roads: readonly number[],
  report: GraphReport,
): Promise<string> {
  const bytes = packGraph(graph);
  const hash = await contentHash(bytes);
  await query(
    db,
    `insert into network.graph (content_hash, graph, road, snap_m, node_count, edge_count, report)
     values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing`,
    [
      hash,
      Buffer.from(bytes.buffer),
      [...roads],
      SNAP_M,
      graph.nodeCount,
      graph.edgeCount,
      JSON.stringify(reportOf(report)),
    ],
  );
  return hash;
}

export interface TravelKey {
  /** Content hash of the graph. */
  readonly graph: string;
  readonly boundaryVersion: number;
  readonly level: string;
  readonly scenario: TravelScenario;
  readonly kind: string;
  /** Numbers of thing.facility, in the order of the matrix's columns. */
  readonly facilities: readonly number[];
  readonly limitMin: number;
}

const bytesOf = ({
  buffer,
  byteOffset,
  byteLength,
}: Uint32Array | Float32Array | Float64Array | Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

/** Stores the minutes from villages to facilities of one kind unless they are there. */
export async function storeTravel(
  db: Knex,
  key: TravelKey,
  { start, column, minutes }: Matrix,
  state: Uint8Array,
): Promise<void> {
  const { graph, boundaryVersion, level, scenario, kind, facilities, limitMin } = key;
  const hash = createHash("sha256").update(JSON.stringify(key)).digest("hex");
  await query(
    db,
    `insert into network.travel (content_hash, graph, boundary_version, level, scenario, facility_kind, facility, limit_min,
                                 row_start, facility_at, minutes, state)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing`,
    [
      hash,
      graph,
      boundaryVersion,
      level,
      JSON.stringify(scenario),
      kind,
      [...facilities],
      limitMin,
      bytesOf(start),
      bytesOf(column),
      bytesOf(minutes),
      bytesOf(state),
    ],
  );
}
