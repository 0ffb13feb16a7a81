// Which offices can be compared by how much they answer.

import type { Office } from "#domain/contract/reports";
import { MIN_COMPARED } from "#domain/report";

/** Offices with enough that was due, the lowest share first, and those with too little, in their own order; none with nothing due. */
export function comparedOffices(offices: readonly Office[]): {
  readonly compared: readonly Office[];
  readonly tooFew: readonly Office[];
} {
  const share = ({ share: { answered, due } }: Office): number => answered / due;
  return {
    compared: offices
      .filter(({ share: { due } }) => due >= MIN_COMPARED)
      .sort((a, b) => share(a) - share(b) || a.id - b.id),
    tooFew: offices.filter(({ share: { due } }) => due > 0 && due < MIN_COMPARED),
  };
}
