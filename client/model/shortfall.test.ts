import { expect, it } from "vitest";
import type { Profile } from "#domain/contract/areas";
import type { Catalog, CatalogIndicator } from "#domain/contract/catalog";
import { INDICATORS, MEASURES } from "#domain/registry/index";
import { CLOSE_SHARE, lightOf, safeguardsOf, worstSafeguard } from "./safeguards.ts";
import { countedBy, lookedAt, shortfallOf, unitOfTerm } from "./shortfall.ts";
import { toDoOf } from "./to_do.ts";

const indicatorOf = (id: string): CatalogIndicator => ({
  ...INDICATORS.find((known) => known.id === id)!,
  formula: "",
  periods: ["2020", "2021", "2022"],
  sources: [],
});

const catalogOf = (ids: readonly string[]): Catalog =>
  ({ indicators: ids.map(indicatorOf), measures: MEASURES }) as unknown as Catalog;

type Sums = readonly [numerator: number, denominator: number | null];

/** A profile of 2022 whose indicators have these sums in 2021 and 2022. */
const profileOf = (sums: Readonly<Record<string, readonly [Sums | null, Sums]>>): Profile =>
  ({
    period: "2022",
    indicators: Object.entries(sums).map(([indicator, [before, now]]) => ({
      indicator,
      value: 1,
      numerator: now[0],
      denominator: now[1],
      trend: [
        { period: "2020", missing: "not-surveyed" },
        before === null
          ? { period: "2021", missing: "not-surveyed" }
          : { period: "2021", numerator: before[0], denominator: before[1] },
        { period: "2022", numerator: now[0], denominator: now[1] },
      ],
    })),
  }) as unknown as Profile;

it("counts what a coverage leaves, and what a share of the needy holds", () => {
  const catalog = catalogOf(["help_plan_coverage", "unsafe_housing_share"]);
  const profile = profileOf({
    help_plan_coverage: [
      [17_916, 20_058],
      [16_473, 18_098],
    ],
    unsafe_housing_share: [null, [13_401, 55_476]],
  });
  expect(shortfallOf(profile, catalog, "help_plan_coverage")).toMatchObject({
    unit: "households",
    count: 1625,
    total: 18_098,
    before: { period: "2021", count: 2142 },
  });
  expect(shortfallOf(profile, catalog, "unsafe_housing_share")).toMatchObject({
    unit: "households",
    count: 13_401,
    before: null,
  });
  expect(lookedAt(profile, catalog, "help_plan_coverage")?.before).toEqual({ period: "2021", count: 20_058 });
  expect(countedBy(profile, catalog, "help_plan_coverage")?.count).toBe(16_473);
  expect(shortfallOf(profile, catalog, "unsafe_water_share")).toBeNull();
});

it("compares nothing across a change of method", () => {
  const catalog = catalogOf(["unsafe_housing_share"]);
  const changed = {
    ...catalog,
    indicators: [{ ...catalog.indicators[0]!, methodChanges: [{ period: "2022", label: { en: "new" } }] }],
  };
  const profile = profileOf({
    unsafe_housing_share: [
      [20, 100],
      [10, 100],
    ],
  });
  expect(shortfallOf(profile, catalog, "unsafe_housing_share")?.before?.count).toBe(20);
  expect(shortfallOf(profile, changed, "unsafe_housing_share")?.before).toBeNull();
});

it("knows the unit of a sum of like measures only", () => {
  const catalog = catalogOf([]);
  expect(unitOfTerm({ monitored_unstable_households: 1, monitored_sudden_households: 1 }, catalog)).toBe(
    "households",
  );
  expect(unitOfTerm({ target_households: 1, target_persons: 1 }, catalog)).toBeNull();
  expect(unitOfTerm({ target_households: 2 }, catalog)).toBeNull();
  expect(unitOfTerm({ nothing_like_it: 1 }, catalog)).toBeNull();
});

it("lights green for nobody, amber up to the limit, red beyond, and none without data", () => {
  const limit = CLOSE_SHARE * 1000;
  expect(lightOf({ count: 0, total: 1000 })).toBe("good");
  expect(lightOf({ count: 1, total: 1000 })).toBe("close");
  expect(lightOf({ count: limit, total: 1000 })).toBe("close");
  expect(lightOf({ count: limit + 1, total: 1000 })).toBe("bad");
  expect(lightOf({ count: 0, total: 0 })).toBe("none");
  expect(lightOf(null)).toBe("none");
});

it("shows four lights where the release has one of them, none where it has none, and finds the worst", () => {
  const catalog = catalogOf(["unsafe_water_share", "medical_insurance_coverage"]);
  const profile = profileOf({
    unsafe_water_share: [null, [20, 100]],
    medical_insurance_coverage: [null, [96, 100]],
  });
  const lights = safeguardsOf(profile, catalog);
  expect(lights.map(({ id, light }) => [id, light])).toEqual([
    ["education", "none"],
    ["medical", "close"],
    ["housing", "none"],
    ["water", "bad"],
  ]);
  expect(worstSafeguard(lights)?.id).toBe("water");
  expect(worstSafeguard(lights.slice(0, 1))).toBeNull();
  expect(safeguardsOf(profile, catalogOf(["mpi"]))).toEqual([]);
});

it("lists what is left to do: most people first, then what is late, then money", () => {
  const ids = [
    "help_plan_coverage",
    "responsible_cadre_coverage",
    "visits_on_time_share",
    "overdue_alerts",
    "funds_paid_share",
  ];
  const catalog = catalogOf(ids);
  const profile = profileOf({
    funds_paid_share: [null, [90_000_000, 100_000_000]],
    overdue_alerts: [null, [59, null]],
    visits_on_time_share: [null, [900, 1000]],
    responsible_cadre_coverage: [null, [100, 100]],
    help_plan_coverage: [null, [90, 100]],
  });
  expect(toDoOf(profile, catalog)?.map(({ id, count }) => [id, count])).toEqual([
    ["help_plan_coverage", 10],
    ["visits_on_time_share", 100],
    ["overdue_alerts", 59],
    ["funds_paid_share", 10_000_000],
  ]);
  expect(toDoOf(profileOf({ help_plan_coverage: [null, [5, 5]] }), catalog)).toEqual([]);
  expect(toDoOf(profileOf({}), catalog)).toBeNull();
  expect(toDoOf(profile, catalogOf(["mpi"]))).toBeNull();
});
