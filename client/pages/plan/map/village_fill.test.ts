import { expect, it } from "vitest";
import { fillClass } from "./village_fill.ts";

it("tells within, gained, far, no path and nobody apart", () => {
  const far = { people: 10, minutes: 70 };
  expect(fillClass({ people: 10, minutes: 30 }, 5, 30)).toBe("is-within");
  expect(fillClass(far, 30, 30)).toBe("is-gained");
  expect([31, 46, 61].map((minutes) => fillClass(far, minutes, 30))).toEqual([
    "is-far-0",
    "is-far-1",
    "is-far-2",
  ]);
  expect(fillClass({ people: 10, minutes: null }, null, 30)).toBe("is-no-path");
  expect(fillClass({ people: 10, minutes: null }, 12, 30)).toBe("is-gained");
  expect(fillClass({ people: 0, minutes: 70 }, 70, 30)).toBe("is-nobody");
  expect(fillClass({ people: null, minutes: 70 }, 70, 30)).toBe("is-nobody");
});
