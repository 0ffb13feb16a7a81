// Crossings at grade: where two segments cross or touch both get a vertex, unless one passes over the other.

import { lonLatOf, type Lines } from "./clean_lines.ts";
import { nearestOnSegment, scaleAt } from "./metres.ts";
import type { RoadFinding } from "./road.ts";
import { cutAt, type Segments } from "./segments.ts";

/** A vertex that is nearer to a segment than this lies on it. */
const TOUCH_M = 0.1;

interface Ends {
  readonly a: number;
  readonly b: number;
}

/** Position along the segment at which a vertex lies on it, away from its ends; null where it does not. */
function touchOf({ vertices }: Lines, vertex: number, { a, b }: Ends): number | null {
  if (vertex === a || vertex === b) return null;
  const { first: xs, second: ys } = vertices;
  const [px, py] = [xs[vertex]!, ys[vertex]!];
  const { t, metres } = nearestOnSegment(px, py, xs[a]!, ys[a]!, xs[b]!, ys[b]!);
  if (metres > TOUCH_M) return null;
  const scale = scaleAt(py);
  const length = Math.hypot((xs[b]! - xs[a]!) * scale.x, (ys[b]! - ys[a]!) * scale.y);
  return t * length > TOUCH_M && (1 - t) * length > TOUCH_M ? t : null;
}

/**
 * Where two segments cross, both ends of both off the other: s along the first, t along the second. Parallel ones never do.
 *
 *     a ──── s ──── b
 *            │ t
 *            d
 */
function properCrossing({ vertices }: Lines, i: Ends, j: Ends): { s: number; t: number } | null {
  const { first: xs, second: ys } = vertices;
  const [ax, ay] = [xs[i.a]!, ys[i.a]!];
  const [rx, ry] = [xs[i.b]! - ax, ys[i.b]! - ay];
  const [cx, cy] = [xs[j.a]!, ys[j.a]!];
  const [qx, qy] = [xs[j.b]! - cx, ys[j.b]! - cy];
  const cross = rx * qy - ry * qx;
  if (cross === 0) return null;
  const s = ((cx - ax) * qy - (cy - ay) * qx) / cross;
  const t = ((cx - ax) * ry - (cy - ay) * rx) / cross;
  return s > 0 && s < 1 && t > 0 && t < 1 ? { s, t } : null;
}

/** Cuts every pair of segments that cross or touch at grade, and lists crossings, overpasses and lines that cross themselves. */
export function cutCrossings(lines: Lines, segments: Segments): void {
  const { index, segmentOfBox } = segments;
  if (!index) return;
  const { first: xs, second: ys } = lines.vertices;
  const listed = new Set<string>();
  const margin = Math.ceil(TOUCH_M / scaleAt(0).x) * 2;
  for (const i of segmentOfBox) {
    const { a, b } = endsOf(lines, segments, i);
    const found = index.search(
      Math.min(xs[a]!, xs[b]!) - margin,
      Math.min(ys[a]!, ys[b]!) - margin,
      Math.max(xs[a]!, xs[b]!) + margin,
      Math.max(ys[a]!, ys[b]!) + margin,
      (box) => segmentOfBox[box]! > i,
    );
    for (const box of found.sort((p, q) => p - q)) cutPair(lines, segments, i, segmentOfBox[box]!, listed);
  }
}

function endsOf({ lines }: Lines, { line, at }: Segments, segment: number): Ends {
  const { vertices } = lines[line[segment]!]!;
  return { a: vertices[at[segment]!]!, b: vertices[at[segment]! + 1]! };
}

function cutPair(lines: Lines, segments: Segments, i: number, j: number, listed: Set<string>): void {
  const [first, second] = [endsOf(lines, segments, i), endsOf(lines, segments, j)];
  const [lineI, lineJ] = [lines.lines[segments.line[i]!]!, lines.lines[segments.line[j]!]!];
  const isAtGrade = lineI.grade === lineJ.grade;
  if (isAtGrade) {
    let touches = false;
    const touch = (segment: number, ends: Ends, vertex: number): void => {
      const t = touchOf(lines, vertex, ends);
      if (t === null) return;
      cutAt(segments, segment, t, vertex);
      touches = true;
    };
    touch(i, first, second.a);
    touch(i, first, second.b);
    touch(j, second, first.a);
    touch(j, second, first.b);
    if (touches) return;
  }
  if (first.a === second.a || first.a === second.b || first.b === second.a || first.b === second.b) return;
  const crossing = properCrossing(lines, first, second);
  if (!crossing) return;
  const { first: xs, second: ys } = lines.vertices;
  const [x, y] = [
    Math.round(xs[first.a]! + crossing.s * (xs[first.b]! - xs[first.a]!)),
    Math.round(ys[first.a]! + crossing.s * (ys[first.b]! - ys[first.a]!)),
  ];
  const vertex = lines.vertices.idOf(x, y);
  if (isAtGrade) {
    cutAt(segments, i, crossing.s, vertex);
    cutAt(segments, j, crossing.t, vertex);
  }
  const kind = !isAtGrade ? "overpass" : lineI === lineJ ? "self_crossing" : "crossing";
  list(lines, listed, kind, lineI.road, lineJ.road, vertex);
}

function list(
  { roads, vertices, findings }: Lines,
  listed: Set<string>,
  kind: RoadFinding["kind"],
  road: number,
  other: number,
  vertex: number,
): void {
  const key = `${kind}:${road}:${other}:${vertex}`;
  if (listed.has(key)) return;
  listed.add(key);
  findings.push({
    kind,
    road: roads[road]!.id,
    other: road === other ? null : roads[other]!.id,
    at: lonLatOf(vertices, vertex),
    metres: null,
  });
}
