// Hand-picked sets: summed once, and what comes near to them.

import { expect, it } from "vitest";
import { profileContract } from "#domain/contract/areas";
import { nearSetContract, setContract } from "#domain/contract/sets";
import { packCodes } from "#domain/area_set_codec";
import { pathOf } from "#server/test/running";
import type { Api } from "./api.ts";

/** Tests `/api/sets` and `/api/sets/near`. */
export function setCases(api: Api): void {
  const { values, ask, refuse } = api;

  it("sums a hand-picked set over levels once, and the children of an area to the area itself", async () => {
    const query = { indicator: "mpi", period: "2022" };
    const counties = await values("mpi", "2022", "county");
    const [first, second] = counties;
    const inside = await values("mpi", "2022", "village", first!.code);
    const codes = packCodes([first!.code, second!.code, inside[0]!.code]);
    const both = await ask(setContract, { ...query, codes });
    expect(both.areas.map(({ code }) => code)).toEqual([first!.code, second!.code]);
    const mpi = both.indicators.find(({ indicator }) => indicator === "mpi")!;
    expect(mpi.numerator).toBe(first!.numerator! + second!.numerator!);
    expect(mpi.value).toBe(mpi.numerator! / (first!.denominator! + second!.denominator!));
    expect(both.trend.find(({ period }) => period === "2022")!.value).toBe(mpi.value);

    const villages = await ask(setContract, {
      ...query,
      codes: packCodes(inside.map(({ code }) => code)),
    });
    const whole = await ask(setContract, { ...query, codes: first!.code });
    expect(villages.lowestCount).toBe(inside.length);
    expect(villages.measures).toEqual(whole.measures);
    expect(villages.indicators.map(({ numerator }) => numerator)).toEqual(
      whole.indicators.map(({ numerator }) => numerator),
    );
    const profile = await ask(profileContract, { period: "2022" }, { code: first!.code });
    expect(whole.measures).toEqual(profile.measures);

    // A sum is as sure as the same area's own figure; one counted whole has no interval.
    const sampled = whole.indicators.filter(({ ciLow }) => ciLow !== undefined);
    expect(sampled.map(({ indicator }) => indicator)).toContain("headcount_ratio");
    const sureness = ({ ciLow, ciHigh, reliability }: (typeof sampled)[number]) => [
      ciLow,
      ciHigh,
      reliability,
    ];
    for (const entry of whole.indicators) {
      const find = (all: readonly (typeof entry)[]) =>
        all.find(({ indicator }) => indicator === entry.indicator)!;
      expect(sureness(entry), entry.indicator).toEqual(sureness(find(profile.indicators)));
      if (find(villages.indicators).coverage === 1)
        expect(sureness(entry), entry.indicator).toEqual(sureness(find(villages.indicators)));
    }
    const asked = { ...query, indicator: "headcount_ratio", codes: first!.code };
    const { trend } = await ask(setContract, asked);
    const trendOf = profile.indicators.find(({ indicator }) => indicator === "headcount_ratio")!.trend;
    expect(trend.map(({ period, ciLow, ciHigh }) => [period, ciLow, ciHigh])).toEqual(
      trendOf.map(({ period, ciLow, ciHigh }) => [period, ciLow, ciHigh]),
    );
    expect(await refuse(pathOf(setContract, { ...query, codes: "nowhere" }))).toMatchObject({
      status: 404,
    });
    expect(await refuse(pathOf(setContract, { ...query, codes: "99~zz" }))).toMatchObject({
      status: 400,
    });
  });

  it("finds what comes near to a set, border to border, over every boundary above", async () => {
    const [county] = await values("mpi", "2022", "county");
    const [village] = await values("mpi", "2022", "village", county!.code);
    for (const [code, level, km] of [
      [village!.code, "village", 9],
      [county!.code, "village", 1],
      [county!.code, "county", 0.001],
    ] as const) {
      const { rows } = await api.database.knex.raw<{ rows: { code: string }[] }>(
        `select a.code from geo.area a, geo.area p
         where p.code = ? and a.level = ? and a.code <> p.code
           and st_distance(geography(a.geometry), geography(p.geometry)) <= ?::float8 * 1000
           and (a.level = p.level or left(a.code, 6) <> left(p.code, 6)) order by 1`,
        [code, level, km],
      );
      const near = await ask(nearSetContract, { codes: code, level, km: String(km) });
      expect(near.codes).toEqual(rows.map((row) => row.code));
      expect(near.total).toBeGreaterThan(0);
    }
    for (const wrong of [{ km: "0" }, { km: "101" }, { level: "nil" }, { codes: "99~zz" }])
      expect(
        (await refuse(pathOf(nearSetContract, { codes: village!.code, level: "village", km: "2", ...wrong })))
          .status,
      ).toBe("level" in wrong ? 404 : 400);
  });
}
