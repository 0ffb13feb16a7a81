// From cells to townships, counties, prefectures and provinces: connected, nested, numbered in the order of their codes.

import type { Mesh } from "./mesh.ts";
import { type Graph, graphOfRegions, spread } from "./graph.ts";
import { bell, mix, shuffled } from "./random.ts";
import type { Size } from "./size.ts";

export interface Regions {
  /** Region of the level above, by region; children of one parent have consecutive numbers. */
  readonly provinceOf: Uint32Array;
  readonly prefectureOf: Uint32Array;
  readonly countyOf: Uint32Array;
  /** By cell. */
  readonly townshipOf: Uint32Array;
  /** Cell of the county town, by county; the first county of a prefecture is its seat. */
  readonly townOf: Uint32Array;
}

const ROUNDS = 4;
const TRIES = 12;
/** Standard deviation, over provinces, of the logarithm of how many villages make a township. */
const TOWNSHIP_SPREAD = 0.5;

/** Grows counties around `towns` (cells), groups them upwards and divides them into townships. */
export function growRegions(seed: number, mesh: Mesh, graph: Graph, towns: Uint32Array, size: Size): Regions {
  const { cells, sites } = mesh;
  const x = sites.filter((_, at) => at < 2 * cells && at % 2 === 0);
  const y = sites.filter((_, at) => at < 2 * cells && at % 2 === 1);
  const county = spread(graph, towns).source;
  const counties = graphOfRegions(graph, county, towns.length);
  const countyX = Float64Array.from(towns, (town) => x[town]!);
  const countyY = Float64Array.from(towns, (town) => y[town]!);
  const villagesOf = countsOf(county, towns.length);
  const prefecture = divideEvenly(mix(seed, 1), counties, countyX, countyY, villagesOf, size.prefectures);
  const province = divideEvenly(
    mix(seed, 2),
    graphOfRegions(counties, prefecture.label, size.prefectures),
    Float64Array.from(prefecture.seeds, (seat) => countyX[seat]!),
    Float64Array.from(prefecture.seeds, (seat) => countyY[seat]!),
    countsOf(prefecture.label, size.prefectures, villagesOf),
    size.provinces,
  );
  const prefectureOrder = ordered(province.label, province.seeds);
  const prefectureNumber = inverse(prefectureOrder);
  const countyOrder = ordered(
    prefecture.label.map((old) => prefectureNumber[old]!),
    prefecture.seeds,
  );
  const countyNumber = inverse(countyOrder);
  const countyOfCell = Int32Array.from(county, (old) => countyNumber[old]!);
  const townships = apportion(
    countsOf(countyOfCell, towns.length),
    size.townships,
    Array.from(countyOrder, (old) => townshipsPerVillage(seed, province.label[prefecture.label[old]!]!)),
  );
  const township = divide(mix(seed, 3), graph, x, y, countyOfCell, townships);
  return {
    provinceOf: Uint32Array.from(prefectureOrder, (old) => province.label[old]!),
    prefectureOf: Uint32Array.from(countyOrder, (old) => prefectureNumber[prefecture.label[old]!]!),
    countyOf: Uint32Array.from(township.seeds, (cell) => countyOfCell[cell]!),
    townshipOf: Uint32Array.from(township.label),
    townOf: Uint32Array.from(countyOrder, (old) => towns[old]!),
  };
}

/** How readily a province makes townships, beside others: 1 in the middle. */
const townshipsPerVillage = (seed: number, province: number): number =>
  Math.exp(-TOWNSHIP_SPREAD * bell(mix(seed, 4), province));

/** Divides every group of `within` into `parts[group]` connected regions of about equal size, numbered by group. */
function divide(
  seed: number,
  graph: Graph,
  x: Float64Array,
  y: Float64Array,
  within: Int32Array,
  parts: readonly number[],
): { label: Int32Array; seeds: Uint32Array } {
  const chosen: number[][] = parts.map(() => []);
  for (const place of shuffled(seed, within.length)) {
    const group = chosen[within[place]!]!;
    if (group.length < parts[within[place]!]!) group.push(place);
  }
  const seeds = Uint32Array.from(chosen.flat());
  let label = spread(graph, seeds, within).source;
  for (let round = 0; round < ROUNDS; round++) {
    moveToMiddle(seeds, label, x, y);
    label = spread(graph, seeds, within).source;
  }
  return { label, seeds };
}

