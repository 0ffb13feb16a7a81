// Which vertices of different lines are one place: those of one grade, and ends, where a bridge or a ferry meets the ground.

import type { Line, Lines } from "./clean_lines.ts";
import { PairIds } from "./pair_ids.ts";

export interface Places {
  /** Place of every vertex of every line, by line. */
  readonly ofLine: readonly Int32Array[];
  /** By place: segments that begin or end there; line ends among them. */
  readonly uses: Int32Array;
  readonly ends: Int32Array;
  /** Vertex of each place. */
  readonly vertexOf: Int32Array;
  readonly count: number;
}

/** Added to a ferry's line number, so that no two of its inner vertices are shared. */
const FERRY_GRADES = 1 << 20;

const gradeAt = (line: Line, l: number, isEnd: boolean): number =>
  !line.isFerry ? line.grade : isEnd ? 0 : FERRY_GRADES + l;

/**
 * Places of all vertices. Inner vertices are shared by lines of one grade. A place where nothing but one end of a line is, is
 * joined to the place of the nearest grade at the same vertex: there a bridge begins. Where both roads are broken at an
 * overpass, each has two ends, and they stay apart.
 */
export function placesOf({ lines, vertices }: Pick<Lines, "lines" | "vertices">): Places {
  const ids = new PairIds(vertices.length * 2);
  const ofLine = lines.map((line, l) =>
    Int32Array.from(line.vertices, (vertex, v) =>
      ids.idOf(vertex, gradeAt(line, l, v === 0 || v === line.vertices.length - 1)),
    ),
  );
  const [uses, ends] = [new Int32Array(ids.length), new Int32Array(ids.length)];
  for (const places of ofLine)
    for (const [v, place] of places.entries()) {
      const isEnd = v === 0 || v === places.length - 1;
      uses[place]! += isEnd ? 1 : 2;
      if (isEnd) ends[place]!++;
    }
  const rootOf = joinEnds(ids, uses, ends);
  for (const places of ofLine) for (const [v, place] of places.entries()) places[v] = rootOf[place]!;
  for (const [place, root] of rootOf.entries())
    if (root !== place) {
      uses[root]! += uses[place]!;
      ends[root]! += ends[place]!;
      uses[place] = 0;
      ends[place] = 0;
    }
  return { ofLine, uses, ends, vertexOf: ids.first, count: ids.length };
}

/** The place that each place became. */
function joinEnds(ids: PairIds, uses: Int32Array, ends: Int32Array): Int32Array {
  const rootOf = Int32Array.from({ length: ids.length }, (_, place) => place);
  const find = (place: number): number => {
    let root = place;
    while (rootOf[root]! !== root) root = rootOf[root]!;
    return root;
  };
  const firstAt = new Map<number, number>();
  const severalAt = new Map<number, number[]>();
  for (let place = 0; place < ids.length; place++) {
    const vertex = ids.first[place]!;
    const first = firstAt.get(vertex);
    if (first === undefined) firstAt.set(vertex, place);
    else severalAt.set(vertex, [...(severalAt.get(vertex) ?? [first]), place]);
  }
  for (const places of severalAt.values()) {
    const ground = places.filter((place) => ids.second[place]! < FERRY_GRADES);
    for (const place of ground) {
      if (uses[place] !== 1 || ends[place] !== 1) continue;
      const others = ground.filter((other) => other !== place);
      const gap = (other: number): number => Math.abs(ids.second[other]! - ids.second[place]!);
      const nearest = others.sort((p, q) => gap(p) - gap(q) || p - q)[0];
      if (nearest !== undefined) rootOf[find(place)] = find(nearest);
    }
  }
  return rootOf.map((_, place) => find(place));
}
