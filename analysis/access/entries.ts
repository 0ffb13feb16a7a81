// Links of places as minutes to and from the nodes of the graph.

import type { Link } from "./links.ts";
import type { TimedGraph } from "./timed_graph.ts";

export interface Entry {
  readonly node: number;
  readonly minutes: number;
  readonly link: Link;
}

/** Minutes over a share of an edge; a closed edge takes none where nothing of it is used. */
const part = (share: number, minutes: number): number => (share === 0 ? 0 : share * minutes);

const open = (entries: readonly Entry[]): Entry[] => entries.filter(({ minutes }) => minutes < Infinity);

/** The nodes that a place's links lead to, with minutes from the place. */
export function entriesFrom({ graph, forward, backward }: TimedGraph, links: readonly Link[]): Entry[] {
  return open(
    links.flatMap((link): Entry[] => {
      const { edge, share, minutesOut } = link;
      return [
        { node: graph.to[edge]!, minutes: minutesOut + part(1 - share, forward[edge]!), link },
        { node: graph.from[edge]!, minutes: minutesOut + part(share, backward[edge]!), link },
      ];
    }),
  );
}

/** The nodes that lead to a place's links, with minutes to the place. */
export function entriesTo({ graph, forward, backward }: TimedGraph, links: readonly Link[]): Entry[] {
  return open(
    links.flatMap((link): Entry[] => {
      const { edge, share, minutesIn } = link;
      return [
        { node: graph.from[edge]!, minutes: minutesIn + part(share, forward[edge]!), link },
        { node: graph.to[edge]!, minutes: minutesIn + part(1 - share, backward[edge]!), link },
      ];
    }),
  );
}

/** Minutes from one link to another on the same edge, along the edge alone; Infinity where it is closed in that direction. */
export function minutesWithin({ forward, backward }: TimedGraph, from: Link, to: Link): number {
  const way = to.share - from.share;
  const between = way >= 0 ? part(way, forward[from.edge]!) : part(-way, backward[from.edge]!);
  return from.minutesOut + between + to.minutesIn;
}

/** The same links for travel in the other direction. */
export const reversedLinks = (links: readonly Link[]): Link[] =>
  links.map((link) => ({ ...link, minutesOut: link.minutesIn, minutesIn: link.minutesOut }));
