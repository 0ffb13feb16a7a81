// The names of the areas above an area, for lists that tell places of one name apart.

import type { Text } from "#domain/text";
import type { Release } from "#server/read/release";
import type { Store } from "#server/read/store";

/** The way to the names above an area of a level by idx, from the level under the top down. */
export async function namesAbove(
  store: Store,
  release: Release,
  level: string,
): Promise<(idx: number) => Text[]> {
  const levels = release.catalog.levels.map(({ id }) => id);
  const chain = levels.slice(0, levels.indexOf(level) + 1);
  const indexes = await Promise.all(chain.map((id) => store.areas.level(release.boundaryVersion, id)));
  return (idx) => {
    const names: Text[] = [];
    for (let at = chain.length - 1, own = idx; at > 1; at--) {
      own = indexes[at]!.parent(own);
      names.unshift(indexes[at - 1]!.names(own));
    }
    return names;
  };
}
