import { expect, it } from "vitest";
import { nextThatWay, WAYS } from "./next_that_way.ts";

it("finds the nearest place that way, within 45 degrees", () => {
  const places = [
    { code: "near but aside", at: [3, 5] as const },
    { code: "right", at: [10, 2] as const },
    { code: "far right", at: [20, 0] as const },
    { code: "left", at: [-4, -4] as const },
  ];
  const next = (key: string): string | null => nextThatWay([0, 0], WAYS[key]!, places);
  expect(next("ArrowRight")).toBe("right");
  expect(next("ArrowDown")).toBe("near but aside");
  expect(next("ArrowLeft")).toBe("left");
  expect(nextThatWay([0, 0], WAYS["ArrowUp"]!, places.slice(0, 3))).toBeNull();
});
