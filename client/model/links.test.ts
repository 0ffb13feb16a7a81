// Links that people have kept: each opens what it opened before, and is written again as the same text.

import { expect, it } from "vitest";
import { packCodes } from "#domain/area_set_codec";
import { decode, encode } from "./permalink.ts";
import { defaultView } from "./view.ts";
import type { View } from "./view.ts";

const defaults = defaultView({ language: "en", theme: "light" });
const set = ["990101", "990102", "990301"];

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
  ["?with=school_travel_time", { against: "school_travel_time" }],
  [
    "?indicator=mpi&with=help_plan_coverage&class=8",
    { indicator: "mpi", against: "help_plan_coverage", pairClass: 8 },
  ],
  [
    "?with=help_plan_coverage&class=5&need_at=0.05&with_at=policy",
    { against: "help_plan_coverage", pairClass: 5, needBounds: [0.05], otherBounds: "policy" },
  ],
  [
    "?with=school_travel_time&need_at=0.03,0.07&with_at=30,60",
    { against: "school_travel_time", needBounds: [0.03, 0.07], otherBounds: [30, 60] },
  ],
  [
    "?with=school_travel_time&order=people",
    { against: "school_travel_time", pairOrder: { sort: "people", first: "worst" } },
  ],
  [
    "?with=school_travel_time&order=need-best&list=scatter",
    { against: "school_travel_time", pairOrder: { sort: "need", first: "best" }, list: "scatter" },
  ],
  [
    `?with=school_travel_time&set=${packCodes(set)}&scope=periods`,
    { against: "school_travel_time", set, scope: "periods" },
  ],
  ["?since=2014", { since: "2014" }],
  [
    "?indicator=headcount_ratio&period=2020&level=county&since=2016",
    { indicator: "headcount_ratio", period: "2020", level: "county", since: "2016" },
  ],
  ["?since=2014&area=9903&k=4", { since: "2014", area: "9903", classes: 4 }],
  [
    "?maps=mpi@2014,mpi@2022",
    {
      maps: [
        { indicator: "mpi", period: "2014" },
        { indicator: "mpi", period: "2022" },
      ],
    },
  ],
  [
    "?maps=mpi@2014,pupil_teacher_ratio@2022&swipe=1",
    {
      maps: [
        { indicator: "mpi", period: "2014" },
        { indicator: "pupil_teacher_ratio", period: "2022" },
      ],
      swipe: true,
    },
  ],
  [
    "?maps=mpi@2014,mpi@2017,mpi@2019,mpi@2022&area=9903&table=closed",
    {
      maps: ["2014", "2017", "2019", "2022"].map((period) => ({ indicator: "mpi", period })),
      area: "9903",
      table: false,
    },
  ],
  [`?set=${packCodes(set)}`, { set }],
  [
    `?period=2020&set=${packCodes(set)}&area=9903&columns=on`,
    { period: "2020", set, area: "9903", columns: true },
  ],
  ["?columns=on", { columns: true }],
  ["?method=quantile&k=3", { method: "quantile", classes: 3 }],
  ["?method=manual&breaks=0.01,0.05,0.1", { method: "manual", breaks: [0.01, 0.05, 0.1] }],
  ["?zero=own&scope=levels", { zero: "own", scope: "levels" }],
  ["?lang=zh&theme=dark", { language: "zh", theme: "dark" }],
  ["?at=106.71230,26.57830,8.25", { camera: { lon: 106.7123, lat: 26.5783, zoom: 8.25 } }],
  [
    "?area=9903&at=106.71230,26.57830,10.50&pane=table",
    { area: "9903", camera: { lon: 106.7123, lat: 26.5783, zoom: 10.5 }, pane: "table" },
  ],
  ["?lens=supply&with=help_plan_coverage", { lens: "supply", against: "help_plan_coverage" }],
  [
    "?release=1&lens=poverty&indicator=mpi&with=school_travel_time&class=8&scope=periods&theme=dark",
    {
      release: 1,
      indicator: "mpi",
      against: "school_travel_time",
      pairClass: 8,
      scope: "periods",
      theme: "dark",
    },
  ],
  [
    "?level=county&since=2014&theme=dark&columns=on",
    { level: "county", since: "2014", theme: "dark", columns: true },
  ],
];

it.each(LINKS)("opens %s as before, and writes it again", (link, expected) => {
  const { view, dropped } = decode(link, defaults);
  expect(dropped).toEqual([]);
  expect(view).toEqual({ ...defaults, ...expected });
  expect(encode(view, defaults)).toBe(link.replace("&lens=poverty", ""));
});
