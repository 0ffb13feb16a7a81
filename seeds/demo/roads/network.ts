// Lays the roads of the demo over the lattice: between prefectures, counties, townships, villages, each on what was laid before.

import type { RoadClass, Surface } from "#domain/road";
import type { Graph } from "#seeds/demo/graph";
import { roadsIn } from "#seeds/demo/facilities";
import type { Land } from "#seeds/demo/land";
import { YEARS } from "#seeds/demo/periods";
import { mix, uniform } from "#seeds/demo/random";
import { seatsOf } from "#seeds/demo/things/seats";
import { latticeOf, type Lattice } from "./lattice.ts";
import { linksBetween, type Link } from "./links.ts";

/** One stretch of road that was laid as a whole. */
export interface LaidRoad {
  readonly roadClass: RoadClass;
  readonly surface: Surface;
  /** Cells that it links. */
  readonly from: number;
  readonly to: number;
}

export interface Network {
  readonly lattice: Lattice;
  readonly roads: readonly LaidRoad[];
  /** Position in `roads`, by step of the lattice: the lower node × the number of nodes + the higher one. */
  readonly roadOf: ReadonlyMap<number, number>;
}

/** Where a road lies already, a further one costs this much of what it would. */
const ON_ROAD = 0.35;
/** Beyond the first way to a village, of so many further ways one is a path on foot. */
const FOOTPATH_SHARE = 0.75;
/** Of villages with most hardship so many are reached on foot only. */
const ON_FOOT_ONLY = 0.5;
const MOST_HARDSHIP = 1.6;

/** Joins what is linked; says whether two were apart. */
class Pieces {
  readonly #group: Int32Array;

  constructor(places: number) {
    this.#group = Int32Array.from({ length: places }, (_, place) => place);
  }

  find(place: number): number {
    const group = this.#group;
    while (group[place] !== place) place = group[place] = group[group[place]!]!;
    return place;
  }

  join(a: number, b: number): boolean {
    const [one, other] = [this.find(a), this.find(b)];
    this.#group[one] = other;
    return one !== other;
  }
}

/** The network of `land`; pieces of land that no road joins are joined by ferries. */
export function networkOf(land: Land): Network {
  const lattice = latticeOf(land);
  const { regions, mesh } = land;
  const { townOf, prefectureOf } = regions;
  const layer = new Layer(lattice);
  const seats = townOf.filter((_, county) => prefectureOf[county] !== prefectureOf[county - 1]);
  layer.lay(seats, () => ({ roadClass: "national", surface: "paved" }));
  layer.lay(townOf, () => ({ roadClass: "county", surface: "paved" }));
  layer.lay(new Set([...townOf, ...seatsOf(land)]), () => ({ roadClass: "township", surface: "paved" }));
  const joined = new Pieces(mesh.cells);
  layer.lay(
    mesh.sites.subarray(0, mesh.cells).map((_, cell) => cell),
    (from, to) => ({
      ...villageRoad(land, from, to, joined.join(from, to)),
    }),
  );
  ferries(land, layer);
  return layer;
}

/** What leads to a village: a road, or a path where another road leads there, or where life is hardest. */
function villageRoad(
  land: Land,
  from: number,
  to: number,
  isFirst: boolean,
): Pick<LaidRoad, "roadClass" | "surface"> {
  const salt = mix(mix(land.seed, 111), from);
  const hardest = Math.max(land.hardship[from]!, land.hardship[to]!);
  const isPath = isFirst
    ? hardest > MOST_HARDSHIP && uniform(salt, to) < ON_FOOT_ONLY
    : uniform(salt, to) < FOOTPATH_SHARE;
  if (isPath) return { roadClass: "footpath", surface: "unpaved" };
  const last = YEARS.at(-1)!;
  const isPaved = [from, to].every((cell) => {
    const { hamlets, paved } = roadsIn(land, cell, last);
    return 2 * paved > hamlets;
  });
  return { roadClass: "village_road", surface: isPaved ? "paved" : "unpaved" };
}

/** Joins islands: where the land of cells has a crossing of the sea, a ferry runs. */
function ferries({ graph, mesh }: Land, layer: Layer): void {
  const pieces = layer.pieces();
  for (let cell = 0; cell < mesh.cells; cell++)
    for (let edge = graph.start[cell]!; edge < graph.start[cell + 1]!; edge++) {
      const other = graph.to[edge]!;
      const { nodeOf } = layer.lattice;
      if (other > cell && pieces.join(nodeOf[cell]!, nodeOf[other]!)) layer.cross(cell, other);
    }
}

class Layer implements Network {
  readonly lattice: Lattice;
  readonly roads: LaidRoad[] = [];
  readonly roadOf = new Map<number, number>();
  readonly #graph: Graph;

  constructor(lattice: Lattice) {
    this.lattice = lattice;
    this.#graph = { ...lattice.graph, cost: lattice.graph.cost.slice() };
  }

  /** Links cells with one another, cheapest first. */
  lay(
    cells: Iterable<number>,
    kindOf: (from: number, to: number) => Pick<LaidRoad, "roadClass" | "surface">,
  ): void {
    const places = [...cells];
    const nodes = places.map((cell) => this.lattice.nodeOf[cell]!);
    const links: readonly Link[] = linksBetween(this.#graph, nodes);
    for (const { a, b, path } of links) {
      const [from, to] = [places[a]!, places[b]!];
      const road = this.roads.push({ from, to, ...kindOf(from, to) }) - 1;
      for (let at = 1; at < path.length; at++) this.#add(path[at - 1]!, path[at]!, road);
    }
    this.#cheapen();
  }

  /** Adds a ferry, straight over the sea. */
  cross(from: number, to: number): void {
    const road = this.roads.push({ from, to, roadClass: "ferry", surface: "unknown" }) - 1;
    this.#add(this.lattice.nodeOf[from]!, this.lattice.nodeOf[to]!, road);
  }

  /** Nodes that roads join. */
  pieces(): Pieces {
    const pieces = new Pieces(this.lattice.x.length);
    for (const key of this.roadOf.keys())
      pieces.join(Math.floor(key / this.lattice.x.length), key % this.lattice.x.length);
    return pieces;
  }

  /** A step that has a road keeps it: the more important one was laid first. */
  #add(from: number, to: number, road: number): void {
    const key = Math.min(from, to) * this.lattice.x.length + Math.max(from, to);
    if (!this.roadOf.has(key)) this.roadOf.set(key, road);
  }

  #cheapen(): void {
    const { start, to, cost } = this.#graph;
    const nodes = this.lattice.x.length;
    for (const key of this.roadOf.keys())
      for (const [from, next] of [
        [Math.floor(key / nodes), key % nodes],
        [key % nodes, Math.floor(key / nodes)],
      ] as const)
        for (let edge = start[from]!; edge < start[from + 1]!; edge++)
          if (to[edge] === next) cost[edge] = this.lattice.graph.cost[edge]! * ON_ROAD;
  }
}
