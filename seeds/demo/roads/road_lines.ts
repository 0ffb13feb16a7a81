// From laid steps to lines: each from one junction, end or change of road to the next, rounded off in between.

import type { RoadInput } from "#domain/things";
import type { Text } from "#domain/text";
import type { Land } from "#seeds/demo/land";
import type { Places } from "#seeds/demo/places";
import { networkOf, type LaidRoad, type Network } from "./network.ts";

/** Times that corners are cut (Chaikin 1974). */
const ROUNDINGS = 2;
/** Coordinates to about a decimetre. */
const DIGITS = 1e6;

/** The roads of `land`, pieces that meet at their ends. */
export function roadLines(land: Land, places: Places): RoadInput[] {
  const network = networkOf(land);
  const names = network.roads.map((road) => nameOf(land, places, road));
  return chains(network).map(({ nodes, road }) => {
    const { roadClass, surface } = network.roads[road]!;
    return {
      roadClass,
      surface,
      names: names[road]!,
      line: lineOf(land, network, nodes, roadClass === "ferry" ? 0 : ROUNDINGS),
      speedKmh: null,
      oneWay: "both",
      level: 0,
      opened: null,
      closed: null,
    };
  });
}

/** Roads above the village are called after both ends. */
function nameOf({ regions }: Land, places: Places, { from, to, roadClass }: LaidRoad): Text {
  if (roadClass === "village_road" || roadClass === "footpath" || roadClass === "ferry") return {};
  const level = roadClass === "national" ? 1 : roadClass === "county" ? 2 : 3;
  const stems = [from, to].map((cell) => {
    const township = regions.townshipOf[cell]!;
    const { zh, en } = places.regions[level]![level === 3 ? township : places.regionOf(level, cell)]!.names;
    return { zh: zh!.replace(/(街道|[市县区镇乡])$/, ""), en: en!.replace(/ \S+$/, "") };
  });
  return {
    zh: `${stems[0]!.zh}至${stems[1]!.zh}公路`,
    en: `${stems[0]!.en}–${stems[1]!.en} Road`,
  };
}

interface Chain {
  readonly nodes: readonly number[];
  readonly road: number;
}

/** Steps of one road, joined where nothing else meets them. */
function chains({ roadOf, lattice }: Network): Chain[] {
  const count = lattice.x.length;
  const around = new Map<number, { to: number; road: number }[]>();
  const add = (from: number, to: number, road: number): void => {
    const steps = around.get(from);
    if (steps) steps.push({ to, road });
    else around.set(from, [{ to, road }]);
  };
  for (const [key, road] of roadOf) {
    add(Math.floor(key / count), key % count, road);
    add(key % count, Math.floor(key / count), road);
  }
  const isSite = new Set(lattice.nodeOf);
  const ends = (node: number): boolean => {
    const steps = around.get(node)!;
    return steps.length !== 2 || steps[0]!.road !== steps[1]!.road || isSite.has(node);
  };
  const taken = new Set<number>();
  const keyOf = (a: number, b: number): number => Math.min(a, b) * count + Math.max(a, b);
  const found: Chain[] = [];
  const follow = (first: number, step: { to: number; road: number }): void => {
    if (taken.has(keyOf(first, step.to))) return;
    const nodes = [first];
    let [at, next] = [first, step.to];
    for (;;) {
      taken.add(keyOf(at, next));
      nodes.push(next);
      if (ends(next) || next === first) break;
      const on = around.get(next)!.find(({ to }) => to !== at)!;
      [at, next] = [next, on.to];
    }
    found.push({ nodes, road: step.road });
  };
  for (const [node, steps] of around) if (ends(node)) for (const step of steps) follow(node, step);
  // What is left are rings that nothing meets.
  for (const [node, steps] of around) for (const step of steps) follow(node, step);
  return found;
}

function lineOf(
  { project }: Land,
  { lattice }: Network,
  nodes: readonly number[],
  roundings: number,
): [number, number][] {
  let points = nodes.map((node): [number, number] => [lattice.x[node]!, lattice.y[node]!]);
  for (let time = 0; time < roundings; time++) points = rounded(points);
  const line: [number, number][] = [];
  for (const [x, y] of points) {
    const [lon, lat] = project(x, y).map((degrees) => Math.round(degrees * DIGITS) / DIGITS);
    const last = line.at(-1);
    if (!last || last[0] !== lon || last[1] !== lat) line.push([lon!, lat!]);
  }
  return line;
}

/** Cuts the corners of a line off; its ends stay. */
function rounded(points: readonly [number, number][]): [number, number][] {
  const cut: [number, number][] = [points[0]!];
  for (let at = 1; at + 1 < points.length; at++) {
    const [before, here, after] = [points[at - 1]!, points[at]!, points[at + 1]!];
    for (const other of [before, after])
      cut.push([0.75 * here[0] + 0.25 * other[0], 0.75 * here[1] + 0.25 * other[1]]);
  }
  cut.push(points.at(-1)!);
  return cut;
}
