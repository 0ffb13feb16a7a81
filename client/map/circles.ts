// Counts as circles: area proportional to the value.

/** Radius of the largest circle in pixels: the more circles, the smaller. */
export const largestRadiusPx = (count: number): number => (count <= 40 ? 34 : count <= 400 ? 20 : 10);

/** Radius in pixels of a circle whose area is to the largest one's as `value` is to `max`; 0 for nothing. */
export function radiusPx(value: number, max: number, largestPx: number): number {
  return max > 0 && value > 0 ? largestPx * Math.sqrt(value / max) : 0;
}

/** Two or three round values for the nested circles of a legend, largest first. */
export function roundSizes(max: number): number[] {
  if (max <= 0) return [];
  const power = 10 ** Math.floor(Math.log10(max));
  const top = [5, 2, 1].map((step) => step * power).find((size) => size <= max)!;
  const sizes = [top, top / 4, top / 20].map((size) => (size >= 10 ? Number(size.toPrecision(1)) : size));
  return [...new Set(sizes)].filter((size) => size >= 1 || size === top);
}
