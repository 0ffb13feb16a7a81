// Reads ahead what the first screen of a release needs.

import { DEFAULT_EDITION } from "#domain/edition";
import type { Store } from "./store.ts";

/** Levels with more areas than this are read when they are first needed. */
const MAX_AREAS = 50_000;

/** Levels with more tiles than this at their lowest zoom begin where nobody looks at all of them. */
const MAX_TILES = 16;

/** Loads areas, the latest column of every lens's default indicator, the geometry that a level begins with, and what is searched in. */
export async function warmUp(store: Store, number: number): Promise<void> {
  const release = await store.releases.get(number, DEFAULT_EDITION);
  const { boundaryVersion } = release;
  for (const { id: level, areaCount, minZoom } of release.catalog.levels) {
    const tiles = await store.tiles.tilesAt(boundaryVersion, level, minZoom);
    if (tiles.length <= MAX_TILES) for (const key of tiles) await store.tiles.geometry(key);
    if (areaCount > MAX_AREAS) continue;
    await store.areas.level(boundaryVersion, level);
    for (const { defaultIndicator } of release.catalog.lenses) {
      const period = defaultIndicator && release.indicator(defaultIndicator).periods.at(-1);
      if (!defaultIndicator || !period) continue;
      const entry = release.column(level, defaultIndicator, period);
      await store.columns.tileValues(entry);
      await store.columns.exact(entry);
    }
  }
  await store.areas.search(boundaryVersion);
}
