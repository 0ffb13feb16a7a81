// A made-up country of roads for benchmarks: a jittered grid of crossings whose every second line is a minor road.

import type { LonLat, Road } from "#analysis/access/road";

/** Degrees between two crossings: half a kilometre. */
const STEP = 0.005;
const ORIGIN: LonLat = [105, 26];

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Roads between `side` × `side` crossings; 6 in 100 pieces are missing. */
export function gridOfRoads(side: number): Road[] {
  const random = randomNumbers(7);
  const crossings = Array.from({ length: side * side }, (_, at): LonLat => {
    const jitter = (): number => (random() - 0.5) * 0.5 * STEP;
    return [ORIGIN[0] + (at % side) * STEP + jitter(), ORIGIN[1] + Math.floor(at / side) * STEP + jitter()];
  });
  const roads: Road[] = [];
  const add = (from: number, to: number, line: number): void => {
    if (random() < 0.06) return;
    const roadClass = line % 16 === 0 ? "county" : line % 4 === 0 ? "township" : "village_road";
    const surface = roadClass === "village_road" && random() < 0.5 ? "unpaved" : "paved";
    roads.push({
      id: String(roads.length),
      line: [crossings[from]!, crossings[to]!],
      roadClass,
      surface,
      oneWay: 0,
      speedKmh: null,
      grade: 0,
    });
  };
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      if (x + 1 < side) add(y * side + x, y * side + x + 1, y);
      if (y + 1 < side) add(y * side + x, (y + 1) * side + x, x);
    }
  return roads;
}

/** Points spread evenly at random over the grid. */
export function scatteredPoints(count: number, side: number, seed: number): LonLat[] {
  const random = randomNumbers(seed);
  return Array.from({ length: count }, () => [
    ORIGIN[0] + random() * (side - 1) * STEP,
    ORIGIN[1] + random() * (side - 1) * STEP,
  ]);
}
