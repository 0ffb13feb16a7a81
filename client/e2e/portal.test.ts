// The public portal: both languages, phone and desk, without cookies or other hosts; a village in three presses; quick on a slow phone.

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { violationsOf } from "./axe.ts";
import { DESKTOP, PHONE, startBrowser, watch } from "./browser.ts";

const home = inject("appUrl");
const NARROW = { ...PHONE, viewport: { width: 390, height: 844 } };

let browser: Browser;
let village: string;

beforeAll(async () => {
  browser = await startBrowser();
  const answer = await fetch(`${home}/api/areas?level=village&limit=1&edition=public`);
  const { areas } = (await answer.json()) as { areas: { code: string }[] };
  village = areas[0]!.code;
});
afterAll(() => browser.close());

const paths = (): string[] => [
  "/open",
  `/open/place/${village}`,
  "/open/find",
  "/open/methods",
  "/open/data",
  "/open/embed",
];

/** Whether nothing is wider than the screen. */
const fits = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

test.each([
  ["wide", DESKTOP],
  ["narrow", NARROW],
] as const)(
  "nothing is wrong that axe can find, nothing is too wide, nothing asks elsewhere: %s",
  async (_, device) => {
    const context = await browser.newContext(device);
    const page = await context.newPage();
    const seen = watch(page, home);
    for (const path of paths())
      for (const language of ["zh", "en"]) {
        await page.goto(`${home}${path}?lang=${language}`);
        expect([path, language, await violationsOf(page)]).toEqual([path, language, []]);
        expect([path, language, await fits(page)]).toEqual([path, language, true]);
      }
    expect(seen).toEqual({ strangers: [], errors: [] });
    expect(await context.cookies()).toEqual([]);
    await context.close();
  },
);

test("without script a village is found, read and left again", async () => {
  const context = await browser.newContext({ ...NARROW, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${home}/open/en`);
  await page.getByRole("searchbox").fill(village);
  await page.getByRole("button", { name: "Show" }).click();
  await page.locator(".list a").first().click();
  expect(page.url()).toBe(`${home}/open/en/place/${village}`);
  expect(await page.locator(".figure").count()).toBe(6);
  await page.getByText("As a table").click();
  expect(await page.locator(".chart tbody tr").count()).toBeGreaterThan(2);
  await context.close();
});

test("with script a suggestion leads to the village", async () => {
  const page = await browser.newPage(NARROW);
  await page.goto(`${home}/open/en`);
  await page.getByRole("searchbox").fill(village);
  await page.locator(".suggestions a").first().click();
  await page.waitForURL(`**/place/${village}`);
  expect(await page.locator("h1").count()).toBe(1);
  await page.close();
});

test("a slow phone shows home and a village soon, and nothing jumps", async () => {
  const context = await browser.newContext(NARROW);
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send("Network.enable");
  await client.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 150,
    downloadThroughput: 204_800,
    uploadThroughput: 96_000,
  });
  await client.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  for (const path of paths().slice(0, 2)) {
    await page.goto(home + path, { waitUntil: "load" });
    const { shown, shift } = await page.evaluate(
      () =>
        new Promise<{ shown: number; shift: number }>((resolve) => {
          let shown = 0;
          let shift = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) shown = entry.startTime;
          }).observe({ type: "largest-contentful-paint", buffered: true });
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
              shift += (entry as PerformanceEntry & { value: number }).value;
          }).observe({ type: "layout-shift", buffered: true });
          setTimeout(() => resolve({ shown, shift }), 700);
        }),
    );
    process.stdout.write(`${path}: LCP ${Math.round(shown)} ms, CLS ${shift.toFixed(3)}\n`);
    expect(shown).toBeGreaterThan(0);
    expect(shown).toBeLessThan(2_500);
    expect(shift).toBeLessThan(0.05);
  }
  await context.close();
});
