import { expect, test } from "vitest";
import { definitionChanges } from "./catalog.ts";

const release = (number: number, definition: Record<string, unknown> | null) => ({
  number,
  publishedAt: `2024-0${number}-01T00:00:00Z`,
  definition,
});

test("tells when an indicator came, what of its definition changed and when it went, newest first", () => {
  const mpi = { id: "mpi", unit: "index", numerator: { a: 1, b: 2 } };
  const changes = definitionChanges([
    release(1, null),
    release(2, mpi),
    release(3, { ...mpi, periods: ["2022"], sources: [] }),
    release(4, { ...mpi, numerator: { a: 1, b: 3 }, norm: { value: 1 } }),
    release(5, null),
  ]);
  expect(changes.map(({ release: number, kind, fields }) => [number, kind, fields])).toEqual([
    [5, "removed", []],
    [4, "changed", ["norm", "numerator"]],
    [2, "added", []],
  ]);
});
