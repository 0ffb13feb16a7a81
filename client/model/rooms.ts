// The rooms of the app, in the order of the rail. A new one is a row here, a row in `PAGES` and its word.

export interface Room {
  readonly id: string;
  /** Where its addresses begin. */
  readonly path: string;
  readonly icon: "overview" | "map" | "plan" | "data";
  /** Whether the open area follows in the path: `/map/{code}`; else it stands in the query. */
  readonly isPlaced: boolean;
}

export const ROOMS = [
  { id: "overview", path: "/overview", icon: "overview", isPlaced: true },
  { id: "map", path: "/map", icon: "map", isPlaced: true },
  { id: "plan", path: "/plan", icon: "plan", isPlaced: true },
  { id: "data", path: "/data", icon: "data", isPlaced: false },
] as const satisfies readonly Room[];

export type RoomId = (typeof ROOMS)[number]["id"];

const LANDING: RoomId = "overview";

export const roomRow = (id: RoomId): Room & { readonly id: RoomId } => ROOMS.find((room) => room.id === id)!;

/** Keys of a link that say how to read, not what to look at. */
const READING_KEYS: ReadonlySet<string> = new Set(["lang", "theme"]);

/**
 * The path that an address means today. `/` is the overview, in any language and theme; with more in the query it is the map,
 * which had that address before there were rooms; the catalogue was at `/catalog`.
 */
export function presentPath(pathname: string, search: string): string {
  if (pathname === "/") {
    const keys = [...new URLSearchParams(search).keys()];
    return roomRow(keys.every((key) => READING_KEYS.has(key)) ? LANDING : "map").path;
  }
  return pathname.replace(/^\/catalog(?=\/|$)/, roomRow("data").path);
}

/** The room that a path of today lies in, and what follows its name; null outside of all rooms. */
export function roomOfPath(path: string): { readonly id: RoomId; readonly rest: string | null } | null {
  const [, name, rest] = /^(\/[^/]+)(?:\/(.*?))?\/?$/.exec(path) ?? [];
  const room = ROOMS.find((known) => known.path === name);
  return room ? { id: room.id, rest: rest ? rest : null } : null;
}
