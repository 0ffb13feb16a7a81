// Weighs every vertex of every arc once, so that each zoom only has to keep what is heavy enough.

import type { Topology } from "./topology.ts";
import type { VertexIndex } from "./vertices.ts";

/** Arcs on the fine grid, each vertex with the weight that decides from which zoom on it is kept. */
export interface WeighedArcs {
  /** x, y of every vertex of every arc. */
  readonly xy: Int32Array;
  /** Effective area in square fine units; Infinity for nodes, which are always kept. */
  readonly weights: Float64Array;
  /** First vertex of every arc, and one entry more. */
  readonly arcStart: Int32Array;
}

/** A binary min-heap of vertices of one arc by area, with room for the longest arc. */
class AreaHeap {
  readonly areas: Float64Array;
  readonly #heap: Int32Array;
  readonly #place: Int32Array;
  size = 0;

  constructor(capacity: number) {
    this.areas = new Float64Array(capacity);
    this.#heap = new Int32Array(capacity);
    this.#place = new Int32Array(capacity);
  }

  push(vertex: number): void {
    this.#up(this.size++, vertex);
  }

  /** Takes the vertex with the least area. */
  pop(): number {
    const top = this.#heap[0]!;
    const last = this.#heap[--this.size]!;
    if (this.size > 0) this.#down(0, last);
    return top;
  }

  /** Moves a vertex whose area has changed to its place. */
  update(vertex: number): void {
    this.#up(this.#place[vertex]!, vertex);
    this.#down(this.#place[vertex]!, vertex);
  }

  #put(place: number, vertex: number): void {
    this.#heap[place] = vertex;
    this.#place[vertex] = place;
  }

  #up(from: number, vertex: number): void {
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (this.areas[this.#heap[parent]!]! <= this.areas[vertex]!) break;
      this.#put(place, this.#heap[parent]!);
      place = parent;
    }
    this.#put(place, vertex);
  }

  #down(from: number, vertex: number): void {
    let place = from;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= this.size) break;
      if (child + 1 < this.size && this.areas[this.#heap[child + 1]!]! < this.areas[this.#heap[child]!]!)
        child++;
      if (this.areas[vertex]! <= this.areas[this.#heap[child]!]!) break;
      this.#put(place, this.#heap[child]!);
      place = child;
    }
    this.#put(place, vertex);
  }
}

/**
 * Weighs arcs by effective area (Visvalingam & Whyatt 1993), made monotone: what is taken out later weighs no less.
 *
 * Ends are pinned. A closed arc keeps two vertices between its ends besides, so that no island vanishes by weight alone.
 */
export function weighArcs(topology: Topology, { x, y }: VertexIndex): WeighedArcs {
  const { vertices, arcStart } = topology;
  const xy = new Int32Array(vertices.length * 2);
  for (let i = 0; i < vertices.length; i++) {
    xy[2 * i] = x[vertices[i]!]!;
    xy[2 * i + 1] = y[vertices[i]!]!;
  }
  let longest = 0;
  for (let arc = 0; arc + 1 < arcStart.length; arc++)
    longest = Math.max(longest, arcStart[arc + 1]! - arcStart[arc]!);
  const weights = new Float64Array(vertices.length).fill(Infinity);
  const heap = new AreaHeap(longest);
  const before = new Int32Array(longest);
  const after = new Int32Array(longest);

  for (let arc = 0; arc + 1 < arcStart.length; arc++) {
    const from = arcStart[arc]!;
    const last = arcStart[arc + 1]! - from - 1;
    const pinned = vertices[from] === vertices[from + last] ? 2 : 0;
    if (last - 1 <= pinned) continue;
    const areaOf = (v: number): number => {
      const [a, b, c] = [2 * (from + before[v]!), 2 * (from + v), 2 * (from + after[v]!)];
      const [ax, ay] = [xy[a]!, xy[a + 1]!];
      return Math.abs((xy[b]! - ax) * (xy[c + 1]! - ay) - (xy[c]! - ax) * (xy[b + 1]! - ay)) / 2;
    };
    for (let v = 1; v < last; v++) {
      before[v] = v - 1;
      after[v] = v + 1;
      heap.areas[v] = areaOf(v);
      heap.push(v);
    }
    let weight = 0;
    while (heap.size > pinned) {
      const v = heap.pop();
      weight = Math.max(weight, heap.areas[v]!);
      weights[from + v] = weight;
      const [p, n] = [before[v]!, after[v]!];
      after[p] = n;
      before[n] = p;
      if (p > 0) {
        heap.areas[p] = areaOf(p);
        heap.update(p);
      }
      if (n < last) {
        heap.areas[n] = areaOf(n);
        heap.update(n);
      }
    }
    heap.size = 0;
  }
  return { xy, weights, arcStart };
}
