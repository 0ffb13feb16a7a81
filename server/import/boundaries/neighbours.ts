// Looks for gaps and overlaps between the areas of a level. Clean neighbours run the same edge in opposite directions.

import type { Position } from "geojson";
import type { Database } from "#sql/connect";
import { decodeWkb } from "#sql/wkb";
import { doubledArea } from "#tiles/ring";
import { VertexIndex } from "#tiles/vertices";
import type { Area } from "./areas.ts";
import { bboxOf } from "./bbox.ts";
import type { FindingLog } from "#server/import/findings/finding_log";
import { isGeometryFailure } from "./repair_geometry.ts";

/** A hole in the outline of a level is a gap when it is smaller than this share of the median area, else an enclave. */
const GAP_SHARE = 0.01;
/** Depth in degrees (about a millimetre) from which on two crossing edges are no rounding. */
const DEPTH = 1e-8;
/** Pairs of areas that are measured in one level; what is beyond is counted as it is. */
const MAX_PAIRS = 20_000;
const PAIRS_PER_QUERY = 200;
/** Gaps and overlaps below this are rounding. */
const MIN_SQUARE_METRES = 1;
/** Vertices of a level; keeps an edge's key below 2^53. */
const KEY_BASE = 2 ** 26;

/** An edge without a twin, from vertex to vertex, with the area at its left. */
interface Edge {
  readonly from: number;
  readonly to: number;
  readonly area: number;
}

interface Gap {
  readonly area: Area;
  /** Square degrees. */
  readonly size: number;
  readonly at: readonly [number, number];
}

const cross = (o: Position, a: Position, b: Position): number =>
  (a[0]! - o[0]!) * (b[1]! - o[1]!) - (a[1]! - o[1]!) * (b[0]! - o[0]!);

/** Every pair of two different numbers once. */
class Pairs {
  readonly all = new Set<string>();
  add(a: number, b: number): void {
    if (a !== b && this.all.size < MAX_PAIRS) this.all.add(a < b ? `${a} ${b}` : `${b} ${a}`);
  }
}

/** Cancels the edges that neighbours share; returns those left over and the pairs that run an edge in the same direction. */
function matchEdges(areas: readonly Area[]): {
  vertices: VertexIndex;
  open: Edge[];
  pairs: Pairs;
  sizes: number[];
} {
  const vertices = new VertexIndex();
  const waiting = new Map<number, Edge>();
  const rest: Edge[] = [];
  const pairs = new Pairs();
  const sizes: number[] = [];
  for (const [index, { wkb }] of areas.entries()) {
    if (!wkb) continue;
    let size = 0;
    for (const polygon of decodeWkb(wkb).coordinates)
      for (const [r, ring] of polygon.entries()) {
        const area = doubledArea(ring) / 2;
        size += r === 0 ? Math.abs(area) : -Math.abs(area);
        const turns = area > 0 !== (r === 0);
        const ids = ring.map(([x, y]) => vertices.add(x!, y!));
        if (turns) ids.reverse();
        for (let i = 0; i + 1 < ids.length; i++) {
          const [from, to] = [ids[i]!, ids[i + 1]!];
          if (from === to) continue;
          const key = from < to ? from * KEY_BASE + to : to * KEY_BASE + from;
          const twin = waiting.get(key);
          if (!twin) waiting.set(key, { from, to, area: index });
          else if (twin.from === to) waiting.delete(key);
          else {
            pairs.add(twin.area, index);
            rest.push({ from, to, area: index });
          }
        }
      }
    sizes.push(size);
  }
  return { vertices, open: [...waiting.values(), ...rest], pairs, sizes };
}

