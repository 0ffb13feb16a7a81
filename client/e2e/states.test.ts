// When there is nothing to show, or something is broken: what happened, what still works, what to do.

import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject, test } from "vitest";
import { DESKTOP, knownReader, settled, startBrowser } from "./browser.ts";
import { withoutDatabase } from "./gallery_ways.ts";

const home = inject("appUrl");

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(() => browser.close());

/** A page that has not asked for anything yet, in a context of its own. */
const blankPage = async (): Promise<Page> => (await knownReader(browser, DESKTOP)).newPage();

interface CatalogLike {
  lenses: { id: string; indicators: string[]; defaultIndicator: string | null }[];
  indicators: { id: string; lens: string; periods: string[] }[];
}

async function withCatalog(edit: (catalog: CatalogLike) => void, path: string) {
  const page = await blankPage();
  await page.route("**/api/catalog*", async (route) => {
    const response = await route.fetch();
    const catalog = (await response.json()) as CatalogLike;
    edit(catalog);
    await route.fulfill({ response, json: catalog });
  });
  await page.goto(home + path);
  return page;
}

test("a lens without data says so and offers the way back", async () => {
  const page = await withCatalog((catalog) => {
    for (const lens of catalog.lenses)
      if (lens.id === "help") Object.assign(lens, { indicators: [], defaultIndicator: null });
    catalog.indicators = catalog.indicators.filter(({ lens }) => lens !== "help");
  }, "/?lens=help");
  await page.getByText("This release has no data under “Help”.").waitFor();
  await page.getByRole("button", { name: "Back to Poverty" }).click();
  await page.locator(".class").first().waitFor();
  await expect.poll(() => page.locator(".notice").count()).toBe(0);
});

test("an indicator without data in the period offers the nearest one that has some", async () => {
  const page = await withCatalog((catalog) => {
    for (const indicator of catalog.indicators)
      if (indicator.id === "headcount_ratio") indicator.periods = ["2014", "2019", "2020"];
  }, "/?indicator=headcount_ratio&period=2017");
  await page.getByText(/^There are no figures for .* in 2017\.$/).waitFor();
  await page.getByRole("button", { name: "Show 2019" }).click();
  await page.locator(".scope", { hasText: "2019" }).waitFor();
  expect(new URL(page.url()).searchParams.get("period")).toBe("2019");
});

test("a server that is away is said so, and asking again works", async () => {
  const away = await blankPage();
  let isAway = true;
  await away.route("**/api/catalog*", (route) => (isAway ? route.abort() : route.continue()));
  await away.goto(`${home}/map?table=open`);
  await away.getByText("The server cannot be reached").waitFor({ timeout: 20_000 });
  isAway = false;
  await away.getByRole("button", { name: "Try again" }).click();
  await away.locator(".profile h2", { hasText: "Qingyun" }).waitFor();
  await expect.poll(() => away.locator(".notice").count()).toBe(0);
});

test("a database that is away leaves the last picture and says that it is still right", async () => {
  const busy = await blankPage();
  await busy.goto(`${home}/map?table=open`);
  await busy.locator(".class").first().waitFor();
  await withoutDatabase(busy);
  await busy.locator(".table tbody tr[data-row='0']").click();
  await busy.getByText("The database is not responding").waitFor({ timeout: 20_000 });
  await expect.poll(() => busy.locator(".class").count()).toBe(5);
  await expect.poll(() => busy.locator(".profile h2").innerText()).toBe("Qingyun Province");
});

test("a database that takes no writes is said where something is kept, and no more once it takes them", async () => {
  const page = await blankPage();
  let areTaken = false;
  await page.route("**/api/writes", (route) => route.fulfill({ json: { areTaken } }));
  const notice = page.getByRole("heading", { name: "Nothing can be saved at present" });
  await page.goto(`${home}/plan`);
  await notice.waitFor();
  await page.goto(`${home}/data/reports`);
  await notice.waitFor();
  areTaken = true;
  await page.reload();
  await page.getByRole("heading", { name: "Reports by the public" }).waitFor();
  await expect.poll(() => notice.count()).toBe(0);
});

/** The filled areas of the map, as an image's address. */
const pictureOf = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector<HTMLCanvasElement>(".area-canvas")!.toDataURL());

test("values that do not come are said so while the old picture stays, and asking again brings them", async () => {
  const late = await blankPage();
  await late.goto(`${home}/map?table=open`);
  await settled(late);
  let asked = 0;
  const values = /\/tiles\/.*\/values\//;
  await late.route(values, (route) => {
    asked++;
    return route.fulfill({ status: 503, body: "" });
  });
  const before = await pictureOf(late);
  await late.locator(".time li button", { hasText: "2019" }).click();
  await late.getByText("the map still shows the previous ones").waitFor();
  expect(asked).toBeGreaterThan(0);
  expect(await pictureOf(late)).toBe(before);
  await late.unroute(values);
  await late.getByRole("button", { name: "Try again" }).click();
  await settled(late);
  await expect.poll(() => late.getByTestId("late-notice").count()).toBe(0);
  expect(await pictureOf(late)).not.toBe(before);
});

