// What stands behind the name of an area where others in the same list have the same name: 白场村 · 晴关乡.

import { group } from "d3-array";

/** An area in a list, with the names of the areas above it, the nearest first. */
export interface PlacedName {
  readonly code: string;
  readonly name: string;
  readonly above: readonly string[];
}

/** How many areas at the top all areas of a list have in common. */
function sharedTop(areas: readonly PlacedName[]): number {
  const [first] = areas;
  const down = first?.above.toReversed() ?? [];
  const parting = down.findIndex((name, at) => areas.some(({ above }) => above.at(-1 - at) !== name));
  return parting < 0 ? down.length : parting;
}

/**
 * The names to write behind those of a list, by code: none where all names differ, else that of the area right above behind
 * each, and further ones behind those that are still alike. What is above all of them tells nothing apart and is left out.
 */
export function namesAbove(areas: readonly PlacedName[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  if (new Set(areas.map(({ name }) => name)).size === areas.length) return found;
  const top = sharedTop(areas);
  let alike = areas;
  for (let depth = 1; alike.length > 0; depth++) {
    const groups = group(alike, ({ name, above }) => JSON.stringify([name, ...above.slice(0, depth)]));
    for (const { code, above } of alike) found.set(code, above.slice(0, Math.min(depth, above.length - top)));
    alike = [...groups.values()].filter(({ length }) => length > 1).flat();
    alike = alike.filter(({ above }) => above.length - top > depth);
  }
  return found;
}
