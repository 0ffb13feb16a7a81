// No number stands under the name of another indicator, period or level, however late its answer is, or if it never comes.

import type { Browser, Page, Route } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { DESKTOP, knownReader, settled, startBrowser } from "./browser.ts";
import { claimsOf, watchClaims } from "./claims.ts";
import { firstCounty } from "./screen.ts";
import { Truth } from "./truth.ts";

const home = inject("appUrl");

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** A page of its own; a server that does not answer is an error in its console. */
async function open(path: string): Promise<Page> {
  const page = await (await knownReader(browser, SMALL, "undrawn")).newPage();
  await page.goto(home + path);
  await settled(page);
  return page;
}

/** Numbers stand beside the map: the smaller it is, the less there is to draw. */
const SMALL = { ...DESKTOP, viewport: { width: 1024, height: 720 } };

/** How late answers are, and how long the reader looks after each switch, in milliseconds. */
const LATE_MS = 1500;
const LOOK_MS = 550;
/** After this the app says that the server does not answer. */
const GIVEN_UP_MS = 6500;

/**
 * Routes of the API that answer with numbers, or say what they are about, and the switches around which they are asked: the one before,
 * those that ask, the one after.
 */
const ROUTES = {
  classes: { pattern: /\/api\/classes\?/, from: 0, to: 9 },
  values: { pattern: /\/api\/values\?/, from: 0, to: 9 },
  profile: { pattern: /\/api\/areas\/\w+\/profile/, from: 0, to: 9 },
  area: { pattern: /\/api\/areas\/\w+\?/, from: 6, to: 9 },
  pairs: { pattern: /\/api\/pairs/, from: 4, to: 8 },
  sets: { pattern: /\/api\/sets\?/, from: 6, to: 9 },
  all: { pattern: /\/api\/(?!events)/, from: 0, to: 9 },
} as const;

/** Goes on inside the page, as its controls do. */
const goTo = (page: Page, path: string): Promise<void> =>
  // Relief and water say no number, and take most of the time to draw.
  page.evaluate((to) => {
    window.history.pushState(null, "", to);
    window.dispatchEvent(new PopStateEvent("popstate"));
  }, `${path}&layers=none`);

/** One switch after another, in other periods each time: lens, indicator, period, level, mode, set, area. */
const switches = (county: string, [first, second]: readonly [string, string]): string[] => [
  `/map?table=open&level=county&lens=help&period=${first}`,
  `/map?table=open&level=county&lens=help&indicator=funds_paid_share&period=${first}`,
  `/map?table=open&level=county&lens=help&indicator=funds_paid_share&period=${second}`,
  `/map?table=open&level=township&lens=help&indicator=funds_paid_share&period=${second}`,
  `/map?table=open&level=county&indicator=headcount_ratio&period=${second}&since=2014`,
  `/map?table=open&level=county&with=school_travel_time&period=${second}`,
  `/map?table=open&level=county&with=help_plan_coverage&period=${first}&class=8`,
  `/map?table=open&level=county&lens=supply&indicator=school_travel_time&period=${first}&set=${county}`,
  `/map?table=open&lens=supply&indicator=pupil_teacher_ratio&period=${second}&area=${county}`,
];

async function look(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await goTo(page, path);
    await page.waitForTimeout(LOOK_MS);
  }
}

// Each of them waits most of its time, so they run beside one another.
test.concurrent.each(Object.entries(ROUTES))(
  "no number under a wrong name when answers are late, or never come: %s",
  async (name, { pattern, from, to }) => {
    const { code } = await firstCounty();
    const page = await open("/map?level=county&table=open&layers=none");
    await watchClaims(page);
    let isAway = false;
    let asked = 0;
    await page.route(pattern, async (route: Route) => {
      asked++;
      if (isAway) return await route.fulfill({ status: 503, body: "" });
      await new Promise((resolve) => setTimeout(resolve, LATE_MS));
      return await route.continue().catch(() => undefined);
    });
    await look(page, switches(code, ["2017", "2019"]).slice(from, to));
    await page.waitForTimeout(LATE_MS);
    isAway = true;
    await look(page, switches(code, ["2018", "2021"]).slice(from, to));
    await page.waitForTimeout(GIVEN_UP_MS);

    const claims = await claimsOf(page);
    await page.context().close();
    expect(claims.length).toBeGreaterThan(name === "all" ? 15 : 30);
    expect(asked, "the route is asked").toBeGreaterThan(0);
    const truth = await Truth.of(home);
    const wrong = await Promise.all(claims.map((claim) => truth.wrong(claim)));
    expect(wrong.filter((said) => said !== null)).toEqual([]);
  },
);

test("old numbers are dimmed at first, gone after 400 ms, and back under their own name when nothing comes", async () => {
  const page = await open("/map?level=county&table=open&layers=none");
  let isAway = true;
  await page.route(ROUTES.values.pattern, (request) =>
    isAway ? request.fulfill({ status: 503, body: "" }) : request.continue(),
  );
  // Dimmed for 400 ms only, which a busy machine may pass over between two questions: the page itself notes it.
  await page.evaluate(() => {
    new MutationObserver((_, observer) => {
      const dimmed = document.querySelector("section.table.is-stale[aria-busy=true] td.value");
      if (!dimmed) return;
      document.body.dataset["dimmed"] = "seen";
      observer.disconnect();
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  await goTo(page, "/map?level=county&lens=help&table=open");
  await page.locator("body[data-dimmed=seen]").waitFor();
  await expect.poll(() => page.locator("section.table td.value").count()).toBe(0);
  await expect
    .poll(() => page.locator("section.table .wait-note").innerText())
    .toBe("Loading: Help-plan coverage · 2022 · counties");
  await page.getByText("Could not be loaded: Help-plan coverage · 2022 · counties").first().waitFor();
  await expect.poll(() => page.locator("section.table th.value").innerText()).toBe("M0");
  await expect.poll(() => page.locator("section.table td.value").count()).toBeGreaterThan(3);
  isAway = false;
  await page.getByRole("button", { name: "Try again" }).click();
  await page.locator("section.table th.value", { hasText: "Help-plan coverage" }).waitFor();
  await expect.poll(() => page.locator(".wait-note").count()).toBe(0);
});
