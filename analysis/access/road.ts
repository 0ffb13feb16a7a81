// A road as the graph takes it, and what is wrong with some.

import type { RoadClass, Surface } from "#domain/road";

/** `[lon, lat]` in degrees. */
export type LonLat = readonly [number, number];

export interface Road {
  /** Named in findings; the graph is the same only for roads in the same order. */
  readonly id: string;
  readonly line: readonly LonLat[];
  readonly roadClass: RoadClass;
  readonly surface: Surface;
  /** 1: only along the line, −1: only against it, 0: both ways. */
  readonly oneWay: -1 | 0 | 1;
  /** As the source states it; replaces the table's speed for wheels. Null where it states none. */
  readonly speedKmh: number | null;
  /** 0 on the ground, above 0 on a bridge, below 0 in a tunnel: lines of different grades meet at their ends only. */
  readonly grade: number;
}

export const ROAD_FINDINGS = [
  "bad_coordinate",
  "one_point",
  "zero_length",
  "duplicate",
  "self_crossing",
  "crossing",
  "overpass",
  "end_joined_to_end",
  "end_joined_to_line",
] as const;
export type RoadFindingKind = (typeof ROAD_FINDINGS)[number];

export interface RoadFinding {
  readonly kind: RoadFindingKind;
  readonly road: string;
  /** The other road where there are two. */
  readonly other: string | null;
  readonly at: LonLat | null;
  /** Length of a gap that was closed, else null. */
  readonly metres: number | null;
}
