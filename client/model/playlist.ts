// The views that a wall display walks through, as links inside a link and as lines of text.

import { presentPath, roomOfPath } from "./rooms.ts";

export const DISPLAYS = ["screen", "wall"] as const;
export type Display = (typeof DISPLAYS)[number];

/** How long each view stays, in seconds. */
export const WALL_SECONDS = { least: 5, usual: 20, most: 3600 } as const;
/** A link that holds more becomes longer than servers and mail programs take. */
export const MOST_VIEWS = 24;

/** Between two links of a playlist; never in a link, which writes it as %7C. */
const BETWEEN = "|";
/** What belongs to the wall and not to a view on it. A wall shows the newest release. */
const OF_THE_WALL = ["display", "playlist", "seconds", "release"] as const;

/** An address of the app without what belongs to the wall; null for any other text. */
export function viewLink(text: string, origin: string): string | null {
  if (!URL.canParse(text, origin)) return null;
  const url = new URL(text, origin);
  const path = presentPath(url.pathname, url.search);
  const isOurs = url.origin === origin && (roomOfPath(path) !== null || path === "/compare");
  if (!isOurs) return null;
  for (const key of OF_THE_WALL) url.searchParams.delete(key);
  const query = url.searchParams.toString().replaceAll("%2C", ",").replaceAll("%7E", "~");
  return query === "" ? path : `${path}?${query}`;
}

/** The links of a text with one in each line, and the first line that is none; null where all are. */
export function linksOfText(
  text: string,
  origin: string,
): { readonly links: readonly string[]; readonly bad: string | null } {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const links = lines.map((line) => viewLink(line, origin));
  return {
    links: links.filter((link) => link !== null),
    bad: lines[links.indexOf(null)] ?? null,
  };
}

export const writePlaylist = (links: readonly string[]): string => links.join(BETWEEN);

/** The links of a playlist; undefined unless all are addresses of the app, from 1 to `MOST_VIEWS`. */
export function readPlaylist(text: string): readonly string[] | undefined {
  const parts = text.split(BETWEEN);
  const areOurs = parts.every(
    (part) => /^\/(?!\/)/.test(part) && viewLink(part, "http://localhost") !== null,
  );
  return areOurs && parts.length <= MOST_VIEWS ? parts : undefined;
}
