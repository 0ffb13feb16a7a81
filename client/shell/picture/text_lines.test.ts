import { expect, test } from "vitest";
import { linesOf } from "./text_lines.ts";

const letters = (text: string): number => [...text].length;

test("breaks between words, and between any two Chinese characters", () => {
  expect(linesOf("one two three four", 9, letters)).toEqual(["one two", "three", "four"]);
  expect(linesOf("多维贫困指数 M0 · 青云省各县", 7, letters)).toEqual([
    "多维贫困指数",
    "M0 · 青云",
    "省各县",
  ]);
});

test("a word wider than the line stays whole; nothing has no lines", () => {
  expect(linesOf("a multidimensional index", 5, letters)).toEqual(["a", "multidimensional", "index"]);
  expect(linesOf("  ", 5, letters)).toEqual([]);
});
