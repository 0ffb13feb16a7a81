// Where the card of a stop stands: beside what it explains, never on it while one side has the room.

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Between the card and what it explains, and between the card and the edge of the window, in pixels. */
const GAP_PX = 14;
const MARGIN_PX = 8;

/** The left upper corner of a card beside `box`: below, else right, left or above, where it fits; else where most is free. */
export function stopPlace(
  box: Box,
  card: Size,
  frame: Size,
): { readonly left: number; readonly top: number } {
  const within = (at: number, size: number, whole: number): number =>
    Math.max(MARGIN_PX, Math.min(at, whole - size - MARGIN_PX));
  const across = within((box.left + box.right - card.width) / 2, card.width, frame.width);
  const along = within((box.top + box.bottom - card.height) / 2, card.height, frame.height);
  const sides = [
    { left: across, top: box.bottom + GAP_PX, spare: frame.height - box.bottom - card.height },
    { left: box.right + GAP_PX, top: along, spare: frame.width - box.right - card.width },
    { left: box.left - GAP_PX - card.width, top: along, spare: box.left - card.width },
    { left: across, top: box.top - GAP_PX - card.height, spare: box.top - card.height },
  ];
  const free =
    sides.find(({ spare }) => spare >= GAP_PX + MARGIN_PX) ??
    sides.reduce((best, side) => (side.spare > best.spare ? side : best));
  return {
    left: within(free.left, card.width, frame.width),
    top: within(free.top, card.height, frame.height),
  };
}
