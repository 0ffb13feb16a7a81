import fc from "fast-check";
import { expect, it } from "vitest";
import { markTowards } from "./marks.ts";
import type { MarkPlace } from "./marks.ts";

// Three periods; the second has one part only, the third two.
const PLACES: MarkPlace[] = [
  { column: 0, row: 0 },
  { column: 0, row: 1 },
  { column: 0, row: 2 },
  { column: 1, row: 0 },
  { column: 3, row: 0 },
  { column: 3, row: 2 },
];

it("walks to the next column that has a mark, at the nearest height", () => {
  expect(markTowards(PLACES, 2, "ArrowRight")).toBe(3);
  expect(markTowards(PLACES, 3, "ArrowRight")).toBe(4);
  expect(markTowards(PLACES, 5, "ArrowLeft")).toBe(3);
});

it("walks up and down within a column only", () => {
  expect(markTowards(PLACES, 4, "ArrowUp")).toBe(5);
  expect(markTowards(PLACES, 3, "ArrowUp")).toBeUndefined();
  expect(markTowards(PLACES, 1, "ArrowDown")).toBe(0);
});

it("goes to both ends, and leaves other keys alone", () => {
  expect([markTowards(PLACES, 3, "Home"), markTowards(PLACES, 3, "End")]).toEqual([0, 5]);
  expect(markTowards(PLACES, 3, "Tab")).toBeUndefined();
  expect(markTowards([], 0, "End")).toBeUndefined();
});

it("reaches every mark from every other by arrow keys", () => {
  const place = fc.record({ column: fc.nat(6), row: fc.nat(4) });
  const places = fc.uniqueArray(place, {
    minLength: 1,
    maxLength: 20,
    selector: (p) => `${p.column} ${p.row}`,
  });
  fc.assert(
    fc.property(places, (marks) => {
      const reached = new Set([0]);
      for (const at of reached)
        for (const key of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]) {
          const to = markTowards(marks, at, key);
          if (to !== undefined) reached.add(to);
        }
      expect(reached.size).toBe(marks.length);
    }),
  );
});
