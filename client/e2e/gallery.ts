// Every screen of the app and the way to it, for pictures, for the walk by keyboard, for the rules no element may miss.

import { MAX_SET_CODES, packCodes } from "#domain/area_set_codec";
import * as way from "./gallery_ways.ts";
import { ask, press, scrollTo } from "./gallery_ways.ts";
import type { Way } from "./gallery_ways.ts";
import type { Language } from "#domain/language";

/** Codes of the demo province that the screens stand on. */
export interface Places {
  readonly county: string;
  readonly township: string;
  readonly village: string;
  /** A village that was not surveyed in the last period. */
  readonly missing: string;
  /** A village whose early figures came by share from one that was divided, and its township. */
  readonly estimated: string;
  readonly estimatedIn: string;
}

export type Width = "wide" | "narrow";

export interface GalleryScreen {
  readonly name: string;
  path(places: Places): string;
  /** Opens what has no address of its own, in any language. */
  readonly act?: Way;
  /** A selector of what `act` opens over a screen that is looked at elsewhere: all that axe looks at here. */
  readonly opens?: string;
  /** Set up before the page is loaded: a server that is away, a slow one. */
  readonly before?: Way;
  /** The map is never painted. */
  readonly isWithoutMap?: true;
  /** Taken as a printer gets it. */
  readonly isPrinted?: true;
  /** Left out at the other width. */
  readonly only?: "wide" | "narrow";
  /** Looked at by axe as well (`axe.test.ts`): at which widths, in which languages. */
  readonly axe?: Readonly<Partial<Record<Width, readonly Language[]>>>;
}

const at = (name: string, path: string | ((places: Places) => string), more?: Partial<GalleryScreen>) => ({
  name,
  path: typeof path === "string" ? () => path : path,
  ...more,
});

const LENSES = ["poverty", "supply", "help"] as const;
const COUNTIES = packCodes(["990303000000", "990301000000"]);
const CONTESTED = "/?area=990303000000&level=village&indicator=unsafe_housing_share&pane=table&table=open";
const TOO_MANY = Array.from({ length: MAX_SET_CODES }, (_, i) => String(990_301_000_000 + i));
const EN = ["en"] as const;
const ZH = ["zh"] as const;
const BOTH = ["en", "zh"] as const;
const wide = { only: "wide" } as const;
const narrow = { only: "narrow" } as const;

/** Each level in each lens. */
const levels = LENSES.flatMap((lens): GalleryScreen[] => [
  at(`province-${lens}`, `/?lens=${lens}`, { axe: { wide: lens === "poverty" ? BOTH : EN } }),
  at(`county-${lens}`, ({ county }) => `/?lens=${lens}&area=${county}`, {
    axe: lens === "poverty" ? { wide: BOTH, narrow: BOTH } : {},
  }),
  at(`township-${lens}`, ({ township }) => `/?lens=${lens}&area=${township}`),
  at(`village-${lens}`, ({ village }) => `/?lens=${lens}&area=${village}`),
  at(`panel-${lens}`, ({ county }) => `/?lens=${lens}&area=${county}`, { act: scrollTo(".lens-panel h3") }),
]);

const bars: GalleryScreen[] = [
  at("search", "/map", { act: way.search("xin"), opens: ".found", axe: { wide: EN } }),
  at("search-none", "/map", { act: way.search("no such place") }),
  at("indicators", "/map", {
    act: press(".indicator-slot > button"),
    opens: ".indicator-slot :popover-open",
    axe: { wide: EN },
  }),
  at("modes", "/map", {
    act: press(".against-slot > button"),
    opens: ".against-slot :popover-open",
    axe: { wide: EN },
  }),
  at("menu", "/map", {
    ...narrow,
    act: press(".menu > button"),
    opens: ".menu :popover-open",
    axe: { narrow: EN },
  }),
  at("periods", "/map", { ...narrow, act: press(".time-fold"), axe: { narrow: EN } }),
  at("sheet-full", ({ county }) => `/?area=${county}`, { ...narrow, act: press(".sheet-head .is-flipped") }),
  at("sheet-peek", ({ county }) => `/?area=${county}`, { ...narrow, act: press(".sheet-head .button") }),
  at("keys", "/map", { act: (page) => page.keyboard.press("?"), opens: "dialog.help", axe: { wide: EN } }),
  at("drawer-rows", "/?table=open", wide),
  at("drawer-full", "/?table=full", wide),
];

