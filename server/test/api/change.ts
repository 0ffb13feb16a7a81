// Classes of a change, and classes within an area.

import { expect, it } from "vitest";
import { classOf, countByClass } from "#domain/classes";
import { classesContract, type AreaValue, type ClassesResponse } from "#domain/contract/values";
import { halfStep } from "#domain/unit";
import { pathOf } from "#server/test/running";
import type { Api } from "./api.ts";

const numbers = (areas: readonly AreaValue[]): number[] =>
  areas.flatMap(({ value }) => (value === undefined ? [] : [value]));

/** Tests `/api/classes` of changes and inside areas. */
export function changeCases(api: Api): void {
  const { values, ask, refuse } = api;
  const classes = (query: Record<string, string>): Promise<ClassesResponse> =>
    ask(classesContract, { indicator: "mpi", period: "2021..2022", level: "county", ...query });

  it("puts no area that moved into the class of no change, and says who got worse and who better", async () => {
    const half = halfStep("index");
    for (const period of ["2021..2022", "2014..2022"])
      for (const level of ["county", "village"]) {
        const { classes: found, counts, change } = await classes({ period, level });
        const areas = await values("mpi", period, level);
        for (const { code, value } of areas)
          if (value !== undefined)
            expect(classOf(value, found) === found.noChange, `${period} ${code} ${value}`).toBe(
              value >= -half && value < half,
            );
        const moved = numbers(areas);
        expect(counts).toEqual(countByClass(moved, found));
        expect(change).toMatchObject({
          half,
          worse: moved.filter((value) => value >= half).length,
          better: moved.filter((value) => value < -half).length,
          same: counts[found.noChange!],
        });
        const sorted = moved.sort((a, b) => b - a);
        expect(change!.worst.map(({ value }) => value)).toEqual(
          sorted.filter((value) => value >= half).slice(0, 5),
        );
        expect(change!.best.map(({ value }) => value)).toEqual(
          sorted
            .filter((value) => value < -half)
            .slice(-5)
            .reverse(),
        );
        const [root] = await values("mpi", period, "province");
        expect(change!.whole).toBe(root!.value);
      }
  });

  it("counts as the same what its interval does not keep apart from none", async () => {
    const { change, unreliableCount } = await classes({ indicator: "headcount_ratio", level: "village" });
    const half = halfStep("share");
    const areas = await values("headcount_ratio", "2021..2022", "village");
    const isSame = ({ value, reliability }: AreaValue): boolean =>
      reliability === "unreliable" || (value! >= -half && value! < half);
    expect(unreliableCount).toBeGreaterThan(0);
    expect(change!.same).toBe(areas.filter((area) => area.value !== undefined && isSame(area)).length);
  });

  it("reads better and worse by the indicator's polarity", async () => {
    const { change } = await classes({ indicator: "help_plan_coverage" });
    const moved = numbers(await values("help_plan_coverage", "2021..2022", "county"));
    expect(change!.worse).toBe(moved.filter((value) => value < -halfStep("share")).length);
    expect((await classes({ period: "2022" })).change).toBeUndefined();
  });

  it("makes classes from the areas within one, and says how those of the open one fall into classes", async () => {
    const [county] = await values("mpi", "2022", "county");
    const within = { period: "2022", level: "village", within: county!.code };
    const areas = numbers(await values("mpi", "2022", "village", county!.code));
    const own = await classes(within);
    expect([own.classes.min, own.classes.max]).toEqual([Math.min(...areas), Math.max(...areas)]);
    expect(own.counts.reduce((sum, count) => sum + count, own.zeroCount)).toBe(areas.length);
    expect(own.histogram.reduce((sum, count) => sum + count, 0)).toBe(areas.length);
    expect(own.scope).toMatchObject({ within: { code: county!.code, names: county!.names } });
    const frozen = await classes({ ...within, scope: "periods" });
    expect(frozen.classes.max).toBeGreaterThan(own.classes.max!);
    const shared = await classes({ ...within, scope: "levels" });
    expect(shared.scope.levels).toEqual(["township", "village"]);

    const open = await classes({ period: "2022", level: "village", parent: county!.code });
    expect(open.inside!.counts).toEqual(countByClass(areas, open.classes));
    const share = Math.max(open.inside!.zeroCount, ...open.inside!.counts) / areas.length;
    expect(open.inside).toMatchObject({ fullestShare: share, isCrowded: share > 0.7 });
    // By breaks that nearly all of them lie above it is crowded.
    const crowded = await classes({
      period: "2022",
      level: "village",
      parent: county!.code,
      method: "manual",
      breaks: String([...areas].sort((a, b) => a - b)[1]),
    });
    expect(crowded.inside!.isCrowded).toBe(true);
    // Asked to, the server makes them within it; where they tell its areas apart they stay.
    const sorted = [...areas].sort((a, b) => a - b);
    const asked = {
      period: "2022",
      level: "village",
      parent: county!.code,
      crowded: "within",
      method: "manual",
    };
    const narrowed = await classes({ ...asked, breaks: String(sorted[1]) });
    expect(narrowed.scope).toMatchObject({ within: { code: county!.code }, areaCount: areas.length });
    const apart = await classes({ ...asked, breaks: String(sorted[areas.length >> 1]) });
    expect(apart.scope.within).toBeUndefined();
    const { change } = await classes({ level: "village", within: county!.code });
    const [whole] = await values("mpi", "2021..2022", "county");
    expect(change!.whole).toBe(whole!.value);
    expect(
      await refuse(
        pathOf(classesContract, { indicator: "mpi", period: "2022", level: "county", within: county!.code }),
      ),
    ).toMatchObject({ status: 400 });
  });
}
