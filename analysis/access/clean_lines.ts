// Lines on the grid of integers, without what is no line: every dropped or merged one is a finding.

import { ROAD_CLASS_ROWS } from "#domain/road";
import { UNITS } from "./metres.ts";
import { PairIds } from "./pair_ids.ts";
import type { LonLat, Road, RoadFinding } from "./road.ts";

export interface Line {
  /** Index of the road whose class, surface and speed count. */
  road: number;
  oneWay: -1 | 0 | 1;
  /** Ids of vertices, no two equal in a row. */
  vertices: number[];
  readonly grade: number;
  /** Ferries meet roads at their ends only. */
  readonly isFerry: boolean;
  /** Closes a gap between a loose end and what it was joined to. */
  readonly isJoin: boolean;
}

export interface Lines {
  readonly roads: readonly Road[];
  /** Grid coordinates of the vertices by id. */
  readonly vertices: PairIds;
  readonly lines: Line[];
  readonly findings: RoadFinding[];
}

const isPlace = ([lon, lat]: LonLat): boolean =>
  Number.isFinite(lon) && Number.isFinite(lat) && Math.abs(lon) <= 180 && Math.abs(lat) <= 90;

/** `[lon, lat]` of a vertex. */
export const lonLatOf = (vertices: PairIds, id: number): LonLat => [
  vertices.first[id]! / UNITS,
  vertices.second[id]! / UNITS,
];

/** The same text for a line and for the same line drawn from the other end. */
function directionless(vertices: readonly number[]): { key: string; isReversed: boolean } {
  const [forward, backward] = [vertices.join(), vertices.toReversed().join()];
  return forward <= backward ? { key: forward, isReversed: false } : { key: backward, isReversed: true };
}

function readVertices(road: Road, vertices: PairIds, findings: RoadFinding[]): number[] {
  const ids: number[] = [];
  for (const point of road.line) {
    if (!isPlace(point)) {
      findings.push({ kind: "bad_coordinate", road: road.id, other: null, at: null, metres: null });
      continue;
    }
    const id = vertices.idOf(Math.round(point[0] * UNITS), Math.round(point[1] * UNITS));
    if (ids.at(-1) !== id) ids.push(id);
  }
  return ids;
}

/**
 * Lines of roads with numbered vertices. A line of one point and one of length zero is left out; of two records with the same
 * vertices and grade the higher class stays, open in every direction in which one of them is.
 */
export function cleanLines(roads: readonly Road[]): Lines {
  const vertices = new PairIds(roads.length * 8);
  const findings: RoadFinding[] = [];
  const byShape = new Map<string, { line: Line; isReversed: boolean }>();
  for (const [at, road] of roads.entries()) {
    const ids = readVertices(road, vertices, findings);
    if (ids.length < 2) {
      const kind = road.line.length < 2 ? "one_point" : "zero_length";
      const point = ids.length > 0 ? lonLatOf(vertices, ids[0]!) : null;
      findings.push({ kind, road: road.id, other: null, at: point, metres: null });
      continue;
    }
    const isFerry = road.roadClass === "ferry";
    const { key, isReversed } = directionless(ids);
    const shape = `${isFerry ? "ferry" : road.grade}:${key}`;
    const kept = byShape.get(shape);
    if (kept) mergeRecords(kept, { road, at, isReversed }, { roads, vertices, findings });
    else
      byShape.set(shape, {
        isReversed,
        line: { road: at, oneWay: road.oneWay, vertices: ids, grade: road.grade, isFerry, isJoin: false },
      });
  }
  return { roads, vertices, lines: [...byShape.values()].map(({ line }) => line), findings };
}

function mergeRecords(
  kept: { line: Line; isReversed: boolean },
  twin: { road: Road; at: number; isReversed: boolean },
  { roads, vertices, findings }: Pick<Lines, "roads" | "vertices" | "findings">,
): void {
  const { line } = kept;
  const other = roads[line.road]!;
  const turned = kept.isReversed === twin.isReversed ? twin.road.oneWay : -twin.road.oneWay;
  if (line.oneWay !== turned) line.oneWay = 0;
  const point = lonLatOf(vertices, line.vertices[0]!);
  findings.push({ kind: "duplicate", road: twin.road.id, other: other.id, at: point, metres: null });
  if (ROAD_CLASS_ROWS[twin.road.roadClass].rank < ROAD_CLASS_ROWS[other.roadClass].rank) line.road = twin.at;
}
