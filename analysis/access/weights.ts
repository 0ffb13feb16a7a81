// Weights of distance for floating catchments: how much a facility at so many minutes counts.

/** Weight (0 or more) of so many minutes. */
export type Weight = (minutes: number) => number;

/** `[minutes, weight]`: the weight up to and with so many minutes, beyond the zone before. */
export type Zone = readonly [number, number];

/** Luo & Qi 2009, Health & Place 15:1100–1107. */
export const E2SFCA_ZONES: readonly Zone[] = [
  [10, 1],
  [20, 0.68],
  [30, 0.22],
];

/** Wan, Zou & Sternberg 2012, IJGIS 26:1073–1089. */
export const THREE_STEP_ZONES: readonly Zone[] = [
  [10, 0.962],
  [20, 0.704],
  [30, 0.377],
  [60, 0.042],
];

/** 1 up to and with the catchment's minutes, 0 beyond. */
export const binaryWeight =
  (catchment: number): Weight =>
  (minutes) =>
    minutes <= catchment ? 1 : 0;

/** The weight of the first zone that holds the minutes; zones rise in minutes; 0 beyond the last. */
export const stepWeight =
  (zones: readonly Zone[]): Weight =>
  (minutes) =>
    zones.find(([end]) => minutes <= end)?.[1] ?? 0;

/** exp(−½ (t/σ)²), without a bound. */
export const gaussianWeight =
  (sigma: number): Weight =>
  (minutes) =>
    Math.exp(-0.5 * (minutes / sigma) ** 2);

/** (exp(−½ (t/t₀)²) − exp(−½)) / (1 − exp(−½)): 1 at 0, 0 from the catchment on (Dai 2010). */
export const boundedGaussianWeight =
  (catchment: number): Weight =>
  (minutes) =>
    minutes >= catchment
      ? 0
      : (Math.exp(-0.5 * (minutes / catchment) ** 2) - Math.exp(-0.5)) / (1 - Math.exp(-0.5));

/** (t / scale)^exponent, where minutes below `least` count as `least`. */
export const gravityWeight =
  (scale: number, exponent: number, least: number): Weight =>
  (minutes) =>
    (Math.max(minutes, least) / scale) ** exponent;
