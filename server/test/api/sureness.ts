// How far a figure or a change may be relied on.

import { expect, it } from "vitest";
import { parse } from "csv-parse/sync";
import { profileContract } from "#domain/contract/areas";
import { classesContract, valuesContract } from "#domain/contract/values";
import { wilsonInterval } from "#domain/method/uncertainty";
import { pathOf } from "#server/test/running";
import type { Api } from "./api.ts";

/** Tests intervals, reliability and ranks. */
export function surenessCases(api: Api): void {
  const { values, ask, refuse } = api;

  it("says how sure a figure from a sample is, and nothing of the kind about a full count", async () => {
    const sampled = await values("headcount_ratio", "2022", "village");
    const sizes = await Promise.all(
      ["surveyed_households", "survey_frame_households"].map(async (measure) => {
        const { rows } = await api.database.pool.query<{ numerator: Buffer }>(
          `select numerator from release.column c join release.column_data d using (content_hash)
           where c.indicator = $1 and c.period = '2022' and c.level = 'village'`,
          [`measure.${measure}`],
        );
        const bytes = new Uint8Array(rows[0]!.numerator);
        return new Float64Array(bytes.buffer);
      }),
    );
    const seen = new Set<string | undefined>();
    sampled.forEach((area, idx) => {
      const { value, ciLow, ciHigh, reliability, rankFirst } = area;
      seen.add(reliability);
      if (value === undefined) expect(reliability).toBeUndefined();
      if (reliability === "unreliable") expect(rankFirst).toBeUndefined();
      if (ciLow === undefined) return;
      const [n, population] = [sizes[0]![idx]!, sizes[1]![idx]!];
      expect({ low: ciLow, high: ciHigh }).toEqual(wilsonInterval(Math.min(n, value! * n), n, population));
    });
    expect([...seen].filter(Boolean).sort()).toEqual(["caution", "full-count", "reliable", "unreliable"]);

    const counted = await values("mpi", "2022", "village");
    for (const { value, ciLow, reliability, rankFirst, rankLast } of counted) {
      expect([ciLow, reliability]).toEqual([undefined, undefined]);
      if (value === undefined) continue;
      expect(rankFirst).toBe(
        1 + counted.filter((row) => row.value !== undefined && row.value > value).length,
      );
      expect(rankLast).toBe(counted.filter((row) => row.value !== undefined && row.value >= value).length);
    }

    const one = sampled.find(({ reliability }) => reliability === "caution")!;
    const profile = await ask(profileContract, { period: "2022" }, { code: one.code });
    const own = profile.indicators.find(({ indicator }) => indicator === "headcount_ratio")!;
    expect([own.ciLow, own.ciHigh, own.reliability]).toEqual([one.ciLow, one.ciHigh, one.reliability]);
    expect(own.rank).toBeGreaterThanOrEqual(own.rankFirst!);
    expect(own.rank).toBeLessThanOrEqual(own.rankLast!);
    expect(own.trend.at(-1)).toMatchObject({ ciLow: one.ciLow, reliability: "caution" });
  });

  it("gives changes, and how far a figure or a change may be relied on, as columns of their own", async () => {
    const level = "village";
    const [then, now] = [
      await values("headcount_ratio", "2014", level),
      await values("headcount_ratio", "2022", level),
    ];
    const changes = await values("headcount_ratio", "2014..2022", level);
    const sure = await values("headcount_ratio", "2022~reliability", level);
    const changeSure = await values("headcount_ratio", "2014..2022~reliability", level);
    const number = { "full-count": 0, reliable: 0, caution: 1, unreliable: 2 };
    changes.forEach((change, i) => {
      const [a, b] = [then[i]!.value, now[i]!.value];
      expect(change.value).toBe(a === undefined || b === undefined ? undefined : b - a);
      expect(change.numerator).toBeUndefined();
      expect(sure[i]!.value).toBe(now[i]!.reliability && number[now[i]!.reliability]);
      expect(changeSure[i]!.value).toBe(change.reliability && number[change.reliability]);
      if (change.ciLow !== undefined)
        expect(change.reliability === "unreliable").toBe(change.ciLow <= 0 && change.ciHigh! >= 0);
    });
    expect(changes.filter(({ reliability }) => reliability === "reliable").length).toBeGreaterThan(5);
    expect((await values("mpi", "2022~reliability", level)).every(({ value = 0 }) => value === 0)).toBe(true);
    const scores = await values("exit_score_below_60", "2019..2020", "county");
    expect(new Set(scores.map(({ missing }) => missing))).toEqual(new Set(["not-applicable"]));
    expect((await values("exit_score_below_60", "2020", "county"))[0]).not.toHaveProperty("previous");
    const { classes } = await ask(classesContract, {
      indicator: "mpi",
      period: "2014..2022",
      level,
    });
    const { breaks, noChange } = classes;
    expect(breaks.map(Math.sign)).toEqual(breaks.map((_, at) => (at < noChange! ? -1 : 1)));

    const tile = await fetch(
      `${api.url}/tiles/1/internal/province/5/25/13.mvt?c=mpi@2014..2022,headcount_ratio@2022~reliability`,
    );
    expect(tile.status).toBe(200);
    const csv = await (
      await fetch(
        api.url +
          pathOf(valuesContract, { indicator: "headcount_ratio", period: "2022", level, format: "csv" }),
      )
    ).text();
    const rows = parse(csv, { bom: true, columns: true }) as Record<string, string>[];
    expect(
      rows.map((row) => [
        row["ci_low"],
        row["ci_high"],
        row["reliability"],
        row["rank_first"],
        row["rank_last"],
      ]),
    ).toEqual(
      now.map(({ ciLow, ciHigh, reliability, rankFirst, rankLast }) =>
        [ciLow, ciHigh, reliability, rankFirst, rankLast].map((part) => String(part ?? "")),
      ),
    );
    for (const [period, detail] of [
      ["2022..2014", 'unknown period "2022..2014"'],
      ["2014..2023", 'unknown period "2023"'],
      ["2022~sure", 'unknown period "2022~sure"'],
    ])
      expect(
        (await refuse(pathOf(valuesContract, { indicator: "mpi", period: period!, level }))).problem.detail,
      ).toContain(detail);
  });
}
