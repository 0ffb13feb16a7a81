// A column of figures: one entry per area of a level, by idx.

/** The exact side of a column. */
export interface ExactColumn {
  /** Exact sums over what contributes; 0 where nothing does. */
  readonly numerator: Float64Array;
  /** Null for a sum. */
  readonly denominator: Float64Array | null;
  /** 0 where there is a number, else a status of `#domain/missing`. */
  readonly status: Uint8Array;
  /** Share 0–1 of the villages below that contribute. */
  readonly covered: Float32Array;
}

/** A column as it is rolled up and stored. */
export interface RolledColumn extends ExactColumn {
  /** float32, for the map; 0 where missing. */
  readonly value: Float32Array;
}
