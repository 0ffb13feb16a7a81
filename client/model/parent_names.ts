// What lies above an area of an answer, by the answer's own table of parents.

import type { ParentTable } from "#domain/contract/fields";
import type { Text } from "#domain/text";

/** Names of the areas above, from the top down. */
export function parentNamesOf(table: ParentTable, parent: number | undefined): Text[] {
  const names: Text[] = [];
  for (let at = parent; at !== undefined; at = table[at]!.parent) names.unshift(table[at]!.names);
  return names;
}
