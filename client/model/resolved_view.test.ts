import { describe, expect, it } from "vitest";
import type { CatalogLevel, Catalog } from "#domain/contract/catalog";
import { INDICATORS } from "#domain/registry/index";
import {
  areaAbove,
  automaticLevel,
  indicatorOf,
  nearestPeriod,
  pairOf,
  unknownNames,
} from "./resolved_view.ts";

const level = (id: string, ordinal: number, legibleZoom: number): CatalogLevel => ({
  id,
  ordinal,
  label: { en: id },
  areaCount: 1,
  minZoom: 0,
  maxZoom: 12,
  legibleZoom,
});
const levels = [level("province", 0, 1), level("county", 1, 3), level("village", 2, 7)];

describe("the automatic level", () => {
  const shown = (zoom: number, open: string | null, childCount = 24): string =>
    automaticLevel(levels, zoom, open === null ? null : { level: open, childCount }).id;

  it("shows at least the children of the open area", () => {
    expect(shown(0, "province")).toBe("county");
    expect(shown(0, "county")).toBe("village");
  });

  it("goes deeper when the areas have become large enough to press", () => {
    expect(shown(9.4, "province")).toBe("county");
    expect(shown(9.5, "province")).toBe("village");
  });

  it("passes over a level of few children and stops at the lowest", () => {
    expect(shown(0, "province", 3)).toBe("village");
    expect(shown(0, "village", 0)).toBe("village");
  });
});

it("follows links that name an indicator by a former id, and says what no release knows", () => {
  const catalog = {
    indicators: INDICATORS.map((one) => ({ ...one, periods: ["2022"] })),
    lenses: [{ id: "poverty", defaultIndicator: "mpi", indicators: ["mpi"] }],
  } as unknown as Catalog;
  const view = { lens: "poverty" as const, indicator: "contribution_schooling", against: null, maps: null };
  expect(indicatorOf(view, catalog)?.id).toBe("contribution_years_of_schooling");
  expect(unknownNames(view, catalog)).toEqual([]);
  const lost = { ...view, indicator: "nothing", against: "nil" };
  expect(indicatorOf(lost, catalog)?.id).toBe("mpi");
  expect(pairOf(lost, catalog, indicatorOf(lost, catalog), "2022")).toBeNull();
  expect(unknownNames({ ...lost, maps: [{ indicator: "gone", period: "2022" }] }, catalog)).toEqual([
    "indicator=nothing",
    "with=nil",
    "maps=gone",
  ]);
});

it("finds the nearest period with data, the later of two", () => {
  expect(nearestPeriod("2018", ["2014", "2017", "2019"])).toBe("2019");
  expect(nearestPeriod("2013", ["2014", "2017"])).toBe("2014");
  expect(nearestPeriod("2013", [])).toBeNull();
});

it("leads up to the parent, to the whole from below the root, and nowhere from the root", () => {
  const area = (code: string, ...parents: string[]) =>
    ({ code, parents: parents.map((parent) => ({ code: parent })) }) as Parameters<typeof areaAbove>[0];
  expect(areaAbove(area("v", "p", "c"), "p")).toBe("c");
  expect(areaAbove(area("c", "p"), "p")).toBeNull();
  expect(areaAbove(area("p"), "p")).toBeUndefined();
  expect(areaAbove(area("c"), null)).toBeNull();
});
