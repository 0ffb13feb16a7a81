// Graphs of neighbours, and growing regions over them.

import { Heap } from "./heap.ts";
import { type Mesh, eachSide } from "./mesh.ts";
import type { Terrain } from "./terrain.ts";

/** Neighbours of place p are `to[start[p]]` up to `to[start[p + 1]]`, each with the cost of going there. */
export interface Graph {
  readonly start: Uint32Array;
  readonly to: Uint32Array;
  readonly cost: Float32Array;
}

/** Cheapest way to every place from the nearest source: its cost, the index of that source, and the place before. */
export interface Reach {
  readonly cost: Float64Array;
  readonly source: Int32Array;
  readonly before: Int32Array;
}

/** Spreads from all `sources` at once (Dijkstra 1959), never from one group of `within` into another. */
export function spread(graph: Graph, sources: ArrayLike<number>, within?: ArrayLike<number>): Reach {
  const places = graph.start.length - 1;
  const cost = new Float64Array(places).fill(Infinity);
  const source = new Int32Array(places).fill(-1);
  const before = new Int32Array(places).fill(-1);
  const heap = new Heap();
  for (let index = 0; index < sources.length; index++) {
    const place = sources[index]!;
    cost[place] = 0;
    source[place] = index;
    heap.push(place, 0);
  }
  while (heap.size > 0) {
    const { item: place, cost: reached } = heap.pop();
    if (reached > cost[place]!) continue;
    for (let edge = graph.start[place]!; edge < graph.start[place + 1]!; edge++) {
      const next = graph.to[edge]!;
      const total = reached + graph.cost[edge]!;
      if (total >= cost[next]! || (within && within[next] !== within[place])) continue;
      cost[next] = total;
      source[next] = source[place]!;
      before[next] = place;
      heap.push(next, total);
    }
  }
  return { cost, source, before };
}

/** Cells on land with what it takes to cross from one to the next: more over a ridge, a great river or the sea. */
export function graphOfCells(mesh: Mesh, terrain: Terrain): Graph {
  const edges: Edge[] = ferries(mesh);
  const { sites, nodes, cells } = mesh;
  for (let cell = 0; cell < cells; cell++)
    eachSide(mesh, cell, (neighbour, from, to) => {
      if (neighbour <= cell || neighbour >= cells) return;
      const x = (nodes[2 * from]! + nodes[2 * to]!) / 2;
      const y = (nodes[2 * from + 1]! + nodes[2 * to + 1]!) / 2;
      const here = terrain.elevation(sites[2 * cell]!, sites[2 * cell + 1]!);
      const there = terrain.elevation(sites[2 * neighbour]!, sites[2 * neighbour + 1]!);
      const ridge = Math.max(0, terrain.elevation(x, y) - Math.min(here, there));
      edges.push({ a: cell, b: neighbour, cost: 1 + 14 * ridge + 1.6 * terrain.river(x, y) });
    });
  return graphOf(cells, edges);
}

/** Merges the places of a graph that have the same label; the cost between two regions is their mean one. */
export function graphOfRegions(graph: Graph, label: ArrayLike<number>, regions: number): Graph {
  const sums = new Map<number, { cost: number; count: number }>();
  for (let place = 0; place < graph.start.length - 1; place++)
    for (let edge = graph.start[place]!; edge < graph.start[place + 1]!; edge++) {
      const a = label[place]!;
      const b = label[graph.to[edge]!]!;
      if (a >= b) continue;
      const sum = sums.get(a * regions + b) ?? { cost: 0, count: 0 };
      sum.cost += graph.cost[edge]!;
      sum.count++;
      sums.set(a * regions + b, sum);
    }
  return graphOf(
    regions,
    [...sums].map(([key, { cost, count }]) => ({
      a: Math.floor(key / regions),
      b: key % regions,
      cost: cost / count,
    })),
  );
}

interface Edge {
  readonly a: number;
  readonly b: number;
  readonly cost: number;
}

function graphOf(places: number, edges: readonly Edge[]): Graph {
  const start = new Uint32Array(places + 1);
  for (const { a, b } of edges) {
    start[a + 1]!++;
    start[b + 1]!++;
  }
  for (let place = 0; place < places; place++) start[place + 1]! += start[place]!;
  const next = start.slice();
  const to = new Uint32Array(2 * edges.length);
  const costs = new Float32Array(2 * edges.length);
  for (const { a, b, cost } of edges) {
    to[next[a]!] = b;
    costs[next[a]!++] = cost;
    to[next[b]!] = a;
    costs[next[b]!++] = cost;
  }
  return { start, to, cost: costs };
}

/** Links islands to the rest: spreads over land and sea from every cell, and joins pieces where they first meet. */
function ferries(mesh: Mesh): Edge[] {
  const places = mesh.sites.length / 2;
  const group = Int32Array.from({ length: places }, (_, place) => place);
  const find = (place: number): number => {
    while (group[place] !== place) place = group[place] = group[group[place]!]!;
    return place;
  };
  for (let cell = 0; cell < mesh.cells; cell++)
    eachSide(mesh, cell, (neighbour) => {
      if (neighbour < mesh.cells) group[find(cell)] = find(neighbour);
    });
  const origin = new Int32Array(places).fill(-1);
  const queue = new Int32Array(places);
  let end = mesh.cells;
  for (let cell = 0; cell < end; cell++) origin[cell] = queue[cell] = cell;
  const edges: Edge[] = [];
  for (let turn = 0; turn < end; turn++) {
    const place = queue[turn]!;
    eachSide(mesh, place, (neighbour) => {
      if (origin[neighbour]! < 0) {
        origin[neighbour] = origin[place]!;
        queue[end++] = neighbour;
        return;
      }
      const a = origin[place]!;
      const b = origin[neighbour]!;
      if (find(a) === find(b)) return;
      group[find(a)] = find(b);
      edges.push({ a, b, cost: 8 });
    });
  }
  return edges;
}
