// The first visit: a welcome that covers nothing for good, a tour that never lies on what it speaks of, both by keys alone.

import type { BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Browser } from "playwright-core";
import { DESKTOP, PHONE, startBrowser } from "./browser.ts";

const home = inject("appUrl");
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const boxOf = async (target: Locator) => (await target.boundingBox())!;

/** Whether two parts of the page share a point, but for their edges. */
async function overlap(first: Locator, second: Locator): Promise<boolean> {
  const [a, b] = [await boxOf(first), await boxOf(second)];
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

async function firstVisit(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${home}/overview`);
  await page.getByRole("heading", { name: "Village Lens in three sentences" }).waitFor();
  return page;
}

test.each([
  ["desk", DESKTOP],
  ["phone", PHONE],
] as const)("%s: four stops by keys, beside what they speak of, and never again", async (_name, device) => {
  const context = await browser.newContext(device);
  const page = await firstVisit(context);
  await page.getByRole("button", { name: "Take the tour" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/map/);
  await page.locator(".sentence").waitFor();
  const [card, ring] = [page.locator(".tour-card"), page.locator(".tour-ring")];
  for (const stop of [1, 2, 3, 4]) {
    await card.getByText(`${stop} of 4`).waitFor();
    await expect.poll(async () => (await boxOf(ring)).width).toBeGreaterThan(100);
    expect(await overlap(card, ring)).toBe(false);
    if (stop < 4) await page.keyboard.press("ArrowRight");
  }
  await page.keyboard.press("Enter");
  await expect.poll(() => page.locator(".tour-stop, .welcome").count()).toBe(0);
  await page.reload();
  await page.locator(".sentence").waitFor();
  await expect.poll(() => page.locator(".welcome").count()).toBe(0);
  await context.close();
});

test("declined, it is gone for good and waits in the help", async () => {
  const context = await browser.newContext(DESKTOP);
  const page = await firstVisit(context);
  await page.getByRole("button", { name: "Not now" }).click();
  await page.reload();
  await page.locator(".overview").waitFor();
  await expect.poll(() => page.locator(".welcome").count()).toBe(0);
  await page.keyboard.press("?");
  await page.getByRole("button", { name: "Take the tour" }).click();
  await page.locator(".tour-card").getByText("1 of 4").waitFor();
  await page.keyboard.press("Escape");
  await expect.poll(() => page.locator(".tour-stop").count()).toBe(0);
  await context.close();
});
