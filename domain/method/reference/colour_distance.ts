// Distance of colours, for normal sight and for simulated colour blindness: what the palette check measures with.
// CIE76 in CIELAB (D65); dichromacy by Machado, Oliveira & Fernandes (2009), severity 1, applied in linear sRGB.

import { linearRgb, luminance } from "#domain/colour";

type Triple = readonly [number, number, number];

export const SIGHTS = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;
export type Sight = keyof typeof SIGHTS;

function apply(m: readonly number[], [r, g, b]: Triple): Triple {
  const row = (i: number): number => m[i]! * r + m[i + 1]! * g + m[i + 2]! * b;
  return [row(0), row(3), row(6)];
}

const within = (part: number): number => Math.min(1, Math.max(0, part));
const clamp = ([r, g, b]: Triple): Triple => [within(r), within(g), within(b)];

function lab(rgb: Triple): Triple {
  const [x, y, z] = apply(
    [0.4124564, 0.3575761, 0.1804375, 0.2126729, 0.7151522, 0.072175, 0.0193339, 0.119192, 0.9503041],
    rgb,
  );
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const [fx, fy, fz] = [f(x / 0.95047), f(y), f(z / 1.08883)];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

/** CIE76 distance of two #rrggbb colours as somebody with the given sight sees them; 10 is clearly apart. */
export function colourDistance(a: string, b: string, sight: Sight = "normal"): number {
  const [p, q] = [a, b].map((hex) => lab(clamp(apply(SIGHTS[sight], linearRgb(hex)))));
  return Math.hypot(p![0] - q![0], p![1] - q![1], p![2] - q![2]);
}

/** Contrast ratio 1–21 (WCAG 2). */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
