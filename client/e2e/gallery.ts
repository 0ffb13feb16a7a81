// Every screen of the app and the way to it, for pictures, for the walk by keyboard, for the rules no element may miss.

import type { Page } from "playwright-core";
import { packCodes } from "#domain/codes";

/** Codes of the demo province that the screens stand on. */
export interface Places {
  readonly county: string;
  readonly township: string;
  readonly village: string;
  /** A village that was not surveyed in the last period. */
  readonly missing: string;
}

export interface GalleryScreen {
  readonly name: string;
  path(places: Places): string;
  /** Opens what has no address of its own, in any language. */
  act?(page: Page): Promise<unknown>;
  /** Set up before the page is loaded: a server that is away, a slow one. */
  before?(page: Page): Promise<unknown>;
  /** The map is never painted. */
  readonly isWithoutMap?: true;
  /** Left out at the other width. */
  readonly only?: "wide" | "narrow";
}

const at = (name: string, path: string | ((places: Places) => string), more?: Partial<GalleryScreen>) => ({
  name,
  path: typeof path === "string" ? () => path : path,
  ...more,
});

const press = (selector: string) => (page: Page) => page.locator(selector).first().click();
const LENSES = ["poverty", "supply", "help"] as const;

/** Each level in each lens. */
const levels = LENSES.flatMap((lens): GalleryScreen[] => [
  at(`province-${lens}`, `/?lens=${lens}`),
  at(`county-${lens}`, ({ county }) => `/?lens=${lens}&area=${county}`),
  at(`township-${lens}`, ({ township }) => `/?lens=${lens}&area=${township}`),
  at(`village-${lens}`, ({ village }) => `/?lens=${lens}&area=${village}`),
]);

const slow = async (page: Page): Promise<void> => {
  await page.route("**/api/catalog*", () => new Promise(() => undefined));
};
const away = async (page: Page): Promise<void> => {
  await page.route("**/api/catalog*", (route) => route.abort());
};

/** Opens the card of a figure in the profile and adds it up. */
async function addUp(page: Page): Promise<void> {
  await page.locator(".headline .figure").first().click();
  await page.locator(".provenance > .button").first().click();
  await page.locator(".add-up tfoot").waitFor();
}

/** Opens a card from the number of a row, for the rows that have one. */
const openRow =
  (cell: string) =>
  async (page: Page): Promise<void> => {
    await page.locator(`#areas tbody ${cell} .figure`).first().click();
    await page.locator(".provenance").waitFor();
  };

