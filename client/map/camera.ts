// Where the camera goes, and how much of the frame the cards leave free.

export interface Padding {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface Layout {
  readonly isNarrow: boolean;
  readonly isTableOpen: boolean;
}

/** The room that the cards take at each side, in pixels; the free middle stays at least a fifth of the frame. */
export function paddingFor(width: number, height: number, { isNarrow, isTableOpen }: Layout): Padding {
  const wanted = isNarrow
    ? { top: 116, right: 14, bottom: Math.round(height * 0.38) + 60, left: 14 }
    : { top: 84, right: 432, bottom: isTableOpen ? 352 : 152, left: 128 };
  const shrink = (a: number, b: number, size: number): number => Math.min(1, (size * 0.78) / (a + b));
  const x = shrink(wanted.left, wanted.right, width);
  const y = shrink(wanted.top, wanted.bottom, height);
  return { top: wanted.top * y, right: wanted.right * x, bottom: wanted.bottom * y, left: wanted.left * x };
}

/** Milliseconds of a camera movement. */
export const CAMERA_MS = 480;

export const prefersReducedMotion = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;
