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