/** Joins open edges to rings and returns those that run clockwise: holes in the outline of the level. */
function holes(vertices: VertexIndex, open: readonly Edge[]): { edge: Edge; size: number }[] {
  const { x, y } = vertices;
  const leaving = new Map<number, Edge[]>();
  for (const edge of open) {
    const others = leaving.get(edge.from);
    if (others) others.push(edge);
    else leaving.set(edge.from, [edge]);
  }
  const angle = (edge: Edge): number => Math.atan2(y[edge.to]! - y[edge.from]!, x[edge.to]! - x[edge.from]!);
  const found: { edge: Edge; size: number }[] = [];
  const used = new Set<Edge>();
  for (const start of open) {
    if (used.has(start)) continue;
    const ring: Position[] = [];
    const beside = new Set<number>();
    for (let edge: Edge | undefined = start; edge && !used.has(edge);) {
      used.add(edge);
      beside.add(edge.area);
      ring.push([x[edge.from]!, y[edge.from]!]);
      const back = angle({ from: edge.to, to: edge.from, area: 0 });
      // where outlines touch, the leftmost turn keeps the open space at the right in one piece
      const turn = (next: Edge): number => (back - angle(next) + 4 * Math.PI) % (2 * Math.PI) || 2 * Math.PI;
      const nexts: Edge[] = (leaving.get(edge.to) ?? []).filter((next) => !used.has(next));
      edge = nexts.sort((a, b) => turn(b) - turn(a))[0];
    }
    const size = ring.length < 3 ? 0 : doubledArea(ring) / 2;
    // a hole beside one area only is its own: a lake, an enclave
    if (size < 0 && beside.size > 1) found.push({ edge: start, size: -size });
  }
  return found;
}

/** Adds the pairs of areas whose open edges cross each other by more than rounding. */
function crossings(vertices: VertexIndex, open: readonly Edge[], pairs: Pairs): void {
  const at = (vertex: number): [number, number] => [vertices.x[vertex]!, vertices.y[vertex]!];
  const length = (edge: Edge): number =>
    Math.max(...at(edge.from).map((value, axis) => Math.abs(value - at(edge.to)[axis]!)));
  const cell = Math.max(
    1e-9,
    (4 * open.reduce((sum, edge) => sum + length(edge), 0)) / Math.max(1, open.length),
  );
  const grid = new Map<string, Edge[]>();
  const isBeyond = (edge: Edge, point: [number, number]): number => {
    const [a, b] = [at(edge.from), at(edge.to)];
    const depth = cross(a, b, point) / Math.hypot(b[0] - a[0], b[1] - a[1]);
    return Math.abs(depth) > DEPTH ? Math.sign(depth) : 0;
  };
  for (const edge of open) {
    const [a, b] = [at(edge.from), at(edge.to)];
    const low = [0, 1].map((axis) => Math.floor(Math.min(a[axis]!, b[axis]!) / cell));
    const high = [0, 1].map((axis) => Math.floor(Math.max(a[axis]!, b[axis]!) / cell));
    for (let i = low[0]!; i <= high[0]!; i++)
      for (let j = low[1]!; j <= high[1]!; j++) {
        const key = `${i} ${j}`;
        const others = grid.get(key);
        if (!others) {
          grid.set(key, [edge]);
          continue;
        }
        for (const other of others)
          if (
            other.area !== edge.area &&
            isBeyond(other, a) * isBeyond(other, b) < 0 &&
            isBeyond(edge, at(other.from)) * isBeyond(edge, at(other.to)) < 0
          )
            pairs.add(edge.area, other.area);
        others.push(edge);
      }
  }
}

/** Adds the pairs of which one shares no edge at all and lies in the bounding box of the other: it may be inside. */
function enclosed(areas: readonly Area[], vertices: VertexIndex, open: readonly Edge[], pairs: Pairs): void {
  const boxes = areas.map(({ wkb }) => wkb && bboxOf(decodeWkb(wkb)));
  const openCount = new Map<number, number>();
  for (const edge of open) openCount.set(edge.area, (openCount.get(edge.area) ?? 0) + 1);
  for (const [index, count] of openCount) {
    const wkb = areas[index]!.wkb!;
    const total = decodeWkb(wkb)
      .coordinates.flat()
      .reduce((sum, ring) => sum + ring.length - 1, 0);
    if (count < total) continue;
    const [west, south, east, north] = boxes[index]!;
    for (const [other, box] of boxes.entries())
      if (box && box[0] < west && box[1] < south && box[2] > east && box[3] > north) pairs.add(index, other);
  }
}

interface Overlap {
  readonly a: Area;
  readonly b: Area;
  readonly squareMetres: number;
}