/** Divides the whole graph several times and keeps the division whose biggest part is smallest. */
function divideEvenly(
  seed: number,
  graph: Graph,
  x: Float64Array,
  y: Float64Array,
  weight: readonly number[],
  parts: number,
): { label: Int32Array; seeds: Uint32Array } {
  const whole = new Int32Array(weight.length);
  const tries = Array.from({ length: TRIES }, (_, index) => {
    const division = divide(mix(seed, index), graph, x, y, whole, [parts]);
    return { ...division, biggest: Math.max(...countsOf(division.label, parts, weight)) };
  });
  return tries.reduce((best, other) => (other.biggest < best.biggest ? other : best));
}

/** Sums the weights (1 each if none are given) by label. */
function countsOf(label: ArrayLike<number>, labels: number, weight?: readonly number[]): number[] {
  const counts = Array.from({ length: labels }, () => 0);
  for (let place = 0; place < label.length; place++) counts[label[place]!]! += weight?.[place] ?? 1;
  return counts;
}

/** Moves every seed to the place of its region that is nearest to the region's mean position. */
function moveToMiddle(seeds: Uint32Array, label: Int32Array, x: Float64Array, y: Float64Array): void {
  const count = new Uint32Array(seeds.length);
  const meanX = new Float64Array(seeds.length);
  const meanY = new Float64Array(seeds.length);
  label.forEach((region, place) => {
    count[region]!++;
    meanX[region]! += x[place]!;
    meanY[region]! += y[place]!;
  });
  const nearest = new Float64Array(seeds.length).fill(Infinity);
  label.forEach((region, place) => {
    const east = x[place]! - meanX[region]! / count[region]!;
    const north = y[place]! - meanY[region]! / count[region]!;
    const distance = east * east + north * north;
    if (distance >= nearest[region]!) return;
    nearest[region] = distance;
    seeds[region] = place;
  });
}

/** Children sorted by parent, the seat of each parent first. */
function ordered(parentOf: ArrayLike<number>, seats: Uint32Array): Uint32Array {
  const isSeat = new Set(seats);
  return Uint32Array.from({ length: parentOf.length }, (_, child) => child).sort(
    (a, b) => parentOf[a]! - parentOf[b]! || Number(isSeat.has(b)) - Number(isSeat.has(a)) || a - b,
  );
}

function inverse(order: Uint32Array): Uint32Array {
  const number = new Uint32Array(order.length);
  order.forEach((old, index) => (number[old] = index));
  return number;
}

/** Splits `total` in proportion to `shares` times `weights` by largest remainder, at least 1 and at most `shares[i]` each. */
export function apportion(
  shares: readonly number[],
  total: number,
  weights: readonly number[] = shares.map(() => 1),
): number[] {
  const weighted = shares.map((share, index) => share * weights[index]!);
  const all = weighted.reduce((sum, share) => sum + share, 0);
  const exact = weighted.map((share) => (share / all) * total);
  const parts = exact.map((part, index) => Math.min(shares[index]!, Math.max(1, Math.floor(part))));
  let left = total - parts.reduce((sum, part) => sum + part, 0);
  const order = exact.map((_, index) => index);
  while (left !== 0) {
    const by = Math.sign(left);
    order.sort((a, b) => by * (exact[b]! - parts[b]! - (exact[a]! - parts[a]!)) || a - b);
    const index = order.find((index) => (by > 0 ? parts[index]! < shares[index]! : parts[index]! > 1));
    if (index === undefined)
      throw new RangeError(
        `cannot split ${total} among ${shares.length} shares of ${shares.reduce((sum, share) => sum + share, 0)}`,
      );
    parts[index]! += by;
    left -= by;
  }
  return parts;
}
