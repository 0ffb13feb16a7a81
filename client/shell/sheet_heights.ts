// The three heights of the sheet.

export const HEIGHTS = ["peek", "half", "full"] as const;
export type Height = (typeof HEIGHTS)[number];

/** Share of the screen that each height takes, as in `sheet.css`. */
const SHARES: Readonly<Record<Height, number>> = { peek: 0.13, half: 0.36, full: 0.72 };

/** The height that is nearest to where the sheet was let go, in pixels. */
export function nearestHeight(draggedPx: number, screenPx: number): Height {
  const share = draggedPx / screenPx;
  return HEIGHTS.reduce((best, height) =>
    Math.abs(SHARES[height] - share) < Math.abs(SHARES[best] - share) ? height : best,
  );
}