const maps: GalleryScreen[] = [
  at("villages", "/?level=village", { axe: { wide: EN } }),
  at("hover", "/map", { ...wide, act: (page) => page.mouse.move(720, 420) }),
  at("hover-pair", "/?with=donations_received", { ...wide, act: (page) => page.mouse.move(720, 420) }),
  at("touch", "/map", { ...narrow, act: way.touch }),
  at("circles", ({ county }) => `/?indicator=population&area=${county}&pane=legend`, { axe: { wide: EN } }),
  at("scatter-keys", "/?with=help_plan_coverage&list=scatter", {
    only: "wide",
    act: async (page) => {
      await page.locator(".scatter input").focus();
      for (const key of ["Home", "ArrowRight"]) await page.keyboard.press(key);
    },
  }),
  at("columns", ({ county }) => `/?columns=on&area=${county}`, { axe: { wide: EN, narrow: EN } }),
  at("playing", "/?period=2018&scope=periods", { act: press(".time .play") }),
  at("playing-legend", "/?period=2018&scope=periods&pane=legend", { ...narrow, act: press(".time .play") }),
  at("compare-two", "/?maps=mpi@2014,mpi@2022", { axe: { wide: EN } }),
  at("compare-four", "/?maps=mpi@2014,mpi@2017,mpi@2020,mpi@2022", { axe: { narrow: ZH } }),
  at("compare-indicators", ({ county }) => `/?maps=mpi@2022,clinic_coverage@2022&area=${county}`),
  at("swipe", "/?maps=mpi@2014,mpi@2022&swipe=1"),
];

const legends: GalleryScreen[] = [
  at("legend", "/?pane=legend", { ...narrow, axe: { narrow: ZH } }),
  at("settings", "/?pane=legend", { act: press(".change"), opens: ".class-settings", axe: { wide: EN } }),
  at("own-breaks", "/?pane=legend&method=manual&breaks=0.05,0.1,0.2&k=4", { act: press(".change") }),
  at("unreliable", ({ county }) => `/?indicator=headcount_ratio&level=village&area=${county}&pane=legend`, {
    axe: { wide: ZH },
  }),
  at("policy", "/?lens=supply&indicator=school_travel_time&level=village&pane=legend"),
  at("exit-score", "/?indicator=exit_score_mean&level=village&pane=legend"),
  at("exit-score-county", ({ county }) => `/?indicator=exit_score_mean&area=${county}`),
  at("zero", "/?indicator=fall_back_rate&level=village&pane=legend&zero=own"),
  at("change", "/?indicator=headcount_ratio&since=2014&level=township&pane=legend", { axe: { wide: ZH } }),
  at("change-table", "/?indicator=headcount_ratio&since=2014&level=township&pane=table&table=open", narrow),
  at("pair", "/?with=donations_received&level=village&pane=legend", { axe: { wide: EN, narrow: ZH } }),
  at("pair-bounds", "/?with=school_travel_time&need_at=0.2&with_at=policy&level=village&pane=legend"),
  at(
    "pair-people",
    "/?with=school_travel_time&need_at=0.2&with_at=30&level=village&class=8&order=people&pane=table&table=open",
  ),
  at("pair-class", "/?with=help_plan_coverage&level=village&class=8&pane=table&table=open"),
  at("scatter", "/?with=help_plan_coverage&level=township&pane=table&table=open", {
    act: press(".table-view button + button"),
    axe: { narrow: EN },
  }),
  at("scatter-brushed", "/?with=help_plan_coverage&level=township&pane=table&table=open&list=scatter", {
    act: way.brush,
    axe: { wide: EN },
  }),
];

