// What a leader asks, counted in presses from the first screen: both languages, on a desk and on a phone.

import type { BrowserContextOptions, Locator, Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import type { Profile } from "#domain/contract/areas";
import type { Values } from "#domain/contract/values";
import type { Language } from "#domain/language";
import { formatValue } from "#domain/unit";
import { DESKTOP, PHONE, settled } from "./browser.ts";
import { visits } from "./screen.ts";

const { visit } = visits("undrawn");
const home = inject("appUrl");
const POOR = "multidimensional_headcount_ratio";

const ask = async <T>(path: string): Promise<T> => (await (await fetch(home + path)).json()) as T;

interface Known {
  readonly whole: Profile;
  /** The counties by share of poor people, the worst first. */
  readonly counties: Values["areas"];
  readonly villages: Values;
  readonly worstVillage: Values["areas"][number];
  /** The counties that got worse since the period before. */
  readonly relapsed: Values["areas"];
  readonly before: string;
}
let known: Known;

const worstFirst = ({ areas }: Values): Values["areas"] =>
  areas.filter(({ value }) => value !== undefined).sort((a, b) => b.value! - a.value!);

beforeAll(async () => {
  const { periods } = await ask<{ periods: string[] }>("/api/catalog");
  const [before, period] = periods.slice(-2) as [string, string];
  const valuesOf = (level: string, at: string): Promise<Values> =>
    ask(`/api/values?indicator=${POOR}&level=${level}&period=${at}`);
  const [{ areas: tops }, counties, villages, changes] = await Promise.all([
    ask<{ areas: { code: string }[] }>("/api/areas?level=province&limit=1"),
    valuesOf("county", period),
    valuesOf("village", period),
    valuesOf("county", `${before}..${period}`),
  ]);
  known = {
    whole: await ask<Profile>(`/api/areas/${tops[0]!.code}/profile`),
    counties: worstFirst(counties),
    villages,
    worstVillage: worstFirst(villages)[0]!,
    relapsed: worstFirst(changes).filter(({ value }) => value! > 0.0005),
    before,
  };
});

const READERS: readonly (readonly [name: string, Language, BrowserContextOptions])[] = [
  ["English, desk", "en", DESKTOP],
  ["English, phone", "en", PHONE],
  ["Chinese, desk", "zh", { ...DESKTOP, locale: "zh-CN" }],
  ["Chinese, phone", "zh", { ...PHONE, locale: "zh-CN" }],
];

/** Counts what a reader presses, from the first screen on. */
class Presses {
  count = 0;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async on(target: Locator): Promise<void> {
    this.count++;
    await target.click();
  }
}

async function start(options: BrowserContextOptions): Promise<Presses> {
  const page = await visit("/overview", options);
  await page.getByTestId("headline").waitFor();
  await expect.poll(() => page.locator(".overview .skeleton").count()).toBe(0);
  return new Presses(page);
}
const textOf = async (target: Locator): Promise<string> => (await target.innerText()).replaceAll(/\s+/g, " ");

test.each(READERS)("%s: what the first screen answers without a press", async (_name, language, options) => {
  const { page } = await start(options);
  const headline = await textOf(page.getByTestId("headline"));
  const [worst] = known.counties;
  expect(headline).toContain(worst!.names[language]);
  const poor = known.whole.indicators.find(({ indicator }) => indicator === POOR)!;
  expect(headline).toContain(formatValue(poor.numerator!, "count", language, { whole: true }));
  expect(headline).toContain(language === "zh" ? "较上年" : known.before);
  await expect.poll(() => page.locator("[data-to-do]").count()).toBeGreaterThan(0);
  const village = await textOf(page.locator(".overview-worst li").first());
  expect(village).toContain(known.worstVillage.names[language]);
  expect(village).toContain(known.villages.parents[known.worstVillage.parent!]!.names[language]);
});

test.each(READERS)("%s: why the worst village is poor, in two presses", async (_name, language, options) => {
  const presses = await start(options);
  const { page } = presses;
  await presses.on(page.locator(".overview-worst li a").first());
  await settled(page);
  await expect
    .poll(() => page.locator(".profile-body h2").first().innerText())
    .toBe(known.worstVillage.names[language]);
  await expect.poll(() => page.locator(".causes .figure").count()).toBeGreaterThan(3);
  expect(presses.count).toBeLessThanOrEqual(2);
});

test.each(READERS)("%s: who got worse this year, in two presses", async (_name, language, options) => {
  const presses = await start(options);
  const { page } = presses;
  await presses.on(page.locator(".overview-map h2 a").first());
  await settled(page);
  expect(known.relapsed.length).toBeGreaterThan(0);
  const finding = page.locator(".sentence-finding");
  await expect.poll(() => finding.innerText()).toContain(known.relapsed[0]!.names[language]);
  expect(presses.count).toBeLessThanOrEqual(2);
});

test.each(READERS)("%s: two counties side by side, in four presses", async (_name, _language, options) => {
  const presses = await start(options);
  const { page } = presses;
  await presses.on(page.locator("[data-tile=people] .overview-go a"));
  await settled(page);
  await presses.on(page.locator(".profile-verbs a"));
  await presses.on(page.locator(".places-add [role=option]").first());
  await expect.poll(() => page.locator(".place-name:not(.is-whole)").count()).toBe(2);
  expect(presses.count).toBeLessThanOrEqual(4);
});

test.each(READERS)("%s: one printed page, in two presses", async (_name, _language, options) => {
  const presses = await start(options);
  const { page } = presses;
  await page.evaluate(() => {
    window.print = () => void (document.documentElement.dataset["printed"] = "yes");
  });
  await presses.on(page.locator(".overview-head .button"));
  await expect.poll(() => page.locator("html").getAttribute("data-printed")).toBe("yes");
  expect(presses.count).toBeLessThanOrEqual(2);
});

test("poor villages far from a school with large classes, to Excel in eight presses", async () => {
  const presses = await start(DESKTOP);
  const { page } = presses;
  await presses.on(page.locator(".overview-worst h2 a"));
  await settled(page);
  const filters = page.locator(".filters");
  for (const [indicator, bound] of [
    [POOR, "20"],
    ["school_travel_time", "30"],
    ["pupil_teacher_ratio", "19"],
  ] as const) {
    presses.count += 2;
    await filters.locator("select").last().selectOption(indicator);
    const field = filters.locator(`[data-indicator=${indicator}] input[type=number]`).first();
    await field.fill(bound);
    await field.press("Enter");
  }
  await settled(page);
  const link = filters.getByRole("link", { name: "Excel" });
  const [download] = await Promise.all([page.waitForEvent("download"), presses.on(link)]);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  await expect.poll(() => link.getAttribute("href")).toContain("where=");
  expect(presses.count).toBeLessThanOrEqual(8);
});
