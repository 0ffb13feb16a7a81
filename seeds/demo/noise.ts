// Smooth random fields over the plane: the raw material of land, mountains and regional differences.

import { mix } from "./random.ts";

const ease = (t: number) => t * t * (3 - 2 * t);

/** Value noise with one feature per unit of length, in [-1, 1]. */
function noise(seed: number, x: number, y: number): number {
  const column = Math.floor(x);
  const row = Math.floor(y);
  const across = ease(x - column);
  const up = ease(y - row);
  const west = mix(seed, column);
  const east = mix(seed, column + 1);
  const south = mix(west, row) * (1 - across) + mix(east, row) * across;
  const north = mix(west, row + 1) * (1 - across) + mix(east, row + 1) * across;
  return (south * (1 - up) + north * up) / 2 ** 31 - 1;
}

/** Half the size, and turned by atan(3/4), so that the lattices of the octaves do not line up. */
const finer = (x: number, y: number): [number, number] => [1.6 * x - 1.2 * y, 1.2 * x + 1.6 * y];

/** Sum of octaves, each twice as fine and half as strong as the one before, in about [-1, 1]. */
export function fractal(seed: number, x: number, y: number, octaves: number): number {
  let sum = 0;
  let strength = 0.5;
  [x, y] = finer(x / 2, y / 2);
  for (let octave = 0; octave < octaves; octave++) {
    sum += strength * noise(seed + octave, x + 17 * octave, y - 31 * octave);
    [x, y] = finer(x, y);
    strength /= 2;
  }
  return sum;
}

/** Fractal noise folded at zero, so that it has sharp crests, in about [0, 1]. */
export function ridged(seed: number, x: number, y: number, octaves: number): number {
  let sum = 0;
  let strength = 0.5;
  [x, y] = finer(x / 2, y / 2);
  for (let octave = 0; octave < octaves; octave++) {
    sum += strength * (1 - Math.abs(noise(seed + octave, x + 23 * octave, y + 7 * octave))) ** 2;
    [x, y] = finer(x, y);
    strength /= 2;
  }
  return sum;
}
