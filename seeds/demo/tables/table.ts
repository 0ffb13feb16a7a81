// A table that a department reports: its measures, how it counts them, and what it withholds.

import type { Value } from "#domain/missing";
import type { Land } from "#seeds/demo/land";

export interface FactTable {
  readonly id: string;
  readonly department: { readonly en: string; readonly zh: string };
  readonly reportingDate: string;
  readonly measures: readonly string[];
  /** Counts a cell in a year, in the order of `measures`; null where they do not apply. Merged cells are added up. */
  count(land: Land, cell: number, year: number): number[] | null;
  /** Replaces what this department withholds. */
  publish(counts: readonly number[]): readonly Value[];
  /** Where households are recorded, their records give the same figures. */
  readonly isOfHouseholds?: boolean;
  /** What the department reports of a recorded cell besides the register, which counts `counts`; without it nothing. */
  readonly besideRegister?: (counts: readonly number[], land: Land, cell: number, year: number) => number[];
  /** Share of village-years without a survey. */
  readonly unsurveyed: number;
}

const publishAll = (counts: readonly number[]): readonly Value[] => counts;

/** A table whose measures are counted by name. */
export function table<Measure extends string>(
  head: Pick<FactTable, "id" | "department" | "reportingDate" | "unsurveyed"> & {
    readonly publish?: FactTable["publish"];
    readonly isOfHouseholds?: boolean;
    readonly besideRegister?: NonNullable<FactTable["besideRegister"]>;
  },
  measures: readonly Measure[],
  count: (land: Land, cell: number, year: number) => Readonly<Record<Measure, number>> | null,
): FactTable {
  return {
    publish: publishAll,
    ...head,
    measures,
    count(land, cell, year) {
      const counts = count(land, cell, year);
      return counts && measures.map((measure) => counts[measure]);
    },
  };
}
