import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LineageInput } from "#domain/dataset";
import { Lineage, splitWhole } from "./lineage.ts";
import type { FactRows } from "./fact_rows.ts";
import { LevelCodes, ReportedLevel } from "./period_facts.ts";

const row = (fromCode: string, toCode: string, since = "2019", share = 1): LineageInput => ({
  fromCode,
  toCode,
  since,
  share,
  kind: share === 1 ? "merged" : "split",
});
const today =
  (...codes: string[]) =>
  (code: string) =>
    codes.includes(code);

describe("lineage", () => {
  it("leaves codes alone that nothing happened to", () => {
    expect(new Lineage([], today("A")).targets("A", "2018")).toEqual([{ code: "A", share: 1 }]);
    expect(new Lineage([], today("A")).targets("B", "2018")).toEqual([]);
  });

  it("follows merges and chains of them", () => {
    const lineage = new Lineage([row("a", "b", "2016"), row("b", "C", "2019")], today("C"));
    expect(lineage.targets("a", "2015")).toEqual([{ code: "C", share: 1 }]);
  });

  it("knows a code as covered by its parts, the parts of these, or itself, each once", () => {
    const rows = [row("a", "C", "2016"), row("b", "C", "2016"), row("C", "D", "2019")];
    const lineage = new Lineage(rows, today("D"));
    const cover = (period: string, ...seen: string[]) => lineage.coverage("D", period, new Set(seen));
    expect(cover("2015", "a", "b")).toBe("all");
    expect(cover("2015", "a")).toBe("part");
    expect(cover("2015", "C")).toBe("all");
    expect(cover("2015", "C", "a")).toBe("part");
    expect(cover("2017", "C")).toBe("all");
    expect(cover("2020", "D")).toBe("all");
    expect(cover("2020", "a", "b")).toBe("all");
    expect(cover("2015", "D", "a", "b")).toBe("part");
    expect(cover("2015")).toBe("none");
  });

  it("knows that a code which took another one in needs it before, and no more after", () => {
    const lineage = new Lineage([row("A", "A"), row("b", "A")], today("A"));
    const cover = (period: string, ...seen: string[]) => lineage.coverage("A", period, new Set(seen));
    expect(cover("2018", "A")).toBe("part");
    expect(cover("2018", "b")).toBe("part");
    expect(cover("2018", "A", "b")).toBe("all");
    expect(cover("2019", "A")).toBe("all");
    expect(cover("2019", "A", "b")).toBe("all");
    expect(cover("2019", "b")).toBe("part");
  });

  it("knows both halves of a split as covered by what was split", () => {
    const lineage = new Lineage([row("A", "A", "2019", 0.6), row("A", "B", "2019", 0.4)], today("A", "B"));
    for (const period of ["2018", "2019"]) expect(lineage.coverage("A", period, new Set(["A"]))).toBe("all");
    expect(lineage.coverage("B", "2018", new Set(["A"]))).toBe("all");
    expect(lineage.coverage("B", "2019", new Set(["B"]))).toBe("all");
  });

  it("applies a later split to a code that lives on, and not an earlier one", () => {
    const lineage = new Lineage([row("A", "A", "2019", 0.6), row("A", "B", "2019", 0.4)], today("A", "B"));
    expect(lineage.targets("A", "2018")).toEqual([
      { code: "A", share: 0.6 },
      { code: "B", share: 0.4 },
    ]);
    expect(lineage.targets("A", "2019")).toEqual([{ code: "A", share: 1 }]);
  });

  it("still follows an old code that a department goes on using", () => {
    expect(new Lineage([row("a", "B")], today("B")).targets("a", "2021")).toEqual([{ code: "B", share: 1 }]);
  });

  it("reports figures for an older boundary version as far as it knows the areas they were counted in", () => {
    const rows = [row("a", "A", "2016"), row("A", "M"), row("B", "M"), row("C", "C", "2019", 0.6)];
    const old = new Lineage(rows, today("A", "B", "C"), "2018-12-31");
    expect(old.targets("a", "2015")).toEqual([{ code: "A", share: 1 }]);
    for (const code of ["A", "B", "C"]) expect(old.targets(code, "2018")).toEqual([{ code, share: 1 }]);
    for (const code of ["A", "B", "C", "M"]) expect(old.targets(code, "2019")).toEqual([]);
    expect(old.coverage("A", "2018", new Set(["A"]))).toBe("all");
    const now = new Lineage(rows, today("M"));
    expect(now.targets("a", "2015")).toEqual([{ code: "M", share: 1 }]);
  });

  it("ends on a circle", () => {
    expect(new Lineage([row("a", "b"), row("b", "a")], today()).targets("a", "2018")).toEqual([]);
  });

  it("splits whole numbers without losing one", () => {
    expect(splitWhole(10, [0.6, 0.4])).toEqual([6, 4]);
    expect(splitWhole(1, [0.5, 0.5])).toEqual([1, 0]);
    expect(splitWhole(-7, [0.5, 0.5])).toEqual([-4, -3]);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 40 }),
        fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 6 }),
        (total, weights) => {
          const all = weights.reduce((a, b) => a + b, 0);
          const parts = splitWhole(
            total,
            weights.map((weight) => weight / all),
          );
          expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
        },
      ),
    );
  });
});

