// Where names stand on a small map: the worst ones first, none over another.

export interface LabelWish {
  readonly code: string;
  readonly name: string;
  /** Under the name; null for none. */
  readonly second: string | null;
  /** [x, y] of the middle of the name, in pixels. */
  readonly at: readonly [number, number];
  /** Smaller ones choose first. */
  readonly order: number;
}

export interface PlacedLabel extends LabelWish {
  /** Baseline of the first line. */
  readonly x: number;
  readonly y: number;
}

/** Pixels of type on the map, and from line to line. */
export const LABEL_PX = 12;
export const LINE_PX = 14;

/** Shifts that are tried, in heights of the label. */
const SHIFTS: readonly (readonly [number, number])[] = [
  [0, 0],
  [0, -0.6],
  [0, 0.6],
  [-0.7, 0],
  [0.7, 0],
  [0, -1.1],
  [0, 1.1],
  [0, -1.7],
  [0, 1.7],
];

/** Width of a text in pixels: a Chinese character is as wide as it is high, a Latin one about half. */
export const textWidth = (text: string): number =>
  [...text].reduce((sum, char) => sum + (/[⺀-鿿＀-￯]/u.test(char) ? 1 : 0.58), 0) * LABEL_PX;

interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const PAD = 2;
const meets = (a: Rect, b: Rect): boolean =>
  a.left < b.right + PAD && b.left < a.right + PAD && a.top < b.bottom + PAD && b.top < a.bottom + PAD;

/** Places as many labels as have room inside a drawing; one that has none is left out. */
export function placeLabels(
  wishes: readonly LabelWish[],
  { width, height }: { readonly width: number; readonly height: number },
  blocked: readonly Rect[] = [],
): PlacedLabel[] {
  const taken = [...blocked];
  return [...wishes]
    .sort((a, b) => a.order - b.order)
    .flatMap((wish): PlacedLabel[] => {
      const lines = wish.second === null ? 1 : 2;
      const half = Math.max(textWidth(wish.name), textWidth(wish.second ?? "")) / 2;
      const tall = lines * LINE_PX;
      for (const [right, down] of SHIFTS) {
        const x = wish.at[0] + right * half;
        const top = wish.at[1] - tall / 2 + down * tall;
        const rect = { left: x - half, top, right: x + half, bottom: top + tall };
        const isInside = rect.left >= 0 && rect.top >= 0 && rect.right <= width && rect.bottom <= height;
        if (!isInside || taken.some((other) => meets(rect, other))) continue;
        taken.push(rect);
        return [{ ...wish, x, y: top + LABEL_PX }];
      }
      return [];
    });
}
