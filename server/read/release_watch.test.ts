import { expect, it } from "vitest";
import { isFromBefore } from "./release_watch.ts";

it("knows what a replica tells that has to catch up: a release is missing, or no longer withdrawn", () => {
  const first = { number: 1, state: "published" } as const;
  const second = { number: 2, state: "published" } as const;
  const withdrawn = { number: 2, state: "withdrawn" } as const;
  expect(isFromBefore([first], [second, first])).toBe(true);
  expect(isFromBefore([second, first], [withdrawn, first])).toBe(true);
  expect(isFromBefore([withdrawn, first], [second, first])).toBe(false);
  expect(isFromBefore([second, first], [first])).toBe(false);
  expect(isFromBefore([first], [])).toBe(false);
});
