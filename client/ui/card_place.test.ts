import fc from "fast-check";
import { expect, it } from "vitest";
import { cardPlace } from "./card_place.ts";

const frame = { width: 1440, height: 900 };
const card = { width: 180, height: 90 };

it("stands above a small area, below it near the upper edge", () => {
  expect(cardPlace({ x: 500, y: 400 }, [480, 380, 520, 420], card, frame)).toEqual({ x: 410, y: 276 });
  expect(cardPlace({ x: 500, y: 60 }, [480, 40, 520, 80], card, frame)).toEqual({ x: 410, y: 94 });
});

it("keeps below what lies over the upper edge of the frame", () => {
  const under = { ...frame, top: 300 };
  expect(cardPlace({ x: 500, y: 400 }, [480, 380, 520, 420], card, under)).toEqual({ x: 410, y: 434 });
});

it("does not move while the pointer moves inside a small area", () => {
  const box = [480, 380, 520, 420];
  expect(cardPlace({ x: 481, y: 381 }, box, card, frame)).toEqual(
    cardPlace({ x: 519, y: 419 }, box, card, frame),
  );
});

it("never leaves the frame and never covers a small area", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1200 }),
      fc.integer({ min: 0, max: 760 }),
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 1, max: 130 }),
      (left, top, width, height) => {
        const box = [left, top, left + width, top + height];
        const { x, y } = cardPlace({ x: left + width / 2, y: top + height / 2 }, box, card, frame);
        expect(x).toBeGreaterThanOrEqual(0);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(x + card.width).toBeLessThanOrEqual(frame.width);
        expect(y + card.height).toBeLessThanOrEqual(frame.height);
        const isApart = x + card.width <= left || x >= box[2]! || y + card.height <= top || y >= box[3]!;
        expect(isApart).toBe(true);
      },
    ),
  );
});
