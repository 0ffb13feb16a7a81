// A dataset on its way into the database: what importers and the demo generator make, and the loader takes.

import type { MultiPolygon } from "geojson";
import type { ContextLayerInput } from "./context.ts";
import type { Manifest } from "./manifest.ts";
import type { Value } from "./missing.ts";
import type { RegisterInput } from "#domain/register/rows";
import type { Text } from "./text.ts";
import type { ThingsInput } from "./things.ts";

export interface AreaInput {
  readonly code: string;
  /** Null for areas of the top level only. */
  readonly parentCode: string | null;
  readonly names: Text;
  /** [lon, lat] in EPSG:4326, valid, shells anticlockwise; null for an area that is counted but cannot be drawn. */
  readonly geometry: MultiPolygon | null;
}

export interface FactRow {
  readonly code: string;
  readonly period: string;
  /** One per measure of the table, in its order. Whole numbers, but for statistics; money in fen. */
  readonly values: readonly Value[];
}

/** What a table says of itself: a full count, a sample, or one whose size these measures count. */
export type SampleOfTable = boolean | { readonly sample: string; readonly population: string };

export interface TableInput {
  /** Stable id of the table within the dataset; importing it again with the same checksum changes nothing. */
  readonly id: string;
  readonly level: string;
  readonly measures: readonly string[];
  /** Those of its measures that need not be whole. */
  readonly statistics?: readonly string[] | undefined;
  readonly fileName: string;
  /** SHA-256 of the source, lower-case hex. */
  readonly checksum: string;
  readonly department: Text;
  /** ISO date the figures are as of, where known. */
  readonly reportingDate: string | null;
  /** Of two tables that report the same measure for the same area and period the higher one decides. */
  readonly priority: number;
  /** Whether its figures come from a sample, and the measures that count those asked and all there are; left out where it is not stated. */
  readonly sample?: SampleOfTable | undefined;
  /** Rows in batches of any size. */
  rows(): AsyncIterable<FactRow[]>;
}

export const LINEAGE_KINDS = ["merged", "split", "renamed", "recoded"] as const;

/** What became of an old code. Shares of one `fromCode` sum to 1; a merge or a renaming has share 1. */
export interface LineageInput {
  readonly fromCode: string;
  readonly toCode: string;
  readonly share: number;
  readonly kind: (typeof LINEAGE_KINDS)[number];
  /** First period in which `toCode` is in force. */
  readonly since: string;
}

export interface DatasetInput {
  readonly manifest: Manifest;
  /** Null when the dataset brings tables only, onto boundaries that are already there. */
  readonly boundaries: {
    readonly source: string;
    /** SHA-256 of everything the boundaries were made from. */
    readonly checksum: string;
    readonly date: string | null;
    /** Areas of one level in batches, ordered by parent code, then code; the loader asks top level first. */
    areas(levelId: string): AsyncIterable<AreaInput[]>;
  } | null;
  readonly lineage: readonly LineageInput[];
  /** What of earlier imports goes; all else stays. */
  readonly removes?: {
    readonly measures: readonly string[];
    readonly indicators: readonly string[];
    readonly licence: boolean;
    readonly isFictional: boolean;
  };
  readonly tables: readonly TableInput[];
  /** What stands on the map beside the areas; layers that are not named stay as they are. */
  readonly context?: readonly ContextLayerInput[];
  /** Household and person records; only counts of them leave the database. */
  readonly register?: RegisterInput;
  /** Facilities and roads. */
  readonly things?: ThingsInput;
}
