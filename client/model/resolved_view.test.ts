import { describe, expect, it } from "vitest";
import { nearestPeriod } from "#domain/period";
import type { CatalogLevel, Catalog } from "#domain/contract/catalog";
import { INDICATORS } from "#domain/registry/index";
import {
  areaAbove,
  automaticLevel,
  drawnLevel,
  indicatorOf,
  resolveMode,
  unknownNames,
} from "./resolved_view.ts";
import { bivariateMode } from "./view.ts";
import type { Mode } from "./view.ts";

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

describe("the level that is drawn", () => {
  const many = [
    { ...level("region", 0, 1), areaCount: 17 },
    { ...level("town", 1, 3), areaCount: 1600 },
    { ...level("village", 2, 7), areaCount: 42_058, minZoom: 5 },
  ];
  const [, , village] = many;
  const drawn = (zoom: number | null, isCount: boolean, open: string | null) => {
    const { level: shown, hidden } = drawnLevel(
      many,
      village!,
      zoom,
      isCount,
      open === null ? null : { level: open },
    );
    return [shown.id, hidden?.level.id, hidden?.reason];
  };

  it("is the one asked where the map is close enough, and the one above where it is not", () => {
    expect(drawn(5, false, null)).toEqual(["village", undefined, undefined]);
    expect(drawn(4, false, null)).toEqual(["town", "village", "zoom"]);
    expect(drawn(null, false, null)).toEqual(["village", undefined, undefined]);
  });

  it("is one of fewer areas where circles are too many, at any zoom", () => {
    expect(drawn(9, true, null)).toEqual(["town", "village", "circles"]);
    expect(drawn(0, true, "region")).toEqual(["village", undefined, undefined]);
  });

  it("is that of the open area or one above where the map is too far out for all of its inside", () => {
    expect(drawn(4, false, "region")).toEqual(["town", "village", "zoom"]);
    expect(drawn(2, false, "town")).toEqual(["town", "village", "zoom"]);
    expect(drawn(5, false, "town")).toEqual(["village", undefined, undefined]);
  });

  it("is no level above the open area of too many circles", () => {
    const levels = [many[0]!, { ...many[1]!, areaCount: 7000 }, { ...village!, areaCount: 30_000_000 }];
    const { level: shown } = drawnLevel(levels, levels[2]!, 9, true, { level: "town" });
    expect(shown.id).toBe("region");
  });
});

it("follows links that name an indicator by a former id, and says what no release knows", () => {
  const catalog = {
    indicators: INDICATORS.map((indicator) => ({ ...indicator, periods: ["2022"] })),
    lenses: [{ id: "poverty", defaultIndicator: "mpi", indicators: ["mpi"] }],
  } as unknown as Catalog;
  const view = {
    lens: "poverty" as const,
    indicator: "contribution_schooling",
    mode: { kind: "one" as const },
  };
  expect(indicatorOf(view, catalog)?.id).toBe("contribution_years_of_schooling");
  expect(unknownNames(view, catalog)).toEqual([]);
  const lost = { ...view, indicator: "nothing", mode: bivariateMode("nil") };
  expect(indicatorOf(lost, catalog)?.id).toBe("mpi");
  expect(resolveMode(lost, catalog, indicatorOf(lost, catalog), "2022")).toEqual({ kind: "one" });
  expect(unknownNames(lost, catalog)).toEqual(["indicator=nothing", "with=nil"]);
  const maps = [{ indicator: "gone", period: "2022" }];
  expect(unknownNames({ ...view, mode: { kind: "compare", maps, swipe: false } }, catalog)).toEqual([
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

it("shows a mode only where its indicator and period have it", () => {
  const indicator = (id: string, lens: string, periods: string[], denominator: object | null = {}) =>
    ({ id, lens, periods, denominator }) as unknown as Catalog["indicators"][number];
  const need = indicator("mpi", "poverty", ["2014", "2019", "2022"]);
  const travel = indicator("school_travel_time", "supply", ["2018", "2021"]);
  const catalog = { indicators: [need, travel] };
  const poverty = (mode: Mode) => ({ lens: "poverty" as const, mode });
  const mode = bivariateMode("school_travel_time");
  expect(resolveMode(poverty(mode), catalog, need, "2022")).toEqual({
    ...mode,
    second: travel,
    period: "2021",
  });
  expect(resolveMode({ lens: "supply", mode }, catalog, travel, "2021")).toEqual({ kind: "one" });
  expect(resolveMode(poverty(mode), catalog, need, "2020")).toEqual({ kind: "one" });
  const change = { kind: "change", since: "2014" } as const;
  expect(resolveMode(poverty(change), catalog, need, "2022")).toEqual(change);
  expect(resolveMode(poverty(change), catalog, need, "2014")).toEqual({ kind: "one" });
  const sum = indicator("funds", "help", ["2014", "2022"], null);
  expect(resolveMode({ lens: "help", mode: change }, catalog, sum, "2022")).toEqual({ kind: "one" });
});