/** Measures what pairs share, on a grid of 0.1 mm; a pair on which PostGIS fails is found by halving and left out. */
async function measure(
  pairs: readonly (readonly [Area, Area])[],
  database: Pick<Database, "pool">,
): Promise<Overlap[]> {
  if (pairs.length > PAIRS_PER_QUERY) {
    const found: Overlap[] = [];
    for (let start = 0; start < pairs.length; start += PAIRS_PER_QUERY)
      found.push(...(await measure(pairs.slice(start, start + PAIRS_PER_QUERY), database)));
    return found;
  }
  try {
    const { rows } = await database.pool.query<{ i: number; size: number }>(
      `select i::int, st_area(geography(st_intersection(st_geomfromwkb(a, 4326), st_geomfromwkb(b, 4326), 1e-9))) as size
       from unnest($1::bytea[], $2::bytea[]) with ordinality as pair (a, b, i)`,
      [pairs.map(([a]) => a.wkb), pairs.map(([, b]) => b.wkb)],
    );
    return rows
      .filter(({ size }) => size >= MIN_SQUARE_METRES)
      .map(({ i, size }) => ({ a: pairs[i - 1]![0], b: pairs[i - 1]![1], squareMetres: size }));
  } catch (error) {
    if (!isGeometryFailure(error)) throw error;
    if (pairs.length === 1) return [];
    const half = pairs.length >> 1;
    return [
      ...(await measure(pairs.slice(0, half), database)),
      ...(await measure(pairs.slice(half), database)),
    ];
  }
}

function byParent<T>(items: readonly T[], areaOf: (item: T) => Area): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const parent = areaOf(item).parentCode ?? "";
    const group = groups.get(parent);
    if (group) group.push(item);
    else groups.set(parent, [item]);
  }
  return groups;
}

const within = (parent: string): string => (parent === "" ? "" : ` below "${parent}"`);

/**
 * Reports gaps (small holes that neighbours leave between them) and overlaps of a level's valid polygons: one finding per
 * parent and kind, with the count and the worst one. Changes nothing.
 */
export async function checkNeighbours(
  level: string,
  areas: readonly Area[],
  database: Pick<Database, "pool">,
  log: FindingLog,
): Promise<void> {
  const { vertices, open, pairs, sizes } = matchEdges(areas);
  const median = sizes.sort((a, b) => a - b)[sizes.length >> 1] ?? 0;
  const gaps = holes(vertices, open)
    .filter(({ size }) => size < GAP_SHARE * median)
    .map(({ edge, size }): Gap => ({
      area: areas[edge.area]!,
      size,
      at: [vertices.x[edge.from]!, vertices.y[edge.from]!],
    }));
  const toMetres = (gap: Gap): number => gap.size * 111_320 ** 2 * Math.cos((gap.at[1] * Math.PI) / 180);
  const visible = gaps.filter((gap) => toMetres(gap) >= MIN_SQUARE_METRES);
  for (const [parent, group] of byParent(visible, (gap) => gap.area)) {
    const worst = group.reduce((a, b) => (toMetres(b) > toMetres(a) ? b : a));
    log.add({
      severity: "warning",
      rule: "gap",
      file: worst.area.file,
      row: worst.area.row,
      value: worst.area.code,
      message: `level ${level}: ${group.length} gaps between areas${within(parent)}, the largest has ${Math.round(toMetres(worst))} m² beside "${worst.area.code}" at ${worst.at.map((value) => value.toFixed(5)).join(", ")}`,
      action: "left as they are",
    });
  }
  crossings(vertices, open, pairs);
  enclosed(areas, vertices, open, pairs);
  const overlaps = await measure(
    [...pairs.all].map((pair) => pair.split(" ").map((index) => areas[Number(index)]!) as [Area, Area]),
    database,
  );
  for (const [parent, group] of byParent(overlaps, (overlap) => overlap.a)) {
    const worst = group.reduce((a, b) => (b.squareMetres > a.squareMetres ? b : a));
    log.add({
      severity: "warning",
      rule: "overlap",
      file: worst.a.file,
      row: worst.a.row,
      value: worst.a.code,
      message: `level ${level}: ${group.length} overlaps between areas${within(parent)}, the largest has ${Math.round(worst.squareMetres)} m² of "${worst.a.code}" and "${worst.b.code}"`,
      action: "left as they are",
    });
  }
}
