// What the thread of travel times is given, and what it sends back.

import type { Matrix } from "#analysis/access/matrix";
import type { LonLat, Road } from "#analysis/access/road";
import type { TravelScenario } from "#domain/travel";

/** Minutes farther than this are not looked at. */
export const LIMIT_MIN = 120;

export interface TravelInput {
  readonly roads: readonly Road[];
  readonly scenario: TravelScenario;
  /** Null where no place is known. */
  readonly villages: readonly (LonLat | null)[];
  /** Those that are there already. */
  readonly facilities: readonly LonLat[];
}

/** Stands for a village without a place. */
export const NO_POINT = 255;

export interface Travel {
  /** By village to the nearest that is there; Infinity for no way. */
  readonly nearest: Float32Array;
  /** Position in REACH_STATES, or NO_POINT. */
  readonly state: Uint8Array;
  /** From every village to a site in every village. */
  readonly between: Matrix;
  /** From every village to each that is there, in their order. */
  readonly existing: Matrix;
}

/** A request for minutes from all villages to a point. */
export interface ColumnRequest {
  readonly id: number;
  readonly at: LonLat;
}

export type FromThread =
  | { readonly type: "travel"; readonly travel: Travel }
  | { readonly type: "column"; readonly id: number; readonly minutes: Float32Array };
