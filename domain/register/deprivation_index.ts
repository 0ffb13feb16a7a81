// A multidimensional index of the register as it is declared: deprivations, integer weights, a cut-off, what is counted.
// Source: Alkire & Foster (2011), Journal of Public Economics 95:476–487.

import type { Text } from "#domain/text";

/**
 * Who decides whether a household is deprived: the household by its own record, or its members: any of them, none of them
 * (nobody has what is asked for), or all of them.
 */
export const DECIDERS = ["household", "any", "none", "all"] as const;

export interface Deprivation {
  readonly id: string;
  readonly label: Text;
  /** A positive integer: 1/6 and 1/18 are 3 and 1. */
  readonly weight: number;
  readonly decides: (typeof DECIDERS)[number];
  /** Expression over the record of the household, or of a member. */
  readonly when: string;
  /** Expression that tells which members are asked; all of them without one. */
  readonly who?: string | undefined;
}

/** Part of the population of which the index is computed too. */
export interface IndexGroup {
  /** Id of what people are grouped by. */
  readonly of: string;
  readonly id: string;
  readonly label: Text;
}

export interface DeprivationIndex {
  readonly id: string;
  readonly label: Text;
  /** Whether a household is poor, with all its members, or each person. */
  readonly identify: "household" | "person";
  readonly count: "persons" | "households";
  /** What becomes of a unit of which a deprivation is not known: it is in no sum, or taken as not deprived there. */
  readonly missing: "left_out" | "not_deprived";
  /** Who scores at least this is poor (weak inequality, integers). */
  readonly cutoff: number;
  readonly deprivations: readonly Deprivation[];
  readonly groups: readonly IndexGroup[];
  /** Whether standard errors by strata and clusters are computed. */
  readonly hasErrors: boolean;
}

/** How `register.index_measures` names a sum: of all, or of a group; over every unit, or of a deprivation. */
export type IndexPart =
  | { readonly sum: "all" | "scored" | "poor"; readonly group?: IndexGroup | undefined }
  | {
      readonly sum: "deprived" | "poor_deprived";
      readonly deprivation: Deprivation;
      readonly group?: IndexGroup | undefined;
    };

/** The name of a sum in SQL: `poor`, `poor_deprived housing`, `class=rural scored`. */
export function partName(part: IndexPart): string {
  const sum = "deprivation" in part ? `${part.sum} ${part.deprivation.id}` : part.sum;
  return part.group ? `${part.group.of}=${part.group.id} ${sum}` : sum;
}

/** D, the sum of the weights. */
export const totalWeight = ({
  deprivations,
}: {
  readonly deprivations: readonly { readonly weight: number }[];
}): number => deprivations.reduce((sum, { weight }) => sum + weight, 0);
