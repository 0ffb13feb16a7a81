import { expect, it } from "vitest";
import type { ResolvedMode, ResolvedView } from "#client/model/resolved_view.ts";
import type { BaseView } from "#client/model/view.ts";
import { figureRefAt } from "./figure_hotkey.ts";

type Here = Parameters<typeof figureRefAt>[0];

/** What the question depends on, and nothing else of the screen. */
const here = (view: Partial<BaseView>, resolved: Partial<ResolvedView>): Here =>
  ({
    view: { set: null, area: null, ...view },
    resolved: { indicator: { id: "mpi" }, period: "2022", mode: { kind: "one" }, ...resolved },
    catalog: { rootCode: "99" },
  }) as unknown as Here;

const one = { indicator: "mpi", period: "2022", since: null };

it("asks about the area that is pointed at, else about the open one, else about the whole", () => {
  expect(figureRefAt(here({ area: "9903" }, {}), "990301")).toEqual({
    kind: "area",
    code: "990301",
    shown: [one],
  });
  expect(figureRefAt(here({ area: "9903" }, {}), null)).toEqual({ kind: "area", code: "9903", shown: [one] });
  expect(figureRefAt(here({}, {}), null)).toEqual({ kind: "area", code: "99", shown: [one] });
});

it("asks about the set when nothing is pointed at", () => {
  const set = here({ set: ["9901", "9902"] }, {});
  expect(figureRefAt(set, null)).toEqual({
    kind: "set",
    codes: ["9901", "9902"],
    indicator: "mpi",
    period: "2022",
  });
  expect(figureRefAt(set, "9901")).toMatchObject({ kind: "area", code: "9901" });
});

it("offers every figure that is shown of an area: a change, both of two, one for each map", () => {
  const change = here({}, { mode: { kind: "change", since: "2021" } });
  expect(figureRefAt(change, "1")).toMatchObject({ shown: [{ ...one, since: "2021" }] });
  const two = { kind: "bivariate", second: { id: "help_plan_coverage" }, period: "2021" } as ResolvedMode;
  expect(figureRefAt(here({}, { mode: two }), "1")).toMatchObject({
    shown: [one, { indicator: "help_plan_coverage", period: "2021" }],
  });
  const maps = [
    { indicator: "mpi", period: "2014" },
    { indicator: "mpi", period: "2022" },
  ];
  expect(figureRefAt(here({}, { mode: { kind: "compare", maps, swipe: false } }), "1")).toMatchObject({
    shown: maps,
  });
});

it("asks nothing where nothing is shown", () => {
  expect(figureRefAt(here({}, { indicator: null }), "1")).toBeNull();
});
