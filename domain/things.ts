// Facilities and roads on their way into the database: what importers and the demo generator make, and the loader takes.

import type { FacilityMeasureId } from "./facilities.ts";
import type { RoadClass, Surface } from "./road.ts";
import type { Text } from "./text.ts";

export interface FacilityInput {
  /** Of FACILITY_KINDS. */
  readonly kind: string;
  /** Unique among the facilities of its source. */
  readonly code: string;
  readonly names: Text;
  /** [lon, lat]; null where only the village is known. */
  readonly point: readonly [number, number] | null;
  /** Code of the village that it states as its address; null where it states none. */
  readonly areaCode: string | null;
  /** Code of the village that the point lies in; null outside of all. */
  readonly locatedCode: string | null;
  /** First period in which it is open, and the first in which it is no more; null where not known, or open still. */
  readonly opened: string | null;
  readonly closed: string | null;
}

/** The figures of a facility in a period. */
export interface FacilityRow {
  /** Of its facility. */
  readonly code: string;
  readonly period: string;
  /** One per measure of the source, in its order; null where not known. Whole numbers. */
  readonly values: readonly (number | null)[];
  /** Villages whose people go there, and how many of each; absent where nobody says. */
  readonly catchment?: { readonly codes: readonly string[]; readonly counts: readonly number[] };
}

interface SourceInput {
  /** Stable id within the dataset; importing it again with the same checksum changes nothing. */
  readonly id: string;
  readonly fileName: string;
  /** SHA-256 of the source, lower-case hex. */
  readonly checksum: string;
  readonly department: Text;
  readonly reportingDate: string | null;
  /** Of two sources that state the same figure of the same facility the higher one decides. */
  readonly priority: number;
}

export interface FacilitiesInput extends SourceInput {
  readonly measures: readonly FacilityMeasureId[];
  /** In batches of any size; all facilities before the first row. */
  facilities(): Iterable<FacilityInput[]>;
  rows(): Iterable<FacilityRow[]>;
}

export type OneWay = "both" | "forward" | "backward";

export interface RoadInput {
  readonly roadClass: RoadClass;
  readonly surface: Surface;
  readonly names: Text;
  /** [lon, lat] of two or more vertices, no two neighbours equal. */
  readonly line: readonly (readonly [number, number])[];
  /** Where it is stated; else that of the class holds. */
  readonly speedKmh: number | null;
  /** Along the line, against it, or both ways. */
  readonly oneWay: OneWay;
  /** 0 on the ground, above it on a bridge, below in a tunnel: roads of different levels do not meet where they cross. */
  readonly level: number;
  readonly opened: string | null;
  readonly closed: string | null;
}

export interface RoadsInput extends SourceInput {
  /** In batches of any size. */
  roads(): Iterable<RoadInput[]>;
}

/** What a dataset brings beside areas and tables. */
export interface ThingsInput {
  readonly facilities: readonly FacilitiesInput[];
  readonly roads: readonly RoadsInput[];
}
