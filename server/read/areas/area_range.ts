// Which areas of a level lie below a parent: neighbours by idx, whatever the parent's level.

import { ProblemError } from "#server/errors";
import type { IdxRange } from "./area_index.ts";
import { findArea } from "./area_rows.ts";
import { isWhole } from "./whole.ts";
import type { Release } from "#server/read/release";
import type { Store } from "#server/read/store";

/** The areas of `level` below `parent`, or all of them; throws a 400 that blames `parameter` for one that is not above the level. */
export async function findRange(
  store: Store,
  release: Release,
  level: string,
  parent: string | undefined,
  parameter = "parent",
): Promise<IdxRange> {
  const version = release.boundaryVersion;
  const all = (await store.areas.level(version, level)).length;
  if (parent === undefined || isWhole(release, parent)) return { first: 0, last: all - 1 };
  const { idx, detail } = await findArea(store, release, parent);
  const levels = release.catalog.levels.map(({ id }) => id);
  const [above, below] = [levels.indexOf(detail.level), levels.indexOf(level)];
  if (above >= below)
    throw new ProblemError(
      400,
      "bad parameter",
      `${parameter} "${parent}" is of level ${detail.level}, which is not above ${level}`,
    );
  let range: IdxRange = { first: idx, last: idx };
  for (const id of levels.slice(above + 1, below + 1))
    range = (await store.areas.level(version, id)).childrenOf(range);
  return range;
}
