// What a release keeps about itself, so that it explains itself for ever.

import type { Catalog } from "#domain/contract/catalog";

/** The catalogue as the API gives it, without what only publishing decides. */
export type ReleaseCatalog = Omit<
  Catalog,
  "release" | "address" | "publishedAt" | "boundaryVersion" | "boundaryAddress"
>;

/** From what a release was made; equal inputs give an equal release. */
export interface ReleaseInputs {
  readonly boundaryVersion: number;
  readonly batches: readonly number[];
  /** Hash of manifest and registry. */
  readonly registry: string;
  /** Hash of what is known of boundary changes; absent in releases from before it was kept. */
  readonly lineage?: string;
  /** Batches of facilities and roads that it shows, by id; absent in releases from before there were any. */
  readonly things?: readonly number[];
}

/** `release.release.catalog`. */
export interface ReleaseRecord {
  readonly inputs: ReleaseInputs;
  readonly catalog: ReleaseCatalog;
}

/** Column id of a measure's own sums, which no indicator id can be. */
export const measureColumn = (measure: string): string => `measure.${measure}`;

const BY_SHARE = "by_share.";

/** Column id of how much of a measure came by estimated shares of older areas. */
export const byShareColumn = (measure: string): string => BY_SHARE + measure;

export const isByShare = (column: string): boolean => column.startsWith(BY_SHARE);

const CONFLICT = "contested.";

/** Column id of what a table states about a measure where another table overrules it; `key` is `${measure} ${table}`. */
export const conflictColumn = (key: string): string => CONFLICT + key;

/** Reads a column id of that kind; null for any other. */
export function parseConflictColumn(column: string): { measure: string; table: string } | null {
  if (!column.startsWith(CONFLICT)) return null;
  const key = column.slice(CONFLICT.length);
  const at = key.indexOf(" ");
  return { measure: key.slice(0, at), table: key.slice(at + 1) };
}