const figures: GalleryScreen[] = [
  at("table", ({ county }) => `/?area=${county}&pane=table&table=open`, {
    act: async (page) => page.locator(".table thead button").last().click(),
    axe: { narrow: EN },
  }),
  at("contested", CONTESTED),
  at("contested-inside", "/?indicator=unsafe_housing_share&level=county&pane=table&table=open"),
  at("contested-places", "/map", {
    act: async (page) => {
      await page.locator(".conflict-note .figure").first().click();
      await page.locator(".conflict-places li").first().waitFor();
    },
  }),
  at("contested-card", CONTESTED, {
    act: ask("#areas .conflict-mark"),
    opens: ".dialog[open]",
    axe: { wide: EN },
  }),
  at("row-card", "/?area=990303000000&pane=table&table=open", {
    act: ask("#areas tbody .value .figure"),
    opens: ".dialog[open]",
    axe: { narrow: ZH },
  }),
  at("class-card", "/?pane=legend", { act: ask(".class-box .figure") }),
  at("pair-card", "/?with=help_plan_coverage&pane=legend", { act: ask(".bivariate-legend .figure") }),
  at("rank-card", ({ county }) => `/?area=${county}`, { act: ask(".headline > div:nth-child(2) .figure") }),
  at("set-figure", `/?set=${COUNTIES}`, { act: ask(".set-card .figure") }),
  at("provenance", "/map", { act: ask(".headline .figure"), opens: ".dialog[open]", axe: { wide: EN } }),
  at("mark-card", ({ county }) => `/?area=${county}`, {
    act: async (page) => {
      await page.locator(".stacked .marks button").nth(3).click();
      await page.locator(".provenance dl .figure").first().waitFor();
    },
  }),
  at("add-up", ({ county }) => `/?area=${county}`, { act: way.addUp, opens: ".add-up", axe: { wide: ZH } }),
  at("lorenz", ({ county }) => `/?area=${county}&tab=causes`, { act: scrollTo(".lorenz") }),
  at("all-indicators", ({ county }) => `/?area=${county}&tab=figures`, {
    act: scrollTo(".all"),
    axe: { wide: ZH },
  }),
  at("estimated", ({ estimated }) => `/?area=${estimated}&period=2016`),
  at(
    "estimated-table",
    ({ estimatedIn }) => `/?area=${estimatedIn}&level=village&period=2016&pane=table&table=open`,
    {
      axe: { wide: EN },
    },
  ),
  at("not-surveyed", ({ missing }) => `/?area=${missing}`),
];

const sets: GalleryScreen[] = [
  at("set", `/?set=${COUNTIES}`, { axe: { wide: EN } }),
  at("set-intervals", `/?set=${COUNTIES}&indicator=headcount_ratio`, {
    act: scrollTo(".set-figures tr:last-child"),
  }),
  at(
    "set-grown",
    ({ village }) => `/?set=${packCodes([village])}&indicator=unsafe_housing_share&level=village`,
    { act: way.grow },
  ),
  at("set-full", `/?set=${packCodes(TOO_MANY)}`, {
    before: way.fewOf(COUNTIES),
    act: scrollTo(".panel-note"),
  }),
  at(
    "filters",
    `/map?area=990303000000&level=village&where=population.gt.200,school_travel_time.gt.30&set=${COUNTIES}&card=area&pane=legend`,
  ),
  at("compare", `/compare?places=990301000000,990303000000`),
  at("picking", "/map", { ...wide, act: press(".map-tools [aria-pressed]") }),
  at("lasso", "/map", { ...wide, act: way.lasso }),
];

