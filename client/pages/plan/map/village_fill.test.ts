import { expect, it } from "vitest";
import { fillClass } from "./village_fill.ts";

const far = { people: 10, outside: 10 };

it("tells within, gained, far, no path and nobody apart", () => {
  expect(fillClass({ people: 10, outside: 0 }, { minutes: 5, outside: 0 }, 30)).toBe("is-within");
  expect(fillClass(far, { minutes: 30, outside: 0 }, 30)).toBe("is-gained");
  expect([31, 46, 61].map((minutes) => fillClass(far, { minutes, outside: 10 }, 30))).toEqual([
    "is-far-0",
    "is-far-1",
    "is-far-2",
  ]);
  expect(fillClass(far, { minutes: null, outside: 10 }, 30)).toBe("is-no-path");
  const nobody = { minutes: 70, outside: 0 };
  expect(fillClass({ people: 0, outside: 0 }, nobody, 30)).toBe("is-nobody");
  expect(fillClass({ people: null, outside: 0 }, nobody, 30)).toBe("is-nobody");
});

it("goes by most people of a village where places run out", () => {
  expect(fillClass(far, { minutes: 20, outside: 10 }, 30)).toBe("is-no-room");
  expect(fillClass(far, { minutes: 20, outside: 6 }, 30)).toBe("is-no-room");
  expect(fillClass(far, { minutes: 20, outside: 4 }, 30)).toBe("is-gained");
  expect(fillClass({ people: 10, outside: 3 }, { minutes: 20, outside: 0 }, 30)).toBe("is-within");
  expect(fillClass({ people: 10, outside: 3 }, { minutes: 20, outside: 8 }, 30)).toBe("is-no-room");
});
