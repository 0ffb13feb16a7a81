// Reports by the public, on a phone: a wrong number in few presses, the answer by the secret link; and the desk at which staff answer.

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { violationsOf } from "./axe.ts";
import { DESKTOP, PHONE, knownReader, startBrowser, watch } from "./browser.ts";
import { firstPublicVillage } from "./screen.ts";

const home = inject("appUrl");
let browser: Browser;
let village: string;

beforeAll(async () => {
  browser = await startBrowser();
  village = await firstPublicVillage();
});

afterAll(() => browser.close());

/** Whether nothing is wrong that axe can find, and nothing wider than the screen. */
async function expectGood(page: Page): Promise<void> {
  expect([page.url(), await violationsOf(page)]).toEqual([page.url(), []]);
  const isTooWide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect([page.url(), isTooWide]).toEqual([page.url(), false]);
}

const WORDS = {
  zh: {
    send: "发送",
    sent: "谢谢，已经收到",
    still: "还是不对",
    back: "已退回重新办理",
    written: "少算了一个组",
    too: "我也遇到",
    counted: "已计入",
    before: "这个浏览器已经点过",
    supporters: "另有 1 人也遇到",
  },
  en: {
    send: "Send",
    sent: "Thank you, it has arrived",
    still: "Still not right",
    back: "It is back at the office",
    written: "One hamlet is missing",
    too: "Mine too",
    counted: "Counted",
    before: "You said so in this browser",
    supporters: "1 other says: mine too",
  },
} as const;

/** "Mine too" by another browser with script, and the report's page as it is afterwards. */
async function supportIt(number: string, language: "zh" | "en"): Promise<void> {
  const words = WORDS[language];
  const context = await browser.newContext({ ...PHONE, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const seen = watch(page, home);
  const address = `${home}/open/report/${number}?lang=${language}`;
  await page.goto(address);
  const button = page.getByRole("button", { name: words.too });
  await button.click();
  await page.getByRole("status").filter({ hasText: words.counted }).waitFor();
  await page.getByText(words.supporters).waitFor();
  await page.goto(address);
  // Once counted, it is not offered again.
  await page.getByText(words.before).waitFor();
  expect(await button.count()).toBe(0);
  expect(seen).toEqual({ strangers: [], errors: [] });
  expect(await context.cookies()).toEqual([]);
  await context.close();
}

test.each(["zh", "en"] as const)(
  "a wrong number is reported in two presses and a sentence, and answered where its sender sees it: %s",
  async (language) => {
    const words = WORDS[language];
    // One of them without script.
    const device = { ...PHONE, viewport: { width: 390, height: 844 }, javaScriptEnabled: language === "en" };
    const context = await browser.newContext(device);
    const page = await context.newPage();
    const desk = await (await knownReader(browser, DESKTOP)).newPage();
    const seen = [watch(page, home), watch(desk, home)];
    await page.goto(`${home}/open/place/${village}?lang=${language}`);
    await page.locator(".figure .flag").first().click();
    await page.waitForURL("**/report?**");
    if (language === "en") await expectGood(page);
    const shown = await page.locator(".about .main b").textContent();
    await page.locator("textarea").fill(words.written);
    await page.getByRole("button", { name: words.send }).click();
    await page.waitForURL("**/report/own/**");
    await expect.poll(() => page.locator(".own").textContent()).toContain(words.sent);
    if (language === "en") await expectGood(page);
    const own = page.url();
    const number = /R-\d{4}-\d{4,}-[A-Z]/.exec((await page.locator("h1").textContent())!)![0];

    await supportIt(number, language);
    await desk.goto(`${home}/data/reports?lang=${language}`);
    const row = desk.getByRole("link", { name: number });
    await expect.poll(() => row.textContent()).toContain(words.supporters);
    await row.click();
    await desk.locator(".report-open h2", { hasText: number }).waitFor();
    if (language === "en") await expectGood(desk);
    await expect.poll(() => desk.locator(".report-open header").textContent()).toContain(shown);
    const step = (at: number) => desk.locator(".report-step").nth(at);
    const field = step(0).locator("select");
    if ((await field.inputValue()) === "") await field.selectOption({ index: 1 });
    await step(0).locator("button").click();
    await desk.locator(".report-step input[type=checkbox]").waitFor();
    await step(0).locator("textarea").fill(`Answer to ${number}`);
    await step(0).locator("button").click();
    await desk.locator(".report-answer", { hasText: number }).waitFor();

    if (language === "en") {
      await desk.goto(`${home}/data/public?lang=en&lens=poverty&level=township`);
      await desk.locator(".edition-table b", { hasText: "are withheld" }).waitFor();
      await expectGood(desk);
    }
    await page.goto(own);
    await expect.poll(() => page.locator("main").textContent()).toContain(`Answer to ${number}`);
    await page.getByRole("button", { name: words.still }).click();
    await page.locator(".alert", { hasText: words.back }).waitFor();
    await page.goto(`${home}/open/report/${number}?lang=${language}`);
    const publicPage = await page.locator("main").textContent();
    expect(publicPage).toContain(`Answer to ${number}`);
    expect(publicPage).not.toContain(words.written);
    for (const each of seen) expect(each).toEqual({ strangers: [], errors: [] });
    expect(await context.cookies()).toEqual([]);
    await Promise.all([context.close(), desk.close()]);
  },
);
