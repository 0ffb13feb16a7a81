// Which facilities a place is described by, and how many of one there are.

/** Indicators whose numerator counts something that stands there, in the order of the page. */
export const FACILITIES = [
  "schools",
  "clinic_coverage",
  "paved_road_share",
  "schools_100_mbps_share",
  "boarding_bed_coverage",
] as const;
export type Facility = (typeof FACILITIES)[number];

/** How many there are, and of how many that could be. */
export interface FacilityCount {
  readonly count: number;
  readonly text: string;
  readonly total: { readonly count: number; readonly text: string } | null;
}
