// The frame: rooms keep place and period, panels fold, nothing lies over the territory, the focus follows the eye.

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { PHONE, settled } from "./browser.ts";
import { legend } from "./parts.ts";
import { addressOf, firstCounty, visits } from "./screen.ts";

const { open } = visits("undrawn");
/** Where it matters what lies over the territory. */
const drawn = visits();

const room = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Rooms" }).getByRole("link", { name });

test("a bare address is the overview of the whole territory", async () => {
  const page = await open("/map?layers=none");
  await page.goto(new URL("/", page.url()).href);
  await page.getByTestId("headline").filter({ hasText: "Qingyun" }).waitFor();
  await expect.poll(() => room(page, "Overview").getAttribute("aria-current")).toBe("page");
});

test("another room keeps place and period, and the map comes back as it was, without being made anew", async () => {
  const { code, names } = await firstCounty();
  const page = await open(`/?area=${code}&period=2019&lens=supply&level=village&layers=none`);
  const canvas = await page.locator(".area-canvas").elementHandle();
  await room(page, "Overview").click();
  await page.getByRole("heading", { level: 1, name: names.en }).waitFor();
  await expect.poll(() => addressOf(page)).toBe(`/overview/${code}?period=2019`);
  await page.getByRole("button", { name: "Next period" }).click();
  await room(page, "Data").click();
  await page.getByRole("heading", { level: 1, name: "Indicator catalogue" }).waitFor();
  await expect.poll(() => addressOf(page)).toBe(`/data?period=2020&area=${code}`);
  await room(page, "Map").click();
  await settled(page);
  await expect
    .poll(() => addressOf(page))
    .toBe(`/map/${code}?lens=supply&period=2020&level=village&layers=none`);
  await legend(page)
    .getByText(/ · 2020 · /)
    .waitFor();
  expect(await canvas!.evaluate((element) => element.isConnected)).toBe(true);
});

/** How many painted points of the map lie under what covers it. */
const coveredPoints = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const map = document.querySelector<HTMLCanvasElement>(".area-canvas")!;
    const copy = document.createElement("canvas");
    [copy.width, copy.height] = [window.innerWidth, window.innerHeight];
    const context = copy.getContext("2d", { willReadFrequently: true })!;
    context.drawImage(map, 0, 0, copy.width, copy.height);
    const { data } = context.getImageData(0, 0, copy.width, copy.height);
    const covers = [...document.querySelectorAll("[data-covers-map]")]
      .map((element) => element.getBoundingClientRect())
      .filter(({ width, height }) => width > 0 && height > 0);
    let covered = 0;
    for (let y = 0; y < copy.height; y += 4)
      for (let x = 0; x < copy.width; x += 4)
        if (
          data[(y * copy.width + x) * 4 + 3]! > 0 &&
          covers.some(({ left, right, top, bottom }) => x > left && x < right && y > top && y < bottom)
        )
          covered++;
    return covered;
  });

test.each([
  [861, 768],
  [900, 700],
  [1024, 768],
  [1180, 820],
  [1366, 768],
  [1440, 900],
  [2560, 1300],
])("nothing lies over the territory at %i × %i, however panels are folded", async (width, height) => {
  const page = await drawn.visit("/map?layers=none");
  await page.setViewportSize({ width, height });
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  for (const key of ["", "[", "]", "t"]) {
    if (key !== "") await page.keyboard.press(key);
    await settled(page);
    await expect.poll(() => coveredPoints(page), { message: `after ${key}` }).toBe(0);
  }
  // As before, for the next width.
  for (const key of ["[", "]", "t", "t"]) await page.keyboard.press(key);
});

test("nothing lies over the territory on a phone", async () => {
  const page = await drawn.open("/map?layers=none", PHONE);
  await expect.poll(() => coveredPoints(page)).toBe(0);
});

test("panels fold by handle and key, and stay so when the page is opened again", async () => {
  const page = await open("/map?layers=none", { viewport: { width: 1280, height: 800 } });
  const profile = page.getByRole("complementary", { name: "Profile" }).getByRole("heading", { level: 2 });
  await profile.waitFor();
  await page.keyboard.press("]");
  await profile.waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Fold the legend" }).click();
  await page.reload();
  await settled(page);
  await expect.poll(() => profile.count()).toBe(0);
  await page.getByRole("button", { name: "Unfold the profile" }).click();
  await profile.waitFor();
  await page.getByRole("button", { name: "Unfold the legend" }).click();
  for (const height of ["open", "full", "closed"]) {
    await page.keyboard.press("t");
    await expect.poll(() => new URL(page.url()).searchParams.get("table")).toBe(height);
  }
});

test("the focus goes through rail, bar, sentence, legend, map, drawer and profile; arrows go from room to room", async () => {
  const page = await open("/map?layers=none");
  const where = (): Promise<string> =>
    page.evaluate(() => {
      const parts = ["skip-link", "rail", "bar", "sentence", "left", "map", "drawer", "right"];
      return parts.find((part) => document.activeElement?.closest(`.${part}`)) ?? "";
    });
  const passed: string[] = [];
  for (let step = 0; step < 60 && passed.at(-1) !== "right"; step++) {
    await page.keyboard.press("Tab");
    const part = await where();
    if (part !== passed.at(-1)) passed.push(part);
  }
  expect(passed).toEqual(["skip-link", "rail", "bar", "sentence", "left", "map", "drawer", "right"]);
  await room(page, "Map").focus();
  await page.keyboard.press("ArrowDown");
  expect(await room(page, "Plan").evaluate((link) => link === document.activeElement)).toBe(true);
});

test("the sentence chooses level, period, indicator and comparison, in the order of the language", async () => {
  const page = await open("/map?layers=none");
  await page.getByRole("button", { name: /^Level / }).click();
  await page.getByRole("button", { name: "Township" }).click();
  await page.getByRole("button", { name: /^Period 2022/ }).click();
  await page.getByRole("button", { name: "2020", exact: true }).last().click();
  await page.getByRole("button", { name: /^Indicator / }).click();
  await page.getByRole("button", { name: "Supply", exact: true }).click();
  await page.keyboard.press("Escape");
  await settled(page);
  await expect.poll(() => addressOf(page)).toBe("/map?lens=supply&period=2020&level=township&layers=none");
  await expect
    .poll(() => page.getByRole("heading", { level: 1 }).textContent())
    .toBe("Mean travel time to school in the townships of Qingyun Province, 2020 against nothing");
  await expect
    .poll(() => page.locator(".sentence-finding").innerText())
    .toMatch(/^Highest: .+ \(\d+\.\d min\), .+ and .+; \d+ townships/);
  await page.getByRole("button", { name: /^Compared with/ }).click();
  await page.getByRole("button", { name: /^Change over time/ }).click();
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("button", { name: "中文" }).click();
  await settled(page);
  await expect
    .poll(() => page.getByRole("heading", { level: 1 }).textContent())
    .toMatch(/^.+ 的 变化 · 青云省各 乡镇 · 2019 → 2020 年$/);
});
