import { describe, expect, it } from "vitest";
import type { Catalog } from "#domain/contract/catalog";
import type { ResolvedView } from "#client/model/resolved_view.ts";
import {
  answeredColumn,
  shownInside,
  classesAsked,
  columnOf,
  insideOf,
  isPlaceKnown,
  isSameColumn,
} from "./column.ts";
import type { ViewValue } from "./view_context.ts";

/** A release as a catalogue names it. */
const STAMPED = "3-0123456789abcdef";
const mpi = {
  id: "mpi",
  denominator: "persons",
  periods: ["2014", "2022"],
} as unknown as Catalog["indicators"][number];
const county = { id: "county" } as Catalog["levels"][number];
const catalog = {
  address: STAMPED,
  rootCode: "99",
  indicators: [mpi],
  levels: [county],
} as unknown as Catalog;

/** A view of the counties of the whole. */
const here = (resolved: Partial<ResolvedView> = {}, area: string | null = null): ViewValue =>
  ({
    view: { area },
    catalog,
    resolved: {
      indicator: mpi,
      period: "2022",
      nearestPeriod: null,
      level: county,
      mode: { kind: "one" },
      open: { code: "99" },
      selected: null,
      ...resolved,
    },
  }) as unknown as ViewValue;

it("asks for the indicator of the view, or for its change", () => {
  const column = { release: STAMPED, indicator: "mpi", period: "2022", level: "county" };
  expect(columnOf(here())).toEqual(column);
  expect(columnOf(here({ mode: { kind: "change", since: "2014" } }))).toEqual({
    ...column,
    period: "2014..2022",
  });
});

it("asks for no column where there is none, or two, or the open area is not known yet", () => {
  expect(columnOf(here({ indicator: null }))).toBeNull();
  expect(columnOf(here({ nearestPeriod: "2014" }))).toBeNull();
  expect(columnOf(here({ mode: { kind: "bivariate" } as ResolvedView["mode"] }))).toBeNull();
  expect(columnOf(here({ open: null }))).toBeNull();
});

it("waits for the parent of an area without children, which is what the list is inside of", () => {
  const village = { code: "9901", parents: [{ code: "99" }] } as ResolvedView["selected"];
  expect(isPlaceKnown(here({ open: null, selected: village }, "9901"))).toBe(false);
  expect(isPlaceKnown(here({ selected: village }, "9901"))).toBe(true);
  expect(insideOf(here())).toBeNull();
  expect(insideOf(here({ open: { code: "9903" } as ResolvedView["open"] }))).toBe("9903");
});

it("says what an answer holds in the words of the catalogue", () => {
  const answer = { indicator: "mpi", period: "2014..2022", level: "county" };
  expect(answeredColumn(catalog, answer)).toEqual({
    indicator: mpi,
    level: county,
    period: "2022",
    since: "2014",
  });
  expect(answeredColumn(catalog, { ...answer, indicator: "gone" })).toBeNull();
  expect(answeredColumn(catalog, undefined)).toBeNull();
  expect(isSameColumn(answer, { ...answer })).toBe(true);
  expect(isSameColumn(answer, { ...answer, level: "village" })).toBe(false);
  expect(isSameColumn(answer, null)).toBe(false);
});

describe("classes of the areas within the open one", () => {
  const levels = [{ id: "province" }, { id: "county" }] as Catalog["levels"];
  const inside = (level: string, patch: object = {}): ViewValue => {
    const known = here({ open: { code: "9903", level } as ResolvedView["open"] });
    const view = { area: "9903", method: null, scope: "period", classPlace: "auto", ...patch };
    return { ...known, catalog: { ...catalog, levels }, view: view as unknown as ViewValue["view"] };
  };
  const asked = (value: ViewValue) => classesAsked(value, mpi, "2022").query;

  it("are asked for where the others do not part them, unless the reader or a shared scale decides", () => {
    expect(asked(inside("province"))).toMatchObject({ parent: "9903", crowded: "within", within: null });
    expect(asked(inside("province", { classPlace: "open" }))).toMatchObject({
      crowded: null,
      within: "9903",
    });
    expect(asked(inside("province", { classPlace: "all" }))).toMatchObject({ crowded: null, within: null });
    expect(asked(inside("province", { scope: "periods" }))).toMatchObject({ crowded: null, within: null });
    expect(asked(inside("province", { method: "manual", breaks: [1] }))).toMatchObject({ crowded: null });
  });

  it("are not there for areas that do not lie within it", () => {
    expect(shownInside(inside("county"))).toBeNull();
    expect(asked(inside("county"))).toMatchObject({ parent: null, crowded: null });
  });
});