/** All canvases of the map, as the addresses of images. */
const canvasesOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLCanvasElement>(".area-canvas, .maplibregl-canvas")].map((canvas) =>
      canvas.toDataURL(),
    ),
  );

test("tiles that fail leave a gap that is said, and come with their areas and borders; so does all after the graphics card was gone", async () => {
  const map = await blankPage();
  await map.goto(`${home}/?level=village`);
  await settled(map);
  const whole = await canvasesOf(map);
  let isBroken = true;
  await map.route(/\/geometry\/[^/]+\/village\//, (route) =>
    isBroken ? route.fulfill({ status: 500, body: "" }) : route.continue(),
  );
  await map.reload();
  await map.getByText("Part of the map did not load").waitFor();
  await settled(map);
  const gap = await canvasesOf(map);
  gap.forEach((canvas, i) => expect(canvas).not.toBe(whole[i]));
  isBroken = false;
  await map.getByRole("button", { name: "Try again" }).click();
  await map.getByTestId("late-notice").waitFor({ state: "detached" });
  await settled(map);
  expect(await canvasesOf(map)).toEqual(whole);

  for (const way of ["loseContext", "restoreContext"] as const)
    await map.evaluate((way) => {
      const page = window as unknown as { lost: WEBGL_lose_context[] };
      const canvases = document.querySelectorAll<HTMLCanvasElement>(".area-canvas, .maplibregl-canvas");
      page.lost ??= [...canvases].map((canvas) =>
        canvas.getContext("webgl2")!.getExtension("WEBGL_lose_context")!,
      );
      for (const context of page.lost) context[way]();
      return new Promise((resolve) => setTimeout(resolve, 100));
    }, way);
  await settled(map);
  // Roads and signs are made anew after the areas.
  await expect
    .poll(async () => (await canvasesOf(map)).map((canvas, i) => canvas === whole[i]))
    .toEqual([true, true]);
});

test("a path that leads to no page is said so, in the reader's language, with the way back", async () => {
  const lost = await blankPage();
  await lost.goto(`${home}/no/such/page?lang=zh`);
  await lost.getByRole("heading", { name: "没有这个页面" }).waitFor();
  await lost.getByRole("link", { name: "回到地图" }).click();
  await lost.locator(".profile h2", { hasText: "青云省" }).waitFor();
  expect(new URL(lost.url()).pathname).toBe("/map");
});

test("a period that the release does not have is said, and the last one is shown", async () => {
  const page = await blankPage();
  await page.goto(`${home}/?period=1999`);
  await page.getByText("This release has no period 1999; 2022 is shown.").waitFor();
  await expect.poll(() => page.locator(".profile h2").textContent()).toContain("Qingyun");
});

test("an unknown area is said so in the reader's language, with a way to the start", async () => {
  const chinese = await blankPage();
  await chinese.goto(`${home}/?area=nowhere&lang=zh`);
  await chinese.getByText("本版数据没有这个地区。请搜索名称，或回到首页。").waitFor();
  const lost = await blankPage();
  await lost.goto(`${home}/?area=nowhere`);
  await lost.getByText("This release has no such area. Search for its name, or go to the start.").waitFor();
  await lost.getByRole("link", { name: "Go to the start" }).click();
  await lost.getByTestId("headline").filter({ hasText: "Qingyun" }).waitFor();
  expect(new URL(lost.url()).search).toBe("");
});

test("without WebGL the table and the profile work, and a notice says why there is no map", async () => {
  const plain = await blankPage();
  await plain.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await plain.goto(`${home}/map?table=open`);
  await plain.getByText("The map cannot be drawn here").waitFor();
  await plain.locator(".table tbody tr[data-row='0']").click();
  await plain.locator(".crumbs li").nth(2).waitFor();
  expect(plain.url()).toMatch(/\/map\/\d+/);
});

test("a wall display goes on through its views when the connection is gone, and pauses by a key", async () => {
  const page = await blankPage();
  const playlist = encodeURIComponent("/map?lens=help|/map?lens=supply");
  await page.goto(`${home}/map?lens=help&display=wall&seconds=5&playlist=${playlist}`);
  const [title, place] = [page.locator("h1"), page.locator(".wall small")];
  await expect.poll(() => title.innerText(), { timeout: 20_000 }).toContain("Help-plan coverage");
  await expect.poll(() => place.innerText(), { timeout: 20_000 }).toBe("2 of 2");
  await expect.poll(() => place.innerText(), { timeout: 20_000 }).toBe("1 of 2");
  await expect.poll(() => title.innerText()).toContain("Help-plan coverage");
  await expect.poll(() => page.locator(".profile .wait-note").count()).toBe(0);
  const help = await page.locator(".profile").innerText();
  await page.context().setOffline(true);
  await expect.poll(() => place.innerText(), { timeout: 20_000 }).toBe("2 of 2");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Space");
  await page.getByText("Paused. Space goes on.").waitFor();
  await expect.poll(() => page.locator(".profile").innerText()).toBe(help);
  await expect.poll(() => page.locator(".wall").innerText()).toContain("No. 1, published");
  await page.keyboard.press("Escape");
  await page.locator(".rail").waitFor();
  expect(new URL(page.url()).search).toBe("?lens=help");
});
