// Boundaries that change, and the figures that follow them.

import { expect, it } from "vitest";
import { profileContract } from "#domain/contract/areas";
import { trendsContract } from "#domain/contract/trends";
import { valuesContract } from "#domain/contract/values";
import type { AreaInput, LineageInput } from "#domain/dataset";
import { square } from "#tiles/fixtures/coverages";
import { makeDraft } from "#server/release/make_draft";
import { publish } from "#server/release/publish";
import { pathOf, SILENT } from "#server/test/running";
import { area, AREAS, CENSUS, dataset, LINEAGE, table } from "#server/test/small_dataset";
import type { SmallTerritory } from "./territory.ts";

/** Tests new boundaries under stored figures, lineage and shares. */
export function boundaryCases(small: SmallTerritory): void {
  const { load, serve, values, ask } = small;

  it("reports stored figures that have no place on new boundaries, and finds those that a lineage leads on", async () => {
    await load(dataset([table(CENSUS)]));
    const renewed: Record<string, AreaInput[]> = {
      county: AREAS["county"]!,
      village: [area("V1", "C", square(0, 0, 1)), area("V3", "C", square(1, 0, 1))],
    };
    const boundaries = {
      ...dataset([]).boundaries!,
      checksum: "new boundaries",
      async *areas(level: string) {
        yield renewed[level]!;
      },
    };
    const without = await load(dataset([], { boundaries, lineage: [] }), { dryRun: true });
    // V2 once; O1 and O2 once each, which lead to V2 and no further.
    expect(without.findings).toMatchObject([
      { severity: "warning", rule: "unknown_area_code", file: "census.csv", value: "O1" },
    ]);
    expect(without.findings[0]!.message).toMatch(/^3 stored rows of 3 codes, such as "O1", "O2", "V2":/);
    const lineage: LineageInput[] = [
      { fromCode: "V2", toCode: "V3", share: 1, kind: "renamed", since: "2020" },
    ];
    const followed = await load(dataset([], { boundaries, lineage }));
    expect(followed.findings).toEqual([]);
    await publish(small.database, "new boundaries");
    await serve();
    expect(await values("village", "2018")).toEqual(["V1 10/100", "V3 3/100"]);
    expect(await values("county", "2019")).toEqual(["C 10/200"]);
  });

  it("reports figures for the newest boundary version or a chosen one, with what is apportioned, and of what an area was made", async () => {
    const bounded = (date: string, villages: readonly string[]) => ({
      source: date,
      checksum: date,
      date,
      async *areas(level: string) {
        yield level === "county"
          ? AREAS["county"]!
          : villages.map((code, at) =>
              area(code, "C", square((at * 2) / villages.length, 0, 2 / villages.length)),
            );
      },
    });
    const before = table([
      ["V1", "2018", 10, 101],
      ["O1", "2018", 1, 50],
      ["O2", "2018", 2, 50],
    ]);
    await load(dataset([before], { boundaries: bounded("2018-12-31", ["O1", "O2", "V1"]), lineage: [] }));
    // In 2019 V1 is parted into W1 and W2, O1 and O2 become V2.
    const parted = [
      ["W1", 0.63],
      ["W2", 0.37],
    ] as const;
    const lineage = [
      ...LINEAGE,
      ...parted.map(([toCode, share]): LineageInput => ({
        fromCode: "V1",
        toCode,
        share,
        kind: "split",
        since: "2019",
      })),
    ];
    const after = table(
      [
        ["W1", "2019", 5, 60],
        ["W2", "2019", 4, 40],
        ["V2", "2019", 2, 100],
      ],
      { id: "later", fileName: "later.csv" },
    );
    await load(dataset([after], { boundaries: bounded("2020-12-31", ["V2", "W1", "W2"]), lineage }));
    const today = await publish(small.database, "today's boundaries");
    await makeDraft(small.database, { ...SILENT, createdBy: "test", boundaryVersion: 1 });
    const former = await publish(small.database, "boundaries of 2018");
    await serve();
    // 10 poor of 101: 6.3 and 3.7 give 6 and 4, 63.63 and 37.37 give 64 and 37.
    expect(await values("village", "2018", today)).toEqual(["V2 3/100", "W1 6/64", "W2 4/37"]);
    expect(await values("county", "2018", today)).toEqual(["C 13/201"]);
    const shares = async (level: string, period: string): Promise<unknown> => {
      const query = { indicator: "headcount_ratio", period, level, release: String(today) };
      const json = await ask(valuesContract, query);
      const asCsv = await fetch(small.url + pathOf(valuesContract, { ...query, format: "csv" }));
      const csv = await asCsv.text();
      const [head, ...lines] = csv.replace("\ufeff", "").trim().split("\r\n");
      const at = head!.split(",").indexOf("by_share");
      expect(lines.map((line) => line.split(",")[at])).toEqual(
        json.areas.map(({ byShare }) => String(byShare ?? "")),
      );
      return json.areas.map(({ byShare }) => byShare);
    };
    expect(await shares("village", "2018")).toEqual([undefined, 1, 1]);
    expect(await shares("village", "2018..2019")).toEqual([undefined, 1, 1]);
    expect(await shares("village", "2019")).toEqual([undefined, undefined, undefined]);
    expect(await shares("county", "2018")).toEqual([undefined]);

    const profileOf = (code: string) =>
      ask(profileContract, { release: String(today), period: "2018" }, { code });
    const merged = await profileOf("V2");
    expect(merged.madeOf).toEqual(
      ["O1", "O2"].map((code) => ({ code, share: 1, kind: "merged", since: "2019" })),
    );
    const part = await profileOf("W2");
    expect(part.madeOf).toEqual([{ code: "V1", share: 0.37, kind: "split", since: "2019" }]);
    const entry = part.indicators.find(({ indicator }) => indicator === "headcount_ratio")!;
    expect([entry.byShare, ...entry.trend.map(({ byShare }) => byShare)]).toEqual([1, 1, undefined]);
    const trends = { release: String(today), indicator: "headcount_ratio", level: "village" };
    expect((await ask(trendsContract, trends)).areas.map(({ byShare }) => byShare)).toEqual([
      undefined,
      ["2018"],
      ["2018"],
    ]);

    // On the boundaries of 2018 the counts of that year are as they were, and those of 2019 have no place.
    expect(await values("village", "2018", former)).toEqual(["O1 1/50", "O2 2/50", "V1 10/101"]);
    expect(await values("county", "2018", former)).toEqual(["C 13/201"]);
    expect(await values("village", "2019", former)).toBe(404);
    await expect(
      makeDraft(small.database, { ...SILENT, createdBy: "test", boundaryVersion: 7 }),
    ).rejects.toThrow("unknown boundary version 7: known are 2, 1");
  });
}
