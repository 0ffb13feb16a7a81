// The next place from a point in one of four directions.

type Point = readonly [x: number, y: number];

/** Direction of each arrow key, in pixels from the top left. */
export const WAYS: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Code of the nearest place within 45° of a direction; null where there is none. */
export function nextThatWay(
  [x, y]: Point,
  [dx, dy]: Point,
  places: readonly { readonly code: string; readonly at: Point }[],
): string | null {
  let [next, least]: [string | null, number] = [null, Infinity];
  for (const { code, at } of places) {
    const [along, across] = [
      (at[0] - x) * dx + (at[1] - y) * dy,
      Math.abs((at[0] - x) * dy) + Math.abs((at[1] - y) * dx),
    ];
    const distance = Math.hypot(along, across);
    if (along > 0 && across <= along && distance < least) [next, least] = [code, distance];
  }
  return next;
}
