// What stands over the map: every element with `data-covers-map`, measured when it is asked for.

import type { Cover } from "#client/map/camera.ts";

const SELECTOR = "[data-covers-map]";

/** The elements that cover the map now. */
export const coveringElements = (): Element[] => [...document.querySelectorAll(SELECTOR)];

/** Their rectangles in the window, which is the frame of the map. */
export const mapCovers = (): readonly Cover[] =>
  coveringElements()
    .map((element) => element.getBoundingClientRect())
    .filter(({ width, height }) => width > 0 && height > 0)
    .map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
