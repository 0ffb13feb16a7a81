// Areas: found by name, code, level and parent; described with their parents and their profile.

import { expect, it } from "vitest";
import { areaContract, areasContract, profileContract } from "#domain/contract/areas";
import { DEPRIVATIONS } from "#domain/registry/multidimensional";
import type { Api } from "./api.ts";

/** Tests `/api/areas` and profiles. */
export function areaCases(api: Api): void {
  const { values, ask } = api;

  it("finds areas by code, by part of a name in either language, by level and by parent", async () => {
    const villages = await ask(areasContract, { level: "village", limit: "10000" });
    expect(villages.total).toBe(300);
    const some = villages.areas[17]!;
    expect((await ask(areasContract, { q: some.code })).areas[0]!.code).toBe(some.code);
    for (const name of [some.names["zh"]!, some.names["en"]!.toUpperCase(), some.names["en"]!.slice(1, 6)]) {
      const found = await ask(areasContract, { q: name, limit: "500" });
      expect(found.areas.map(({ code }) => code)).toContain(some.code);
      expect(found.areas.length).toBe(found.total);
    }
    const siblings = await ask(areasContract, { parent: some.parentCode!, limit: "500" });
    expect(siblings.areas.every(({ parentCode }) => parentCode === some.parentCode)).toBe(true);
    expect(some.parentNames).toHaveLength(4);
    const county = `${some.code.slice(0, 6)}000000`;
    const inCounty = await ask(areasContract, { level: "village", parent: county, limit: "500" });
    expect(inCounty.areas.map(({ code }) => code)).toEqual(
      villages.areas.map(({ code }) => code).filter((code) => code.startsWith(county.slice(0, 6))),
    );
    expect(inCounty.total).toBeGreaterThan(siblings.total);
    expect((await ask(areasContract, { q: "%" })).total).toBe(0);
    expect((await ask(areasContract, { q: "_" })).total).toBe(0);
  });

  it("ranks a whole code before a part and a beginning before a middle", async () => {
    const root = api.catalog.rootCode!;
    expect((await ask(areasContract, { q: root })).areas[0]!.code).toBe(root);
    const { areas } = await ask(areasContract, { q: "an", limit: "500" });
    const starts = areas.map(({ names, code }) =>
      [code, ...Object.values(names)].some((text) => text.toLowerCase().startsWith("an")),
    );
    expect(starts.lastIndexOf(true)).toBeLessThan(starts.includes(false) ? starts.indexOf(false) : Infinity);
  });

  it("describes an area with its parents, and its profile agrees with the values", async () => {
    const [village] = (await ask(areasContract, { level: "village", limit: "1" })).areas;
    const { code } = village!;
    const area = await ask(areaContract, {}, { code });
    expect(area.parents.map(({ level }) => level)).toEqual(["province", "prefecture", "county", "township"]);
    expect(area.childLevel).toBeNull();
    const profile = await ask(profileContract, { period: "2022" }, { code });
    const siblings = await values("mpi", "2022", "village", area.parentCode!);
    const own = siblings.find((item) => item.code === code)!;
    const mpi = profile.indicators.find(({ indicator }) => indicator === "mpi")!;
    expect([mpi.value, mpi.numerator, mpi.denominator]).toEqual([own.value, own.numerator, own.denominator]);
    expect(mpi.rank).toBe(
      1 + siblings.filter(({ value }) => value !== undefined && value > own.value!).length,
    );
    expect(mpi.rankOf).toBe(siblings.filter(({ value }) => value !== undefined).length);
    expect(mpi.trend.map(({ period }) => period)).toEqual(api.catalog.periods);
    expect(mpi.trend.at(-1)!.value).toBe(own.value);
    const score = DEPRIVATIONS.reduce(
      (sum, { id, weight }) => sum + weight * profile.measures[`poor_persons_deprived_in_${id}`]!,
      0,
    );
    expect(score).toBe(own.numerator);
  });
}
