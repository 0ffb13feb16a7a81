// The segments of all lines, indexed by box, and the places where they are to be cut.

import Flatbush from "flatbush";
import type { Line, Lines } from "./clean_lines.ts";

export interface Segments {
  /** By segment: its line, and the position of its first vertex in that line. */
  readonly line: Int32Array;
  readonly at: Int32Array;
  /** Boxes of the segments that others may cross, which those of ferries are not; null where there are none. */
  readonly index: Flatbush | null;
  /** Segment of each box. */
  readonly segmentOfBox: Int32Array;
  /** Vertices to be put into a segment, by segment, with their position 0–1 along it. */
  readonly cuts: Map<number, { readonly t: number; readonly vertex: number }[]>;
}

/** Segments of lines, none of them cut yet. */
export function segmentsOf({ lines, vertices }: Lines): Segments {
  const count = lines.reduce((sum, line) => sum + line.vertices.length - 1, 0);
  const [line, at] = [new Int32Array(count), new Int32Array(count)];
  const segmentOfBox = new Int32Array(
    lines.reduce((sum, line) => sum + (line.isFerry ? 0 : line.vertices.length - 1), 0),
  );
  const index = segmentOfBox.length > 0 ? new Flatbush(segmentOfBox.length, 16, Int32Array) : null;
  let [segment, box] = [0, 0];
  const { first: xs, second: ys } = vertices;
  for (const [l, { vertices: ids, isFerry }] of lines.entries())
    for (let v = 0; v + 1 < ids.length; v++) {
      line[segment] = l;
      at[segment] = v;
      if (!isFerry) {
        const [ax, ay, bx, by] = [xs[ids[v]!]!, ys[ids[v]!]!, xs[ids[v + 1]!]!, ys[ids[v + 1]!]!];
        index!.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
        segmentOfBox[box++] = segment;
      }
      segment++;
    }
  index?.finish();
  return { line, at, index, segmentOfBox, cuts: new Map() };
}

/** Notes that a segment gets a vertex at `t` (0–1). */
export function cutAt({ cuts }: Segments, segment: number, t: number, vertex: number): void {
  const list = cuts.get(segment);
  if (!list) cuts.set(segment, [{ t, vertex }]);
  else if (!list.some((cut) => cut.vertex === vertex)) list.push({ t, vertex });
}

/** Puts the noted vertices into the lines; the segments are void afterwards. */
export function applyCuts(lines: readonly Line[], { line, at, cuts }: Segments): void {
  const byLine = new Map<number, Map<number, number[]>>();
  for (const [segment, list] of cuts) {
    const positions = byLine.get(line[segment]!) ?? new Map<number, number[]>();
    byLine.set(line[segment]!, positions);
    const sorted = list.toSorted((a, b) => a.t - b.t || a.vertex - b.vertex);
    positions.set(
      at[segment]!,
      sorted.map(({ vertex }) => vertex),
    );
  }
  for (const [l, positions] of byLine) {
    const cut = lines[l]!;
    const all = cut.vertices.flatMap((vertex, v) => [vertex, ...(positions.get(v) ?? [])]);
    cut.vertices = all.filter((vertex, v) => vertex !== all[v - 1]);
  }
}
