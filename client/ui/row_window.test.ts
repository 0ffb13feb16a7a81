import { expect, it } from "vitest";
import { rowWindow } from "./row_window.ts";

it("draws the rows in view and eight around them", () => {
  expect(rowWindow(3600, 28, 2800, 280)).toEqual({ first: 92, end: 118 });
  expect(rowWindow(3600, 28, 0, 280)).toEqual({ first: 0, end: 18 });
});

it("stays inside short and empty tables", () => {
  expect(rowWindow(5, 28, 0, 280)).toEqual({ first: 0, end: 5 });
  expect(rowWindow(5, 28, 9999, 280)).toEqual({ first: 0, end: 5 });
  expect(rowWindow(0, 28, 0, 280)).toEqual({ first: 0, end: 0 });
});
