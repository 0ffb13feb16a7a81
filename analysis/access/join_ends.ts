// Loose ends within the snap distance of another line: joined by a short piece of their own, and listed.

import { lonLatOf, type Line, type Lines } from "./clean_lines.ts";
import { boxAround, nearestOnSegment, metresBetween } from "./metres.ts";
import { placesOf, type Places } from "./places.ts";
import { applyCuts, cutAt, segmentsOf, type Segments } from "./segments.ts";

/** An inner point is taken instead of an end only where it is nearer than this share of the way to the end. */
const INNER_SHARE = 0.5;
/** Nothing farther than this share of its own length is joined to a line that is held at its other end. */
const SPUR_SHARE = 0.7;
/** A line is closed to a ring only where it is so many times longer than the gap. */
const RING_TIMES = 4;

interface Target {
  readonly metres: number;
  readonly vertex: number;
  readonly line: number;
}

interface InnerTarget {
  readonly metres: number;
  readonly segment: number;
  readonly t: number;
}

/** What lies nearest to a loose end: the end of a line, and an inner point of one. */
function targetsOf(
  lines: Lines,
  segments: Segments,
  end: LooseEnd,
): { end: Target | null; inner: InnerTarget | null } {
  const { first: xs, second: ys } = lines.vertices;
  const { snapM } = end;
  const own = lines.lines[end.line]!;
  const [x, y] = [xs[end.vertex]!, ys[end.vertex]!];
  let nearestEnd: Target | null = null;
  let inner: InnerTarget | null = null;
  for (const box of segments.index!.search(...boxAround(x, y, snapM)).sort((a, b) => a - b)) {
    const segment = segments.segmentOfBox[box]!;
    const [l, at] = [segments.line[segment]!, segments.at[segment]!];
    const line = lines.lines[l]!;
    const last = line.vertices.length - 1;
    for (const v of [at, at + 1]) {
      if (v !== 0 && v !== last) continue;
      const vertex = line.vertices[v]!;
      const metres = metresBetween(x, y, xs[vertex]!, ys[vertex]!);
      if (vertex === end.vertex || metres > snapM) continue;
      if (l === end.line && lengthOf(lines, l) < RING_TIMES * metres) continue;
      if (!nearestEnd || metres < nearestEnd.metres) nearestEnd = { metres, vertex, line: l };
    }
    if (l === end.line || (line.grade !== own.grade && !own.isFerry)) continue;
    const [a, b] = [line.vertices[at]!, line.vertices[at + 1]!];
    const { t, metres } = nearestOnSegment(x, y, xs[a]!, ys[a]!, xs[b]!, ys[b]!);
    if (metres <= snapM && (!inner || metres < inner.metres)) inner = { metres, segment, t };
  }
  return { end: nearestEnd, inner };
}

/** Metres of a line. */
function lengthOf({ lines, vertices }: Lines, l: number): number {
  const ids = lines[l]!.vertices;
  let length = 0;
  for (let v = 0; v + 1 < ids.length; v++) {
    const [a, b] = [ids[v]!, ids[v + 1]!];
    length += metresBetween(vertices.first[a]!, vertices.second[a]!, vertices.first[b]!, vertices.second[b]!);
  }
  return length;
}

interface LooseEnd {
  readonly vertex: number;
  readonly line: number;
  /** No target is farther: a short spur is not joined back to the road that it leaves. */
  readonly snapM: number;
}

/** Ends of lines at which nothing else is. */
function looseEnds(all: Lines, { ofLine, uses }: Places, snapM: number): LooseEnd[] {
  return all.lines.flatMap(({ vertices }, line) => {
    const places = ofLine[line]!;
    const last = vertices.length - 1;
    const loose = [0, last].filter((v) => uses[places[v]!] === 1);
    const isSpur = loose.length === 1;
    return loose.map((v) => ({
      vertex: vertices[v]!,
      line,
      snapM: isSpur ? Math.min(snapM, SPUR_SHARE * lengthOf(all, line)) : snapM,
    }));
  });
}

/** Joins every loose end to the nearest end within `snapM` metres, or to the nearest line where that is much nearer. */
export function joinLooseEnds(lines: Lines, snapM: number): void {
  const segments = segmentsOf(lines);
  if (!segments.index || snapM <= 0) return;
  const joined = new Set<string>();
  const added: Line[] = [];
  for (const loose of looseEnds(lines, placesOf(lines), snapM)) {
    const { end, inner } = targetsOf(lines, segments, loose);
    const toEnd = end !== null && (inner === null || inner.metres >= INNER_SHARE * end.metres);
    if (!toEnd && inner === null) continue;
    const target = toEnd ? end : cutTarget(lines, segments, inner!);
    const key = [loose.vertex, target.vertex].sort((a, b) => a - b).join();
    if (loose.vertex === target.vertex || joined.has(key)) continue;
    joined.add(key);
    const [own, other] = [lines.lines[loose.line]!, lines.lines[target.line]!];
    const road = own.isFerry ? other : own;
    added.push({
      road: road.road,
      oneWay: 0,
      vertices: [loose.vertex, target.vertex],
      grade: road.grade,
      isFerry: false,
      isJoin: true,
    });
    lines.findings.push({
      kind: toEnd ? "end_joined_to_end" : "end_joined_to_line",
      road: lines.roads[own.road]!.id,
      other: lines.roads[other.road]!.id,
      at: lonLatOf(lines.vertices, loose.vertex),
      metres: target.metres,
    });
  }
  applyCuts(lines.lines, segments);
  lines.lines.push(...added);
}

/** The vertex that an inner point becomes. */
function cutTarget(lines: Lines, segments: Segments, { metres, segment, t }: InnerTarget): Target {
  const { first: xs, second: ys } = lines.vertices;
  const line = segments.line[segment]!;
  const { vertices } = lines.lines[line]!;
  const [a, b] = [vertices[segments.at[segment]!]!, vertices[segments.at[segment]! + 1]!];
  const vertex = lines.vertices.idOf(
    Math.round(xs[a]! + t * (xs[b]! - xs[a]!)),
    Math.round(ys[a]! + t * (ys[b]! - ys[a]!)),
  );
  if (vertex !== a && vertex !== b) cutAt(segments, segment, t, vertex);
  return { metres, vertex, line };
}
