// Minutes from many places to one, by one search from the one.

import Flatbush from "flatbush";
import { entriesFrom, entriesTo, minutesWithin } from "./entries.ts";
import type { Link } from "./links.ts";
import { boxAround, UNITS } from "./metres.ts";
import type { LonLat } from "./road.ts";
import { Search } from "./search.ts";
import type { TimedGraph } from "./timed_graph.ts";

export interface Place {
  readonly at: LonLat;
  readonly links: readonly Link[];
}

/** Those of many places that reach one place within a limit, by index, with minutes. */
export interface Column {
  readonly places: Uint32Array;
  readonly minutes: Float32Array;
}

/** Where the many places enter the graph, by node and by edge. */
interface Entrances {
  readonly start: Uint32Array;
  readonly place: Uint32Array;
  readonly minutes: Float64Array;
  readonly byEdge: ReadonlyMap<number, readonly { readonly place: number; readonly link: Link }[]>;
}

function entrancesOf(timed: TimedGraph, places: readonly Place[]): Entrances {
  const entries = places.flatMap(({ links }, place) =>
    entriesFrom(timed, links).map((entry) => ({ ...entry, place })),
  );
  entries.sort((a, b) => a.node - b.node || a.place - b.place);
  const start = new Uint32Array(timed.graph.nodeCount + 1);
  for (const { node } of entries) start[node + 1]!++;
  for (let node = 0; node < timed.graph.nodeCount; node++) start[node + 1]! += start[node]!;
  const byEdge = new Map<number, { place: number; link: Link }[]>();
  for (const [place, { links }] of places.entries())
    for (const link of links) {
      const list = byEdge.get(link.edge);
      if (list) list.push({ place, link });
      else byEdge.set(link.edge, [{ place, link }]);
    }
  return {
    start,
    place: Uint32Array.from(entries, ({ place }) => place),
    minutes: Float64Array.from(entries, ({ minutes }) => minutes),
    byEdge,
  };
}

function indexPoints(places: readonly Place[]): Flatbush | null {
  if (places.length === 0) return null;
  const index = new Flatbush(places.length);
  for (const { at } of places) index.add(at[0] * UNITS, at[1] * UNITS);
  index.finish();
  return index;
}

/** Minutes straight over land; Infinity where nobody walks that way. */
export type OffRoad = (from: LonLat, to: LonLat) => number;

/** Many places on a timed graph, ready for one search after another. */
export class Reach {
  readonly search: Search;
  readonly #timed: TimedGraph;
  readonly #places: readonly Place[];
  readonly #offRoad: OffRoad;
  readonly #entrances: Entrances;
  readonly #points: Flatbush | null;
  readonly #best: Float64Array;
  readonly #reached: Uint32Array;

  constructor(timed: TimedGraph, places: readonly Place[], offRoad: OffRoad) {
    this.search = new Search(timed);
    this.#timed = timed;
    this.#places = places;
    this.#offRoad = offRoad;
    this.#entrances = entrancesOf(timed, places);
    this.#points = indexPoints(places);
    this.#best = new Float64Array(places.length).fill(Infinity);
    this.#reached = new Uint32Array(places.length);
  }

  /** Places that reach `target` within `limit` minutes, by road or straight over land, in the order of their indexes. */
  column(target: Place, limit: number): Column {
    const [best, reached] = [this.#best, this.#reached];
    let count = 0;
    const offer = (place: number, minutes: number): void => {
      if (minutes > limit || minutes >= best[place]!) return;
      if (best[place] === Infinity) reached[count++] = place;
      best[place] = minutes;
    };
    this.#byRoad(target, limit, offer);
    this.#straight(target, offer);
    const places = reached.slice(0, count).sort();
    const minutes = Float32Array.from(places, (place) => best[place]!);
    for (const place of places) best[place] = Infinity;
    return { places, minutes };
  }

  #byRoad({ links }: Place, limit: number, offer: (place: number, minutes: number) => void): void {
    const { search } = this;
    const { start, place, minutes: extra, byEdge } = this.#entrances;
    search.run(entriesTo(this.#timed, links), limit);
    for (let at = 0; at < search.settledCount; at++) {
      const node = search.settled[at]!;
      const [first, end] = [start[node]!, start[node + 1]!];
      if (first === end) continue;
      const minutes = search.minutesFrom(node);
      for (let entry = first; entry < end; entry++) offer(place[entry]!, minutes + extra[entry]!);
    }
    for (const link of links)
      for (const neighbour of byEdge.get(link.edge) ?? [])
        offer(neighbour.place, minutesWithin(this.#timed, neighbour.link, link));
  }

  #straight({ at }: Place, offer: (place: number, minutes: number) => void): void {
    const box = boxAround(at[0] * UNITS, at[1] * UNITS, this.#timed.scenario.offRoadLimitM);
    for (const place of this.#points?.search(...box) ?? [])
      offer(place, this.#offRoad(this.#places[place]!.at, at));
  }
}
