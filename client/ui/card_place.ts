// Where the hover card goes: beside the area, so that it never covers the area.

/** What a card must stay inside, from `top` down. */
export interface Frame extends Size {
  readonly top?: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Space between the area (or the pointer) and the card, in pixels. */
const GAP = 14;
const MARGIN = 8;
/** An area wider or higher than this cannot be stepped around; the card then keeps off the pointer. */
const LARGE = 260;

/**
 * The left upper corner of a card, inside `frame`. `box` is the area on the screen as [left, top, right, bottom];
 * the card stands above it, else below, else beside the pointer.
 */
export function cardPlace(
  point: { readonly x: number; readonly y: number },
  box: readonly number[] | null,
  card: Size,
  frame: Frame,
): { x: number; y: number } {
  const highest = (frame.top ?? 0) + MARGIN;
  const [left, top, right, bottom] = box ?? [point.x, point.y, point.x, point.y];
  const isLarge = right! - left! > LARGE || bottom! - top! > LARGE;
  const around = isLarge ? [point.x, point.y - 6, point.x, point.y + 18] : [left!, top!, right!, bottom!];
  const clampX = (x: number): number => Math.max(MARGIN, Math.min(x, frame.width - card.width - MARGIN));
  const clampY = (y: number): number => Math.max(highest, Math.min(y, frame.height - card.height - MARGIN));
  const middle = (around[0]! + around[2]!) / 2 - card.width / 2;
  const above = around[1]! - GAP - card.height;
  if (above >= highest) return { x: clampX(middle), y: above };
  const below = around[3]! + GAP;
  if (below + card.height + MARGIN <= frame.height) return { x: clampX(middle), y: below };
  const isRightFree = around[2]! + GAP + card.width + MARGIN <= frame.width;
  return { x: isRightFree ? around[2]! + GAP : clampX(around[0]! - GAP - card.width), y: clampY(point.y) };
}
