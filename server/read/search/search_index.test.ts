import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { searchText } from "#server/column_store/search_text";
import { SearchIndex, type Hit, type SearchRow } from "./search_index.ts";

const row = (code: string, en: string, zh = en, parent: number | null = null): SearchRow => ({
  search: searchText(code, { en, zh }),
  parent_idx: parent,
});

/** The same by the plainest means. */
function search(
  levels: readonly (readonly SearchRow[])[],
  text: string,
  level: number | null,
  parent: number | null,
): Hit[] {
  return levels
    .flatMap((rows, ordinal) => rows.map((area, idx) => ({ ...area, ordinal, idx })))
    .filter(
      (area) =>
        area.search.includes(text) &&
        (level === null || area.ordinal === level) &&
        (parent === null || area.parent_idx === parent),
    )
    .map((area) => {
      const forms = [`\n${text}\n`, `\n${text}`, ` ${text}`, text];
      return { ...area, rank: forms.findIndex((form) => area.search.includes(form)) };
    })
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        a.ordinal - b.ordinal ||
        a.search.length - b.search.length ||
        Buffer.compare(Buffer.from(a.search), Buffer.from(b.search)),
    )
    .map(({ ordinal, idx }) => ({ ordinal, idx }));
}

describe("SearchIndex", () => {
  it("puts the whole name first, then its beginning, then a word's, then upper levels and short names", async () => {
    const levels = [
      [row("10", "North Ford"), row("11", "Afford")],
      [row("1001", "Fordham"), row("1002", "Ford"), row("1003", "Fording Hill")],
    ];
    const { total, hits } = await new SearchIndex(levels).find("ford", {
      level: null,
      parentIdx: null,
      limit: 9,
    });
    expect(total).toBe(5);
    expect(hits.map(({ ordinal, idx }) => levels[ordinal]![idx]!.search.split("\n")[1])).toEqual([
      "1002",
      "1001",
      "1003",
      "10",
      "11",
    ]);
  });

  it("finds what looking at every area finds, in the same order, for any names, level, parent and limit", async () => {
    const name = fc.string({ unit: fc.constantFrom("a", "b", " ", "村", "云", "é"), maxLength: 6 });
    const rows = fc.array(fc.tuple(name, name, fc.integer({ min: 0, max: 2 })), { maxLength: 40 });
    const asked = {
      text: fc.string({ unit: fc.constantFrom("a", "b", "1", "村", "云", "e"), minLength: 1, maxLength: 3 }),
      level: fc.option(fc.integer({ min: 0, max: 2 })),
      parentIdx: fc.option(fc.integer({ min: 0, max: 2 })),
      limit: fc.integer({ min: 1, max: 12 }),
    };
    await fc.assert(
      fc.asyncProperty(fc.array(rows, { maxLength: 3 }), fc.record(asked), async (made, query) => {
        const levels = made.map((level, ordinal) =>
          level.map(([en, zh, parent], idx) =>
            row(`${ordinal}${idx}`, en, zh, ordinal === 0 ? null : parent),
          ),
        );
        const { text, level, parentIdx, limit } = query;
        const expected = search(levels, text, level, parentIdx);
        const found = await new SearchIndex(levels).find(text, { level, parentIdx, limit });
        expect(found).toEqual({ total: expected.length, hits: expected.slice(0, limit) });
      }),
      { numRuns: 300 },
    );
  });

  it("goes on over stretches of many megabytes", async () => {
    const rows = Array.from({ length: 120_000 }, (_, i) =>
      row(String(990_000_000_000 + i), `Village ${"long ".repeat(8)}${i}`),
    );
    const index = new SearchIndex([rows]);
    expect(index.byteLength).toBeGreaterThan(8 << 20);
    const all = { level: null, parentIdx: null, limit: 2 };
    expect((await index.find("village", all)).total).toBe(120_000);
    expect(await index.find("990000119999", all)).toEqual({ total: 1, hits: [{ ordinal: 0, idx: 119_999 }] });
    expect(await index.find("nowhere", all)).toEqual({ total: 0, hits: [] });
  });
});