const catalogue: GalleryScreen[] = [
  at("catalogue", "/data"),
  at("catalogue-entry", "/data/pupil_teacher_ratio", {
    act: scrollTo(".entry.is-target"),
    axe: { wide: EN, narrow: EN },
  }),
  at("catalogue-found", "/data", { act: way.filter("water") }),
  at("catalogue-none", "/data", { act: way.filter("zzz") }),
  at("catalogue-unknown", "/data/nothing_like_it"),
];

const overviews: GalleryScreen[] = [
  at("overview", "/overview", { isWithoutMap: true }),
  at("overview-county", ({ county }) => `/overview/${county}`, { isWithoutMap: true }),
  at("overview-village", ({ village }) => `/overview/${village}`, { isWithoutMap: true }),
  at("overview-first-period", ({ county }) => `/overview/${county}?period=2014`, { isWithoutMap: true }),
];

const troubles: GalleryScreen[] = [
  at("loading", "/map", { before: way.slow, isWithoutMap: true }),
  at("away", "/map", {
    before: way.away,
    isWithoutMap: true,
    act: (page) => page.locator(".notice").waitFor(),
  }),
  at("busy", "/map", { act: way.busy, isWithoutMap: true }),
  at("offline", "/map", { act: way.offline, isWithoutMap: true }),
  at("late", "/?level=village", { act: way.failedTiles, isWithoutMap: true }),
  at("no-webgl", "/map", { before: way.flat, isWithoutMap: true }),
  at("bad-link", "/?lens=money&period=20x2"),
  at("unknown-area", "/?area=nowhere", { isWithoutMap: true }),
  at("lens-empty", "/?lens=help", { before: way.withoutHelp, isWithoutMap: true }),
  at("period-empty", "/?indicator=headcount_ratio&period=2017", { before: way.withGaps, isWithoutMap: true }),
  at("newer-release", "/?release=1", { before: way.newer }),
];

const paper: GalleryScreen[] = [
  at("print", ({ county }) => `/?area=${county}&pane=table&table=open`, { isPrinted: true }),
  at("print-pair", "/?with=donations_received", { ...wide, isPrinted: true }),
  at("print-compare", "/?maps=mpi@2014,mpi@2022", { ...wide, isPrinted: true }),
  at("print-overview", ({ county }) => `/overview/${county}`, {
    ...wide,
    isPrinted: true,
    isWithoutMap: true,
  }),
  at("print-catalogue", "/data", { ...wide, isPrinted: true }),
];

export const GALLERY: readonly GalleryScreen[] = [
  ...levels,
  ...bars,
  ...maps,
  ...legends,
  ...figures,
  ...sets,
  ...catalogue,
  ...overviews,
  ...troubles,
  ...paper,
];

/** Asks the app for places: a county, its worst township and village, a village nobody surveyed, one made from another. */
export async function placesOf(home: string): Promise<Places> {
  const worst = async (level: string, parent: string): Promise<string> => {
    const { areas } = await valuesOf(`level=${level}&parent=${parent}`);
    return areas.reduce((a, b) => ((b.value ?? 0) > (a.value ?? 0) ? b : a)).code;
  };
  const valuesOf = async (where: string, period = "2022"): Promise<{ areas: ValueOf[] }> =>
    (await fetch(`${home}/api/values?indicator=mpi&period=${period}&${where}`)).json() as never;
  const find = async (period: string, is: (area: ValueOf) => boolean): Promise<string> =>
    (await valuesOf("level=village", period)).areas.find(is)!.code;
  const missing = await find("2022", (area) => area.missing === "not-surveyed");
  const estimated = await find("2016", (area) => area.byShare !== undefined);
  const county = "990303000000";
  const township = await worst("township", county);
  const village = await worst("village", township);
  return { county, township, village, missing, estimated, estimatedIn: `${estimated.slice(0, 9)}000` };
}

interface ValueOf {
  readonly code: string;
  readonly value?: number;
  readonly missing?: string;
  readonly byShare?: number;
}
