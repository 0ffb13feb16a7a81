import { expect, it } from "vitest";
import { rowAfterKey, rowWindow, scrollTopFor } from "./row_window.ts";

it("draws the rows in view and eight around them", () => {
  expect(rowWindow(3600, 28, 2800, 280)).toEqual({ first: 92, end: 118 });
  expect(rowWindow(3600, 28, 0, 280)).toEqual({ first: 0, end: 18 });
});

it("stays inside short and empty tables", () => {
  expect(rowWindow(5, 28, 0, 280)).toEqual({ first: 0, end: 5 });
  expect(rowWindow(5, 28, 9999, 280)).toEqual({ first: 0, end: 5 });
  expect(rowWindow(0, 28, 0, 280)).toEqual({ first: 0, end: 0 });
});

it("scrolls no further than a row needs to be seen whole", () => {
  expect(scrollTopFor(3, 28, 0, 280)).toBe(0);
  expect(scrollTopFor(9, 28, 0, 280)).toBe(0);
  expect(scrollTopFor(10, 28, 0, 280)).toBe(28);
  expect(scrollTopFor(2, 28, 100, 280)).toBe(56);
  expect(scrollTopFor(2, 28, 0, 10)).toBe(56);
});

it("moves by row, by page and to the ends, and not beyond them", () => {
  const to = (key: string, at: number): number | undefined => rowAfterKey(key, at, 100, 10);
  expect(["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Home", "End"].map((key) => to(key, 50))).toEqual([
    51, 49, 60, 40, 0, 99,
  ]);
  expect([to("ArrowUp", 0), to("PageUp", 4), to("ArrowDown", 99), to("PageDown", 95)]).toEqual([
    0, 0, 99, 99,
  ]);
  expect(rowAfterKey("PageDown", 0, 100, -1)).toBe(1);
  expect([to("a", 5), rowAfterKey("ArrowDown", 0, 0, 10)]).toEqual([undefined, undefined]);
});
