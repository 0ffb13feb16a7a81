// What a release keeps about itself, so that it explains itself for ever.

import type { Catalog } from "#domain/contract/catalog";

/** The catalogue as the API gives it, without what only publishing decides. */
export type ReleaseCatalog = Omit<Catalog, "release" | "publishedAt" | "boundaryVersion">;

/** From what a release was made; equal inputs give an equal release. */
export interface ReleaseInputs {
  readonly boundaryVersion: number;
  readonly batches: readonly number[];
  /** Hash of manifest and registry. */
  readonly registry: string;
}

/** `release.release.catalog`. */
export interface ReleaseRecord {
  readonly inputs: ReleaseInputs;
  readonly catalog: ReleaseCatalog;
}

/** Column id of a measure's own sums, which no indicator id can be. */
export const measureColumn = (measure: string): string => `measure.${measure}`;

const CONTESTED = "contested.";

/** Column id of what a table states about a measure where another table overrules it; `key` is `${measure} ${table}`. */
export const contestedColumn = (key: string): string => CONTESTED + key;

/** Reads a column id of that kind; null for any other. */
export function parseContested(column: string): { measure: string; table: string } | null {
  if (!column.startsWith(CONTESTED)) return null;
  const key = column.slice(CONTESTED.length);
  const at = key.indexOf(" ");
  return { measure: key.slice(0, at), table: key.slice(at + 1) };
}