/** Asks for another period while the servers have no values to give. */
async function lateValues(page: Page): Promise<void> {
  await page.route(/\/tiles\/.*\/values\//, (route) => route.fulfill({ status: 503, body: "" }));
  await page.locator(".time li button").nth(2).click();
  await page.getByTestId("late-notice").waitFor();
}

async function search(page: Page, words: string): Promise<void> {
  await page.locator("#search").click();
  await page.keyboard.type(words);
  await page.locator(".found button, .found .nothing").first().waitFor();
}

export const GALLERY: readonly GalleryScreen[] = [
  ...levels,
  at("villages", "/?level=village"),
  at("table", ({ county }) => `/?area=${county}&pane=table`, {
    act: async (page) => page.locator(".table thead button").last().click(),
  }),
  at("folded", "/?table=closed", { only: "wide" }),
  at("legend", "/?pane=legend", { only: "narrow" }),
  at("settings", "/?pane=legend", { act: press(".change") }),
  at("own-breaks", "/?pane=legend&method=manual&breaks=0.05,0.1,0.2&k=4", { act: press(".change") }),
  at("circles", ({ county }) => `/?indicator=population&area=${county}&pane=legend`),
  at("unreliable", ({ county }) => `/?indicator=headcount_ratio&level=village&area=${county}&pane=legend`),
  at("policy", "/?lens=supply&indicator=school_travel_time&level=village&pane=legend"),
  at("zero", "/?indicator=fall_back_rate&level=village&pane=legend&zero=own"),
  at("search", "/", { act: (page) => search(page, "xin") }),
  at("search-none", "/", { act: (page) => search(page, "no such place") }),
  at("indicators", "/", { act: press(".indicator-picker > button") }),
  at("modes", "/", { act: press(".mode-picker > button") }),
  at("pair", "/?with=donations_received&level=village&pane=legend"),
  at("pair-class", "/?with=help_plan_coverage&level=village&class=8&pane=table"),
  at("change", "/?indicator=headcount_ratio&since=2014&level=township&pane=legend"),
  at("playing", "/?period=2018&scope=periods", { act: press(".time .play") }),
  at("compare-two", "/?maps=mpi@2014,mpi@2022"),
  at("compare-four", "/?maps=mpi@2014,mpi@2017,mpi@2020,mpi@2022"),
  at("swipe", "/?maps=mpi@2014,mpi@2022&swipe=1"),
  at("set", ({ county }) => `/?set=${packCodes([county, "990301000000"])}`),
  at(
    "set-grown",
    ({ village }) => `/?set=${packCodes([village])}&indicator=unsafe_housing_share&level=village`,
    {
      act: async (page) => {
        await page.getByRole("button", { name: /5 (km|公里)/ }).click();
        await page.waitForTimeout(800);
      },
    },
  ),
  at("picking", "/", { act: press(".map-tools [aria-pressed]"), only: "wide" }),
  at("scatter", "/?with=help_plan_coverage&level=township&pane=table", {
    act: press(".table-view button + button"),
  }),
  at("columns", ({ county }) => `/?columns=on&area=${county}`),
  at("contested", "/?area=990303000000&level=village&indicator=unsafe_housing_share&pane=table"),
  at("contested-card", "/?area=990303000000&level=village&indicator=unsafe_housing_share&pane=table", {
    act: openRow("th"),
  }),
  at("row-card", "/?area=990303000000&pane=table", { act: openRow(".value") }),
  at("lorenz", ({ county }) => `/?area=${county}`, {
    act: (page) => page.locator(".lorenz").first().scrollIntoViewIfNeeded(),
  }),
  at("late", "/?level=village", { act: lateValues, isWithoutMap: true, only: "wide" }),
  at("catalogue", "/catalog"),
  at("catalogue-entry", "/catalog/pupil_teacher_ratio", {
    act: (page) => page.locator(".entry.is-target").scrollIntoViewIfNeeded(),
  }),
  at("provenance", "/", { act: press(".headline .figure") }),
  at("add-up", ({ county }) => `/?area=${county}`, { act: addUp }),
  at("keys", "/", { act: (page) => page.keyboard.press("?") }),
  at("hover", "/", { act: (page) => page.mouse.move(560, 300), only: "wide" }),
  at("bad-link", "/?lens=money&period=20x2"),
  at("unknown-area", "/?area=nowhere", { isWithoutMap: true }),
  at("not-surveyed", ({ missing }) => `/?area=${missing}`),
  at("away", "/", {
    before: away,
    isWithoutMap: true,
    act: (page) => page.locator(".notice").waitFor(),
  }),
  at("loading", "/", { before: slow, isWithoutMap: true }),
  at("print", ({ county }) => `/?area=${county}`, {
    only: "wide",
    act: async (page) => {
      await page.emulateMedia({ media: "print" });
      await page.setViewportSize({ width: 703, height: 1032 });
      await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    },
  }),
];

/** Asks the app for places: the first county, its worst township and village, and a village nobody surveyed. */
export async function placesOf(home: string): Promise<Places> {
  const worst = async (level: string, parent: string): Promise<string> => {
    const { areas } = await valuesOf(`level=${level}&parent=${parent}`);
    return areas.reduce((a, b) => ((b.value ?? 0) > (a.value ?? 0) ? b : a)).code;
  };
  const valuesOf = async (where: string): Promise<{ areas: ValueOf[] }> =>
    (await fetch(`${home}/api/values?indicator=mpi&period=2022&${where}`)).json() as never;
  const { areas } = await valuesOf("level=village");
  const missing = areas.find((area) => area.missing === "not-surveyed");
  const county = "990303000000";
  const township = await worst("township", county);
  return { county, township, village: await worst("village", township), missing: missing!.code };
}

interface ValueOf {
  readonly code: string;
  readonly value?: number;
  readonly missing?: string;
}