interface Fact {
  readonly code: string;
  readonly values: readonly number[];
  readonly statuses: readonly number[];
}

const fact = (code: string, values: number[], statuses = values.map(() => 0)): Fact => ({
  code,
  values,
  statuses,
});
async function* pages(...facts: Fact[]): AsyncGenerator<FactRows> {
  yield {
    codes: facts.map(({ code }) => code),
    values: Float64Array.from(facts.flatMap(({ values }) => values)),
    statuses: Uint8Array.from(facts.flatMap(({ statuses }) => statuses)),
  };
}

async function stateVillages(facts: Fact[], rows: LineageInput[] = [], period = "2018") {
  const codes = ["A", "B"];
  const level = new ReportedLevel(new LevelCodes(codes), new Lineage(rows, today(...codes)), period);
  await level.add("t", ["m", "n"], pages(...facts));
  const read = (measure: string): (number | string)[] => {
    const { value, status } = level.columns.get(measure)!;
    return Array.from(value, (number, idx) => (status[idx] === 0 ? number : `missing ${status[idx]}`));
  };
  return { level, read };
}

describe("what is reported in a period", () => {
  it("is not surveyed where no row is, and keeps the reason where there is one", async () => {
    const { read } = await stateVillages([fact("A", [5, 0], [0, 2])]);
    expect(read("m")).toEqual([5, "missing 1"]);
    expect(read("n")).toEqual(["missing 2", "missing 1"]);
  });

  it("adds old villages up to the one they became", async () => {
    const { read } = await stateVillages(
      [fact("a", [5, 1]), fact("b", [7, 2])],
      [row("a", "A"), row("b", "A")],
    );
    expect(read("m")).toEqual([12, "missing 1"]);
  });

  it("takes a merged village for not surveyed when one of its parts is not there", async () => {
    const { read } = await stateVillages([fact("a", [5, 1])], [row("a", "A"), row("b", "A")]);
    expect(read("m")[0]).toBe("missing 1");
  });

  it("counts a village that lives on and took another one in", async () => {
    const rows = [row("A", "A"), row("b", "A")];
    expect((await stateVillages([fact("A", [5, 1]), fact("b", [1, 1])], rows)).read("m")[0]).toBe(6);
    expect((await stateVillages([fact("A", [5, 1])], rows)).read("m")[0]).toBe("missing 1");
    expect((await stateVillages([fact("A", [5, 1])], rows, "2019")).read("m")[0]).toBe(5);
  });

  it("counts a village that was renamed after it was merged", async () => {
    const rows = [row("a", "x", "2016"), row("b", "x", "2016"), row("x", "A", "2018")];
    expect((await stateVillages([fact("a", [5, 1]), fact("b", [7, 2])], rows, "2015")).read("m")[0]).toBe(12);
    expect((await stateVillages([fact("x", [5, 1])], rows, "2017")).read("m")[0]).toBe(5);
    expect((await stateVillages([fact("A", [5, 1])], rows, "2018")).read("m")[0]).toBe(5);
  });

  it("takes figures that a department has already recomputed onto today's villages", async () => {
    const { read } = await stateVillages([fact("A", [5, 1])], [row("a", "A"), row("b", "A")]);
    expect(read("m")[0]).toBe(5);
  });

  it("keeps what the first batch, that of the highest priority, has reported", async () => {
    const { level, read } = await stateVillages([fact("A", [5, 0], [0, 1])]);
    await level.add("t", ["m", "n"], pages(fact("A", [6, 6]), fact("B", [7, 7])));
    expect(read("m")).toEqual([5, 7]);
    expect(read("n")).toEqual([6, 7]);
  });
});
