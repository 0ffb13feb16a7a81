// What the map is likely to be asked for next, told by whoever knows (a time slider that plays, say).

type Extrusion = readonly (readonly string[])[];

const listeners = new Set<(columns: Extrusion) => void>();

/**
 * Lets every open map fetch the values of columns for the tiles in view: each entry the columns of one content, as
 * `Fill.columns`.
 */
export function prefetch(columns: Extrusion): void {
  for (const listener of listeners) listener(columns);
}

/** Listens for what to fetch; gives the way to stop. */
export function subscribePrefetch(listener: (columns: Extrusion) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
