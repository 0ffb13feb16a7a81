// Randomness without state: every draw is a hash of the seed and of what it is drawn for.

/** Mixes `key` into `state` and gives an unsigned 32-bit hash; chain it for several keys. */
export function mix(state: number, key: number): number {
  let hash = Math.imul(state ^ Math.imul(key | 0, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0xc2b2ae35);
  hash ^= hash >>> 13;
  hash = Math.imul(hash + 0x6d2b79f5, 0x27d4eb2f);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A number in [0, 1) for the keys `a` and `b` under `seed`. */
export const uniform = (seed: number, a: number, b = 0): number => mix(mix(seed, a), b) / 2 ** 32;

/** A bell-shaped number with mean 0 and standard deviation 1, within ±3: the sum of three uniform ones. */
export function bell(seed: number, a: number, b = 0): number {
  const first = mix(mix(seed, a), b);
  const second = mix(first, 1);
  return ((first + second + mix(second, 2)) / 2 ** 32 - 1.5) * 2;
}

/** Turns log-odds into a share, 0 to 1. */
export const logistic = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** About `share` (held within 0 and 1) of `whole` as a whole number; `draw` in [0, 1) decides the rounding. */
export const portion = (whole: number, share: number, draw: number): number =>
  Math.min(whole, Math.floor(whole * Math.min(1, Math.max(0, share)) + draw));

/** The numbers 0 to `length` − 1 in random order. */
export function shuffled(seed: number, length: number): Uint32Array {
  const order = Uint32Array.from({ length }, (_, index) => index);
  for (let last = length - 1; last > 0; last--) {
    const other = Math.floor(uniform(seed, last) * (last + 1));
    const kept = order[last]!;
    order[last] = order[other]!;
    order[other] = kept;
  }
  return order;
}
