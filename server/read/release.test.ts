// What releases share, and that sharing never shows.

import { expect, test } from "vitest";
import type { ColumnEntry } from "./columns/column_entry.ts";
import { Release } from "./release.ts";

const catalog = { levels: [], indicators: [], periods: [] } as unknown as Release["catalog"];
const release = (number: number, columns: Record<string, string>, like: Release | null): Release =>
  new Release(
    {
      number,
      address: `${number}-0123456789abcdef`,
      edition: "internal",
      publishedAt: null,
      boundaryVersion: 1,
      boundaryAddress: "1-0123456789abcdef",
      catalog,
      things: [],
    },
    Object.entries(columns).map(([indicator, contentHash]): ColumnEntry => ({
      level: "village",
      indicator,
      period: "2022",
      contentHash,
    })),
    like,
  );
const find = (of: Release, indicator: string) => of.find("village", indicator, "2022");

test("a release shares the columns that have not changed, and only those", () => {
  const first = release(1, { mpi: "a", intensity: "b" }, null);
  const second = release(2, { mpi: "a", intensity: "c" }, first);
  expect(find(second, "mpi")).toBe(find(first, "mpi"));
  expect(find(second, "intensity")?.contentHash).toBe("c");
  expect(find(first, "intensity")?.contentHash).toBe("b");
  expect(second.byteLength).toBeLessThan(first.byteLength);
});

test("a release has no column of the one that it shares with", () => {
  const first = release(1, { mpi: "a", intensity: "b" }, null);
  const second = release(2, { mpi: "a", persons: "d" }, first);
  expect(find(second, "intensity")).toBeNull();
  expect(find(second, "persons")?.contentHash).toBe("d");
  expect(find(first, "persons")).toBeNull();
});
