// A sum that leaves the register, and the measure that it is.

export interface CountedPart {
  readonly measure: string;
  /** Its name in SQL. */
  readonly part: string;
}
