// Classes of one indicator and of two.

import { expect, it } from "vitest";
import { pairAreasContract, pairsContract } from "#domain/contract/bivariate";
import { classesContract } from "#domain/contract/values";
import { pathOf } from "#server/test/running";
import type { Api } from "./api.ts";

/** Tests `/api/classes` and `/api/pairs`. */
export function classCases(api: Api): void {
  const { values, ask, refuse } = api;

  it("classes what it shows", async () => {
    const query = { indicator: "mpi", period: "2022", level: "village", method: "quantile", k: "4" };
    const { classes, counts, zeroCount, fit, histogram, missing, scope } = await ask(classesContract, query);
    expect(classes.breaks.length + Number(classes.hasZeroClass)).toBe(3);
    expect(fit).toBeGreaterThan(0.5);
    const shown = (await values("mpi", "2022", "village")).filter(({ value }) => value !== undefined);
    const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);
    expect(sum(counts) + zeroCount).toBe(shown.length);
    expect(sum(histogram)).toBe(shown.length);
    expect(sum(Object.values(missing)) + shown.length).toBe(scope.areaCount);
  });

  it("breaks where it is told: by policy, by hand, zero apart, frozen over periods, shared over levels", async () => {
    const classes = (query: Record<string, string>) =>
      ask(classesContract, { indicator: "mpi", period: "2022", level: "township", ...query });
    const travel = await classes({ indicator: "school_travel_time" });
    expect(travel.classes).toMatchObject({ method: "policy", breaks: [15, 30, 45, 60] });
    // Where a policy parts fewer than three classes, it is no answer unless it is asked for.
    const few = await classes({ indicator: "school_travel_time", level: "province" });
    expect(few.classes.method).toBe("ckmeans");
    const asked = await classes({ indicator: "school_travel_time", level: "province", method: "policy" });
    expect(asked.classes.breaks).toEqual([15, 30, 45, 60]);
    expect((await classes({ method: "manual", breaks: "0.02,0.1" })).classes.breaks).toEqual([0.02, 0.1]);
    const zero = await classes({ indicator: "fall_back_rate", level: "village", zero: "own" });
    const fallen = await values("fall_back_rate", "2022", "village");
    expect(zero.classes.hasZeroClass).toBe(true);
    expect(zero.zeroCount).toBe(fallen.filter(({ value }) => value === 0).length);
    expect(zero.counts.reduce((a, b) => a + b)).toBe(fallen.filter(({ value = 0 }) => value > 0).length);

    const frozen = await Promise.all(
      ["2014", "2022"].map((period) => classes({ period, scope: "periods", method: "quantile" })),
    );
    expect(frozen[0]!.classes).toEqual(frozen[1]!.classes);
    expect(frozen[0]!.counts).not.toEqual(frozen[1]!.counts);
    expect(frozen[0]!.scope).toMatchObject({
      kind: "periods",
      levels: ["township"],
      periods: api.catalog.periods,
    });
    const shared = await Promise.all(
      ["county", "village"].map((level) => classes({ level, scope: "levels", method: "equal" })),
    );
    expect(shared[0]!.classes).toEqual(shared[1]!.classes);
    for (const [query, detail] of [
      [{ method: "policy" }, 'method is "policy", but none fixes breaks of mpi'],
      [{ method: "manual" }, 'method is "manual": give breaks, as in breaks=0.1,0.2'],
      [{ method: "manual", breaks: "2,1" }, 'parameter "breaks" is "2,1": breaks must rise'],
    ] as const)
      expect(
        (
          await refuse(
            pathOf(classesContract, { indicator: "mpi", period: "2022", level: "county", ...query }),
          )
        ).problem.detail,
      ).toContain(detail);
  });

  it("classes two indicators at once, and lists each class from its worst area on", async () => {
    const query = { need: "mpi@2022", other: "donations_received@2022", level: "village" };
    const total = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);
    const pair = await ask(pairsContract, query);
    expect(pair.other.axis).toMatchObject({ rungs: [2, 0], zeroRung: 2 });
    expect(total(pair.counts) + total(Object.values(pair.missing))).toBe(pair.areaCount);
    const [needs, gifts] = await Promise.all(
      ["mpi", "donations_received"].map((id) => values(id, "2022", "village")),
    );
    const giftOf = new Map(gifts!.map(({ code, value }) => [code, value]));
    const worst = needs!
      .filter(({ code, value }) => value! >= pair.need.axis.breaks[1]! && giftOf.get(code) === 0)
      .sort((a, b) => b.value! - a.value!);
    const listed = await ask(pairAreasContract, { ...query, needRung: "2", otherRung: "2" });
    expect(listed.total).toBe(pair.counts[8]);
    expect(listed.areas.map(({ need }) => need.value)).toEqual(worst.map(({ value }) => value));
    expect(
      listed.areas.every(({ other, parentNames }) => other.value === 0 && parentNames.length === 3),
    ).toBe(true);

    const all = await ask(pairAreasContract, { ...query, limit: "5" });
    expect(all.areas).toEqual(listed.areas.slice(0, 5));
    expect(all.total).toBe(total(pair.counts));
    const csv = await fetch(api.url + pathOf(pairAreasContract, { ...query, format: "csv" }));
    expect((await csv.text()).split("\r\n")).toHaveLength(all.total + 2);

    // The planner's question: poor, and 30 minutes or more to a school; where most of the poor live.
    const far = { ...query, other: "school_travel_time@2022", needBounds: "0.2", otherBounds: "30" };
    const people = "multidimensional_headcount_ratio";
    const [minutes, poor] = await Promise.all(
      ["school_travel_time", people].map((id) => values(id, "2022", "village")),
    );
    const minutesOf = new Map(minutes!.map(({ code, value }) => [code, value!]));
    const poorOf = new Map(
      poor!.map(({ code, numerator, value }) => [code, value === undefined ? 0 : numerator!]),
    );
    const asked = needs!.filter(({ code, value }) => value! >= 0.2 && minutesOf.get(code)! >= 30);
    const found = await ask(pairAreasContract, {
      ...far,
      people,
      sort: "people",
      needRung: "2",
      otherRung: "2",
    });
    expect(found.areas.map(({ code }) => code).sort()).toEqual(asked.map(({ code }) => code).sort());
    const counted = found.areas.map((area) => area.people ?? 0);
    expect(counted).toEqual([...counted].sort((a, b) => b - a));
    expect(counted).toEqual(found.areas.map(({ code }) => poorOf.get(code)));
    expect(found.people).toBe(total(counted));
    const policy = await ask(pairsContract, { ...far, otherBounds: "policy" });
    expect(policy.other.axis).toMatchObject({ rule: "policy", breaks: [30, 60], rungs: [0, 1, 2] });
    const least = await ask(pairAreasContract, { ...far, sort: "other", first: "best", limit: "1" });
    expect(least.areas[0]!.other.value).toBe(
      Math.min(
        ...needs!
          .filter(({ value }) => value !== undefined)
          .map(({ code }) => minutesOf.get(code) ?? Infinity),
      ),
    );
    for (const [wrong, status] of [
      [{ need: "mpi" }, 400],
      [{ other: "nil@2022" }, 404],
      [{ otherBounds: "60,30" }, 400],
      [{ needBounds: "high" }, 400],
    ] as const)
      expect(await refuse(pathOf(pairsContract, { ...query, ...wrong }))).toMatchObject({ status });
  });

  it("calls nobody short who meets the norm", async () => {
    for (const [id, isBetter] of [
      ["pupil_teacher_ratio", false],
      ["help_plan_coverage", true],
      ["clinic_coverage", true],
    ] as const) {
      const norm = api.catalog.indicators.find((indicator) => indicator.id === id)!.norm!.value;
      const query = { need: "mpi@2022", other: `${id}@2022`, level: "village" };
      const { other, counts } = await ask(pairsContract, query);
      expect(other.axis.rule, id).toBe("norm");
      const { areas, total } = await ask(pairAreasContract, { ...query, limit: "10000" });
      expect(total).toBe(counts.reduce((sum, count) => sum + count, 0));
      for (const area of areas) {
        const meets = isBetter ? area.other.value! >= norm : area.other.value! <= norm;
        expect(area.otherRung === 0, `${id} ${area.code} ${area.other.value}`).toBe(meets);
      }
    }
    const thirds = await ask(pairsContract, {
      need: "mpi@2022",
      other: "pupil_teacher_ratio@2022",
      level: "village",
      otherBounds: "thirds",
    });
    expect(thirds.other.axis.rule).toBe("thirds");
  });
}
