// Links that people have kept: each opens what it opened before, and is written again as the same text.

import { expect, it } from "vitest";
import { packCodes } from "#domain/area_set_codec";
import { decode, encode } from "./permalink.ts";
import { bivariateMode, defaultView } from "./view.ts";
import type { Mode, View } from "./view.ts";

const defaults = defaultView({ language: "en", theme: "light" });
const set = ["990101", "990102", "990301"];

const TRAVEL = bivariateMode("school_travel_time");
const PLANS = bivariateMode("help_plan_coverage");
const since = (period: string): Mode => ({ kind: "change", since: period });
const maps = (names: string, swipe = false): Mode => ({
  kind: "compare",
  maps: names.split(" ").map((name) => {
    const [indicator, period] = name.split("@");
    return { indicator: indicator!, period: period! };
  }),
  swipe,
});

const LINKS: readonly (readonly [link: string, view: Partial<View>])[] = [
  ["", {}],
  ["?release=3", { release: 3 }],
  ["?lens=help", { lens: "help" }],
  ["?lens=supply&indicator=pupil_teacher_ratio", { lens: "supply", indicator: "pupil_teacher_ratio" }],
  ["?indicator=headcount_ratio&period=2019", { indicator: "headcount_ratio", period: "2019" }],
  ["?period=2019Q3", { period: "2019Q3" }],
  ["?level=village", { level: "village" }],
  ["?area=990301", { area: "990301" }],
  ["?level=village&area=99030112&lang=zh", { area: "99030112", level: "village", language: "zh" }],
  ["?with=school_travel_time", { mode: TRAVEL }],
  ["?indicator=mpi&with=help_plan_coverage&class=8", { indicator: "mpi", mode: { ...PLANS, class: 8 } }],
  [
    "?with=help_plan_coverage&class=5&need_at=0.05&with_at=policy",
    { mode: { ...PLANS, class: 5, bounds: [0.05], secondBounds: "policy" } },
  ],
  [
    "?with=school_travel_time&need_at=0.03,0.07&with_at=30,60",
    { mode: { ...TRAVEL, bounds: [0.03, 0.07], secondBounds: [30, 60] } },
  ],
  [
    "?with=school_travel_time&order=people",
    { mode: { ...TRAVEL, order: { sort: "people", first: "worst" } } },
  ],
  [
    "?with=school_travel_time&order=need-best&list=scatter",
    { mode: { ...TRAVEL, order: { sort: "need", first: "best" } }, list: "scatter" },
  ],
  [`?with=school_travel_time&set=${packCodes(set)}&scope=periods`, { mode: TRAVEL, set, scope: "periods" }],
  ["?since=2014", { mode: since("2014") }],
  [
    "?indicator=headcount_ratio&period=2020&level=county&since=2016",
    { indicator: "headcount_ratio", period: "2020", level: "county", mode: since("2016") },
  ],
  ["?since=2014&area=9903&k=4", { mode: since("2014"), area: "9903", classes: 4 }],
  ["?maps=mpi@2014,mpi@2022", { mode: maps("mpi@2014 mpi@2022") }],
  [
    "?maps=mpi@2014,pupil_teacher_ratio@2022&swipe=1",
    { mode: maps("mpi@2014 pupil_teacher_ratio@2022", true) },
  ],
  [
    "?maps=mpi@2014,mpi@2017,mpi@2019,mpi@2022&area=9903&table=closed",
    { mode: maps("mpi@2014 mpi@2017 mpi@2019 mpi@2022"), area: "9903", table: "line" },
  ],
  [`?set=${packCodes(set)}`, { set }],
  [
    `?period=2020&set=${packCodes(set)}&area=9903&columns=on`,
    { period: "2020", set, area: "9903", columns: true },
  ],
  ["?columns=on", { columns: true }],
  ["?area=9903&table=open", { area: "9903", table: "rows" }],
  ["?table=full&list=scatter", { table: "full", list: "scatter" }],
  ["?method=quantile&k=3", { method: "quantile", classes: 3 }],
  ["?method=manual&breaks=0.01,0.05,0.1", { method: "manual", breaks: [0.01, 0.05, 0.1] }],
  ["?zero=own&scope=levels", { zero: "own", scope: "levels" }],
  ["?lang=zh&theme=dark", { language: "zh", theme: "dark" }],
  ["?at=106.71230,26.57830,8.25", { camera: { lon: 106.7123, lat: 26.5783, zoom: 8.25 } }],
  [
    "?area=9903&at=106.71230,26.57830,10.50&pane=table",
    { area: "9903", camera: { lon: 106.7123, lat: 26.5783, zoom: 10.5 }, pane: "table" },
  ],
  ["?lens=supply&with=help_plan_coverage", { lens: "supply", mode: PLANS }],
  [
    "?release=1&lens=poverty&indicator=mpi&with=school_travel_time&class=8&scope=periods&theme=dark",
    { release: 1, indicator: "mpi", mode: { ...TRAVEL, class: 8 }, scope: "periods", theme: "dark" },
  ],
  [
    "?level=county&since=2014&theme=dark&columns=on",
    { level: "county", mode: since("2014"), theme: "dark", columns: true },
  ],
];

it.each(LINKS)("opens %s as before, and writes it again", (link, expected) => {
  const { view, dropped } = decode(link, defaults);
  expect(dropped).toEqual([]);
  expect(view).toEqual({ ...defaults, ...expected });
  expect(encode(view, defaults)).toBe(link.replace("&lens=poverty", ""));
});

it("takes the mode that shows most where an address written by hand names several", () => {
  const { view, dropped } = decode("?since=2014&with=school_travel_time&class=2", defaults);
  expect(view.mode).toEqual({ ...TRAVEL, class: 2 });
  expect(decode("?with=school_travel_time&maps=mpi@2014,mpi@2022", defaults).view.mode.kind).toBe("compare");
  expect(dropped).toEqual([]);
});

it("names a mode that has no parameters of its own", () => {
  const view: View = { ...defaults, mode: { kind: "named", id: "dots" } };
  expect(encode(view, defaults)).toBe("?mode=dots");
  expect(decode("?mode=dots", defaults).view).toEqual(view);
});
