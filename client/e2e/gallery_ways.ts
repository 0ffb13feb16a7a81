// The ways to screens that have no address of their own: what is pressed, drawn or broken on the way, in any language.

import type { Page } from "playwright-core";
import type { Catalog } from "#domain/contract/catalog";
import type { ReleaseEvent } from "#domain/contract/events";

export type Way = (page: Page) => Promise<unknown>;

/** Presses the first element of a selector. */
export const press =
  (selector: string): Way =>
  (page) =>
    page.locator(selector).first().click();

/** Presses, and waits for the card that comes of it. */
export const ask =
  (selector: string): Way =>
  async (page) => {
    await page.locator(selector).first().click();
    await page.locator(".dialog[open]").waitFor();
  };

/** Scrolls an element into the middle of what it stands in. */
export const scrollTo =
  (selector: string): Way =>
  (page) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => element.scrollIntoView({ block: "center" }));

/** Opens the card of a figure in the profile and adds it up. */
export async function addUp(page: Page): Promise<void> {
  await page.locator(".headline .figure").first().click();
  await page.locator(".provenance > .button").first().click();
  await page.locator(".add-up tfoot").waitFor();
}

/** Types into the search field and waits for the answer. */
export const search =
  (words: string): Way =>
  async (page) => {
    await page.locator("#search").click();
    await page.keyboard.type(words);
    await page.locator(".found [role=option], .found .nothing").first().waitFor();
  };

/** Types into the catalogue's field. */
export const filter =
  (words: string): Way =>
  (page) =>
    page.locator(".catalog-filter input").fill(words);

/** Draws a box over the scatter. */
export async function brush(page: Page): Promise<void> {
  const box = (await page.locator(".scatter svg").boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.4, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 8, box.y + box.height * 0.6, { steps: 4 });
  await page.mouse.up();
}

/** Begins a loop on the map and does not let go. */
export async function lasso(page: Page): Promise<void> {
  await page.locator(".map-tools [aria-pressed]").nth(1).click();
  await page.mouse.move(420, 260);
  await page.mouse.down();
  for (const [x, y] of [
    [560, 240],
    [640, 330],
    [560, 420],
    [440, 400],
  ] as const)
    await page.mouse.move(x, y, { steps: 4 });
}

/** Grows the set and waits for its sum. */
export async function grow(page: Page): Promise<void> {
  await page.getByRole("button", { name: /5 (km|公里)/ }).click();
  await page.locator(".set-members li").nth(1).waitFor();
}

/** Touches the map once, which is the hover of a finger. */
export const touch: Way = (page) => page.touchscreen.tap(180, 260);

/** Never answers for the catalogue. */
export const slow: Way = (page) => page.route("**/api/catalog*", () => new Promise(() => undefined));

/** The server cannot be reached. */
export const away: Way = (page) => page.route("**/api/catalog*", (route) => route.abort());

/** No WebGL. */
export const flat: Way = (page) =>
  page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });

/** Asks for another period while the servers have no values to give. */
export async function failedTiles(page: Page): Promise<void> {
  await page.route(/\/tiles\/.*\/values\//, (route) => route.fulfill({ status: 503, body: "" }));
  await page.keyboard.press(",");
  await page.getByTestId("late-notice").waitFor();
}

/** Takes the database away from the servers. */
export async function withoutDatabase(page: Page): Promise<void> {
  const problem = {
    type: "about:blank",
    title: "database away",
    status: 503,
    detail: "away",
    requestId: "r1",
  };
  await page.route("**/api/**", (route) =>
    route.fulfill({ status: 503, contentType: "application/problem+json", body: JSON.stringify(problem) }),
  );
}

/** Asks for another period while the database is away. */
export async function busy(page: Page): Promise<void> {
  await withoutDatabase(page);
  await page.keyboard.press(",");
  await page.locator(".notice h2").waitFor({ timeout: 30_000 });
}

/** Asks for another period while the network is gone. */
export async function offline(page: Page): Promise<void> {
  await page.route("**/api/**", (route) => route.abort());
  await page.keyboard.press(",");
  await page.locator(".notice h2").waitFor({ timeout: 30_000 });
}

interface CatalogLike {
  lenses: { id: string; indicators: string[]; defaultIndicator: string | null }[];
  indicators: { id: string; lens: string; periods: string[] }[];
}

const withCatalog =
  (edit: (catalog: CatalogLike) => void): Way =>
  (page) =>
    page.route("**/api/catalog*", async (route) => {
      const response = await route.fetch();
      const catalog = (await response.json()) as CatalogLike;
      edit(catalog);
      await route.fulfill({ response, json: catalog });
    });

/** A release without help. */
export const withoutHelp = withCatalog((catalog) => {
  for (const lens of catalog.lenses)
    if (lens.id === "help") Object.assign(lens, { indicators: [], defaultIndicator: null });
  catalog.indicators = catalog.indicators.filter(({ lens }) => lens !== "help");
});

/** A release in which one indicator was not collected every year. */
export const withGaps = withCatalog((catalog) => {
  for (const indicator of catalog.indicators)
    if (indicator.id === "headcount_ratio") indicator.periods = ["2014", "2019", "2020"];
});

/** The server tells of a newer release. */
export const newer: Way = (page) =>
  page.route("**/api/events", async (route) => {
    const catalog = await route.fetch({ url: new URL("/api/catalog", route.request().url()).href });
    const { address: first } = (await catalog.json()) as Catalog;
    const second = first.replace("1-", "2-");
    const news: ReleaseEvent = { release: 2, address: second, published: [second, first] };
    const body = `event: release\ndata: ${JSON.stringify(news)}\n\n`;
    await route.fulfill({ contentType: "text/event-stream", body });
  });

/** Sums of sets are asked for a few areas, however many the link names. */
export const fewOf =
  (few: string): Way =>
  (page) =>
    page.route("**/api/sets?*", async (route) => {
      const url = new URL(route.request().url());
      url.searchParams.set("codes", few);
      await route.fulfill({ response: await route.fetch({ url: url.href }) });
    });

/** Turns the page into what a printer gets, and back. */
export async function onPaper(page: Page, take: () => Promise<unknown>): Promise<void> {
  const before = page.viewportSize()!;
  // As a browser does it: the event first, then the sheet.
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 703, height: 1032 });
  await take();
  await page.emulateMedia({ media: "screen" });
  await page.setViewportSize(before);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
}
