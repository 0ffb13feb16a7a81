// Reads ahead what the first screen of a release needs.

import type { Store } from "./store.ts";

/** Levels with more areas than this are read when they are asked for. */
const MAX_AREAS = 50_000;

/** Loads areas and the latest column of every lens's default indicator. */
export async function warmUp(store: Store, number: number): Promise<void> {
  const release = await store.release(number);
  for (const { id: level, areaCount } of release.catalog.levels) {
    if (areaCount > MAX_AREAS) continue;
    await store.areas(release.boundaryVersion, level);
    for (const { defaultIndicator } of release.catalog.lenses) {
      const period = defaultIndicator && release.indicator(defaultIndicator).periods.at(-1);
      if (!defaultIndicator || !period) continue;
      const entry = release.column(level, defaultIndicator, period);
      await store.paint(entry);
      await store.exact(entry);
    }
  }
}
