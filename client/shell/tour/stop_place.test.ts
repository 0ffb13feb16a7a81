import { expect, test } from "vitest";
import { stopPlace } from "./stop_place.ts";
import type { Box, Size } from "./stop_place.ts";

const DESK: Size = { width: 1440, height: 900 };
const PHONE: Size = { width: 360, height: 740 };
const CARD: Size = { width: 320, height: 170 };

const CASES: readonly (readonly [name: string, box: Box, frame: Size])[] = [
  ["the place in the bar", { left: 180, top: 7, right: 700, bottom: 41 }, DESK],
  ["the sentence", { left: 88, top: 64, right: 900, bottom: 125 }, DESK],
  ["the legend, which ends at the foot", { left: 88, top: 137, right: 392, bottom: 820 }, DESK],
  ["the folded legend in the corner", { left: 790, top: 600, right: 1034, bottom: 820 }, DESK],
  ["the card at the right, as high as the window", { left: 1048, top: 64, right: 1424, bottom: 874 }, DESK],
  ["the phone's bar", { left: 0, top: 0, right: 360, bottom: 52 }, PHONE],
  ["the phone's sentence", { left: 8, top: 60, right: 352, bottom: 150 }, PHONE],
  ["the phone's sheet", { left: 0, top: 416, right: 360, bottom: 682 }, PHONE],
];

test.each(CASES)("stands beside %s, inside the window", (_name, box, frame) => {
  const { left, top } = stopPlace(box, CARD, frame);
  const [right, bottom] = [left + CARD.width, top + CARD.height];
  expect(left >= 0 && top >= 0 && right <= frame.width && bottom <= frame.height).toBe(true);
  expect(right <= box.left || left >= box.right || bottom <= box.top || top >= box.bottom).toBe(true);
});

test("takes the side with most room where none has enough", () => {
  const { left, top } = stopPlace({ left: 0, top: 120, right: 360, bottom: 640 }, CARD, PHONE);
  expect(top).toBeLessThan(120);
  expect(left).toBe(20);
});
