// A column as a release names it, and where its figures are read.

import type { ExactColumn } from "#server/column_store/column";
import type { AreaIndex } from "#server/read/areas/area_index";
import type { Estimates } from "./estimate.ts";

export interface ColumnEntry {
  readonly level: string;
  readonly indicator: string;
  /** As in the address: `2022`, `2014..2022`, `2022~reliability`. */
  readonly period: string;
  /** Of a derived column the hash of what it is made of. */
  readonly contentHash: string;
  /** Makes a column that is not stored. */
  make?(source: ColumnSource): Promise<ExactColumn>;
}

/** Where columns are read that others are derived from. */
export interface ColumnSource {
  exact(entry: ColumnEntry): Promise<ExactColumn>;
  /** The areas of a level, by idx. */
  areas(boundaryVersion: number, level: string): Promise<AreaIndex>;
  /** Estimates by name, made where they are not in memory; null for a full count. */
  estimates(name: string, make: () => Promise<Estimates | null>): Promise<Estimates | null>;
}
