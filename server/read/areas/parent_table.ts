// The areas above those of an answer, each once, so that names which repeat can be told apart and no row repeats them.

import type { ParentTable } from "#domain/contract/fields";
import type { Release } from "#server/read/release";
import type { Store } from "#server/read/store";
import type { AreaIndex } from "./area_index.ts";

/** Makes the table while areas are added to it. */
class ParentTableMaker {
  readonly #indexes: ReadonlyMap<string, AreaIndex>;
  readonly #levels: readonly string[];
  /** By level and idx. */
  readonly #places = new Map<string, Map<number, number>>();
  readonly table: ParentTable = [];

  constructor(indexes: ReadonlyMap<string, AreaIndex>) {
    this.#indexes = indexes;
    this.#levels = [...indexes.keys()];
  }

  /** The field that says where in the table the area above one of `level` stands; none at the top. */
  fieldOf(level: string, idx: number): { parent?: number } {
    const parent = this.#place(level, idx);
    return parent === undefined ? {} : { parent };
  }

  #place(level: string, idx: number): number | undefined {
    const over = this.#levels[this.#levels.indexOf(level) - 1];
    if (over === undefined) return undefined;
    const parent = this.#indexes.get(level)!.parent(idx);
    const places = this.#places.get(over) ?? new Map<number, number>();
    this.#places.set(over, places);
    const known = places.get(parent);
    if (known !== undefined) return known;
    const index = this.#indexes.get(over)!;
    const upwards = this.fieldOf(over, parent);
    places.set(parent, this.table.length);
    const entry = { code: index.code(parent), names: index.names(parent), level: over, ...upwards };
    return this.table.push(entry) - 1;
  }
}

/** An empty table for areas of a release, of any level down to `lowest`. */
export async function parentTableMaker(
  { areas }: Store,
  { boundaryVersion, catalog }: Release,
  lowest: string,
): Promise<ParentTableMaker> {
  const levels = catalog.levels.map(({ id }) => id);
  const wanted = levels.slice(0, levels.indexOf(lowest) + 1);
  const indexes = await Promise.all(wanted.map((level) => areas.level(boundaryVersion, level)));
  return new ParentTableMaker(new Map(wanted.map((level, at) => [level, indexes[at]!])));
}

/** The columns of a CSV for the levels above one, nearest first: a code and a name for each. */
export const parentColumns = (levels: readonly { readonly id: string }[], level: string): string[] => {
  const ids = levels.map(({ id }) => id);
  return ids
    .slice(0, ids.indexOf(level))
    .reverse()
    .flatMap((id) => [`${id}_code`, `${id}_name`]);
};

/** The cells of those columns for an area of an answer with this table. */
export function parentCells(
  table: ParentTable,
  { parent }: { readonly parent?: number | undefined },
  nameOf: (names: ParentTable[number]["names"]) => string,
): string[] {
  const cells: string[] = [];
  for (let at = parent; at !== undefined; at = table[at]!.parent)
    cells.push(table[at]!.code, nameOf(table[at]!.names));
  return cells;
}
