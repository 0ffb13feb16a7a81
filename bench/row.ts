// The result of a benchmark: rows, each a ratio of two figures measured in the same run.

import type { Progress } from "#domain/progress";
import type { PeerTiles } from "./peer.ts";
import type { Territory } from "./territory.ts";

export type Unit =
  "tiles/s per core" | "searches/s per core" | "requests/s" | "areas/s" | "bytes" | "µs" | "ms" | "s";

/** One side of a row. */
export interface Figure {
  /** What was measured, in a few words. */
  readonly label: string;
  readonly value: number;
  /** Further figures of the same measurement, such as p50 and p99, with units in their names. */
  readonly details: Readonly<Record<string, number>>;
}

export interface Row {
  readonly group: string;
  readonly what: string;
  readonly unit: Unit;
  readonly ours: Figure;
  /** What it is compared with; a text says why it could not be measured and what would change that. */
  readonly beside: Figure | string;
  /** Under which the figures hold: counts, bytes, connections, rounds. */
  readonly conditions: string;
}

/** Ours divided by what it is compared with; null when that could not be measured. */
export const ratioOf = ({ ours, beside }: Row): number | null =>
  typeof beside === "string" ? null : ours.value / beside.value;

/** Whether a larger figure is the better one. */
export const isMoreBetter = (unit: Unit): boolean => unit.includes("/s");

/** What every benchmark can use. */
export interface BenchContext {
  readonly territory: Territory;
  /** The tile server that ours is compared with; its tables are made at the first call. */
  peer(): Promise<PeerTiles>;
  /** A whole country, opened at the first call; null without `--national`. */
  national(): Promise<Territory> | null;
  /** A short run: fewer rounds and seconds, same lists. */
  readonly isQuick: boolean;
  readonly soakSeconds: number;
  /** Directory for temporary files, removed at the end. */
  readonly scratch: string;
  readonly onProgress: Progress;
}

/** One entry of the registry. */
export interface Benchmark {
  readonly name: string;
  run(context: BenchContext): Promise<Row[]>;
}
