// The overview: its numbers are the server's, in both languages, on a phone and on paper.

import type { Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import type { Profile } from "#domain/contract/areas";
import type { Values } from "#domain/contract/values";
import { COLOUR_RULES, violationsOf } from "./axe.ts";
import { PHONE, settled } from "./browser.ts";
import { placeName } from "./parts.ts";
import { addressOf, firstCounty, screens } from "./screen.ts";
import type { County } from "./screen.ts";

const open = screens("undrawn");
const home = inject("appUrl");
let county: County;
let profile: Profile;

const ask = async <T>(path: string): Promise<T> => (await (await fetch(home + path)).json()) as T;
const whole = (value: number): string => value.toLocaleString("en-GB");
const entry = (id: string, of = profile): Profile["indicators"][number] =>
  of.indicators.find(({ indicator }) => indicator === id)!;
const left = (id: string, of = profile): number => entry(id, of).denominator! - entry(id, of).numerator!;

/** Everything that was asked for has come. */
async function complete(page: Page): Promise<void> {
  await page.getByTestId("headline").waitFor();
  await expect.poll(() => page.locator(".overview .skeleton").count()).toBe(0);
}
const textOf = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).innerText()).replaceAll(/\s+/g, " ");

beforeAll(async () => {
  county = await firstCounty();
  profile = await ask<Profile>(`/api/areas/${county.code}/profile`);
});

test("says of a county what the server says, each number with its origin", async () => {
  const page = await open(`/overview/${county.code}`);
  await complete(page);
  const poor = entry("multidimensional_headcount_ratio");
  const { period } = profile;
  const query = `indicator=multidimensional_headcount_ratio&period=${period}&level=county`;
  const { areas } = await ask<Values>(`/api/values?${query}`);
  const rank = 1 + areas.filter(({ value }) => value! > poor.value!).length;
  const headline = await textOf(page, "[data-testid=headline]");
  expect(headline).toContain(`${whole(poor.numerator!)} people in ${county.names.en}`);
  expect(headline).toContain(`${(poor.value! * 100).toFixed(1)}%`);
  const standing = rank === 1 ? "the worst" : rank === areas.length ? "the least affected" : `number ${rank}`;
  expect(headline).toContain(`${standing} of ${areas.length} counties`);
  const before = poor.trend.at(-2)!;
  const change = before.numerator! - poor.numerator!;
  expect(headline).toContain(
    `${whole(Math.abs(change))} ${change > 0 ? "fewer" : "more"} than in ${before.period}`,
  );

  const people = await textOf(page, "[data-tile=people]");
  expect(people).toContain(`${whole(profile.measures["target_households"]!)} households`);
  expect(people).toContain(`${whole(profile.measures["target_persons"]!)} people`);
  const lights = await textOf(page, "[data-tile=safeguards]");
  expect(lights).toContain(`${whole(entry("suspected_dropout_rate").numerator!)} people`);
  expect(lights).toContain(`${whole(left("medical_insurance_coverage"))} people`);
  expect(lights).toContain(`${whole(entry("unsafe_housing_share").numerator!)} households`);
  await expect
    .poll(() => textOf(page, "[data-tile=help]"))
    .toContain(`${whole(left("help_plan_coverage"))} households`);
  await expect
    .poll(() => textOf(page, "[data-tile=funds]"))
    .toContain(`${(entry("funds_paid_share").value! * 100).toFixed(1)}%`);
  await expect
    .poll(() => textOf(page, "[data-to-do=visits_on_time_share]"))
    .toContain(`${whole(left("visits_on_time_share"))} visits not made on time`);

  await page.locator("[data-safeguard=housing] .figure").click();
  const card = page.getByRole("dialog");
  await card.waitFor();
  await expect.poll(() => card.innerText()).toContain("at most 5% do");
  await expect.poll(() => card.innerText()).toContain(whole(entry("unsafe_housing_share").denominator!));
});

test("names the worst inside, and leads to it on the map and back", async () => {
  const page = await open(`/overview/${county.code}`);
  await complete(page);
  const query = (id: string, level: string): string =>
    `/api/values?indicator=${id}&period=${profile.period}&level=${level}&parent=${county.code}`;
  const { areas } = await ask<Values>(query("help_plan_coverage", "township"));
  const fewest = areas.filter(({ value }) => value !== undefined).sort((a, b) => a.value! - b.value!)[0]!;
  const link = page.locator("[data-tile=help] .overview-go a");
  expect(await link.innerText()).toContain(`${fewest.names["en"]}, ${(fewest.value! * 100).toFixed(1)}%`);
  const villages = (await ask<Values>(query("multidimensional_headcount_ratio", "village"))).areas
    .filter(({ value }) => value !== undefined)
    .sort((a, b) => b.value! - a.value!);
  const listed = page.locator(".overview-worst li");
  await expect.poll(() => listed.count()).toBe(5);
  const first = (await listed.first().innerText()).replaceAll(/\s+/g, " ");
  expect(first).toContain(villages[0]!.names["en"]);
  expect(first).toContain(` · `);
  expect(first).toContain(`${whole(villages[0]!.numerator!)} people`);

  await link.click();
  await settled(page);
  await expect.poll(() => new URL(page.url()).pathname).toBe(`/map/${fewest.code}`);
  await expect.poll(() => placeName(page).first().innerText()).toBe(fewest.names["en"]);
  await page.getByRole("link", { name: "Overview" }).click();
  await complete(page);
  await expect.poll(() => addressOf(page)).toContain(`/overview/${fewest.code}`);
  await expect.poll(() => textOf(page, "[data-testid=headline]")).toContain(fewest.names["en"]!);
});

test("draws the areas inside as links, the worst with their people", async () => {
  const page = await open(`/overview/${county.code}`);
  await complete(page);
  const links = page.locator(".overview-drawing a");
  await expect.poll(() => links.count()).toBe(profile.area.childCount);
  const drawn = await page
    .locator(".overview-drawing a path")
    .evaluateAll((paths) => paths.filter((path) => (path.getAttribute("d") ?? "").length > 20).length);
  expect(drawn).toBe(profile.area.childCount);
  await expect.poll(() => page.locator(".overview-drawing tspan").count()).toBe(5);
  await links.first().focus();
  const label = await links.first().getAttribute("aria-label");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.locator("[data-area]").innerText()).toBe(label!.split(":")[0]);
  await expect.poll(() => addressOf(page)).toMatch(/^\/overview\/\d+$/);
  await page.goBack();
  await expect.poll(() => page.locator("[data-area]").innerText()).toBe(county.names.en);
});

test("speaks Chinese, and takes place, period and language along", async () => {
  const page = await open(`/overview/${county.code}?lang=zh&period=2020`);
  await complete(page);
  const then = await ask<Profile>(`/api/areas/${county.code}/profile?period=2020`);
  const poor = entry("multidimensional_headcount_ratio", then);
  await expect
    .poll(() => textOf(page, "[data-testid=headline]"))
    .toMatch(
      new RegExp(
        `^${county.names.zh}有 ${whole(poor.numerator!)} 人多维贫困，占 ${(poor.value! * 100).toFixed(1)}%，.*较上年`,
      ),
    );
  await expect
    .poll(() => textOf(page, ".overview-to-do"))
    .toContain(`${whole(left("help_plan_coverage", then))} 户没有帮扶计划`);
  await expect.poll(() => textOf(page, ".overview-date")).toContain("2020 年");
  await page.getByRole("link", { name: "打开地图" }).first().click();
  await settled(page);
  await expect.poll(() => addressOf(page)).toContain(`/map/${county.code}`);
  await expect.poll(() => addressOf(page)).toContain("period=2020");
  await expect.poll(() => addressOf(page)).toContain("lang=zh");
});

test("says of the province which county is worst, and is the same page at any width", async () => {
  const page = await open("/overview");
  await complete(page);
  const { rootCode } = await ask<{ rootCode: string }>("/api/catalog");
  const province = await ask<Profile>(`/api/areas/${rootCode}/profile`);
  const query = `indicator=multidimensional_headcount_ratio&period=${province.period}&level=county`;
  const { areas } = await ask<Values>(`/api/values?${query}`);
  const worst = areas.toSorted((a, b) => b.value! - a.value!)[0]!;
  const headline = await textOf(page, "[data-testid=headline]");
  expect(headline).toContain(whole(entry("multidimensional_headcount_ratio", province).numerator!));
  expect(headline).toContain(`the worst of its counties is ${worst.names["en"]}`);
  for (const width of [2560, 1366, 1024, 861, 768]) {
    await page.setViewportSize({ width, height: 800 });
    const wide = await page.evaluate(() => {
      const box = document.querySelector(".overview-page")!;
      return [document.documentElement.scrollWidth, box.scrollWidth - box.clientWidth];
    });
    expect(wide).toEqual([width, 0]);
  }
});

test.each(["en", "zh"])("fits a phone (%s), with targets for a thumb", async (language) => {
  const page = await open(`/overview/${county.code}?lang=${language}`, PHONE);
  await complete(page);
  const wide = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.querySelector(".overview-page")!.scrollWidth,
  ]);
  expect(wide).toEqual([360, 360]);
  const small = await page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        ":is(.overview-page, .tabs, .bar) :is(button, select, .tabs a, .overview-go a)",
      ),
    ]
      .filter((target) => target.offsetParent !== null && !target.closest(".visually-hidden, .figure-text"))
      .filter((target) => !target.classList.contains("figure"))
      .map((target) => [target.textContent, target.getBoundingClientRect().height] as const)
      .filter(([, height]) => height < 43.5),
  );
  expect(small).toEqual([]);
});

test.each(["", "?lang=zh", "?theme=dark"])("prints one page without buttons %s", async (query) => {
  const page = await open(`/overview/${county.code}${query}`);
  await complete(page);
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  const shown = await page
    .locator(":is(.button, select, .bar, .rail)")
    .evaluateAll(
      (controls) => controls.filter((control) => (control as HTMLElement).offsetParent !== null).length,
    );
  expect(shown).toBe(0);
  const paper = await textOf(page, ".overview-page");
  expect(paper).toContain(query.includes("zh") ? "审图号" : "Map review number");
  expect(paper).toContain(`/overview/${county.code}?release=`);
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset["theme"])).toBe("light");
});

test("shows what the release has: without help, money and safeguards no card of theirs", async () => {
  const page = await open(`/overview/${county.code}`);
  await complete(page);
  await page.route("**/api/catalog*", async (route) => {
    const response = await route.fetch();
    const catalog = (await response.json()) as { indicators: { id: string }[] };
    const known = ["mpi", "multidimensional_headcount_ratio", "intensity"];
    const indicators = catalog.indicators.filter(({ id }) => known.includes(id));
    await route.fulfill({ json: { ...catalog, indicators } });
  });
  await page.reload();
  await complete(page);
  expect(
    await page
      .locator("[data-tile]")
      .evaluateAll((tiles) => tiles.map((tile) => tile.getAttribute("data-tile"))),
  ).toEqual(["people"]);
  await expect.poll(() => page.locator(".overview-to-do").count()).toBe(0);
  const poor = whole(entry("multidimensional_headcount_ratio").numerator!);
  await expect.poll(() => textOf(page, "[data-tile=people]")).toContain(`${poor} persons`);
  await expect.poll(() => page.locator("[data-trend]").count()).toBe(1);
  await expect.poll(() => page.locator(".overview-drawing a").count()).toBe(profile.area.childCount);
});

test("says when there is nothing to do", async () => {
  const page = await open(`/overview/${county.code}`);
  await complete(page);
  await page.route("**/profile?*", async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as Profile;
    const done = answer.indicators.map((known) =>
      known.denominator == null
        ? { ...known, value: 0, numerator: 0 }
        : known.indicator === "late_project_share"
          ? { ...known, value: 0, numerator: 0 }
          : { ...known, value: 1, numerator: known.denominator },
    );
    await route.fulfill({ json: { ...answer, indicators: done } });
  });
  await page.reload();
  await complete(page);
  await expect
    .poll(() => textOf(page, ".overview-to-do"))
    .toBe("To do Nothing is open or late by this release.");
});

test("keeps no number of one period under another, while an answer is late", async () => {
  const page = await open(`/overview/${county.code}`);
  await complete(page);
  let isLate = true;
  await page.route("**/profile?*period=2019*", async (route) => {
    if (isLate) await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await page.getByLabel("Period", { exact: true }).selectOption("2019");
  await expect.poll(() => page.getByTestId("headline").count()).toBe(0);
  await expect.poll(() => textOf(page, ".wait-note")).toContain("2019");
  await expect.poll(() => page.locator("main").getAttribute("aria-busy")).toBe("true");
  await complete(page);
  isLate = false;
  const then = await ask<Profile>(`/api/areas/${county.code}/profile?period=2019`);
  const poor = whole(entry("multidimensional_headcount_ratio", then).numerator!);
  await expect.poll(() => textOf(page, "[data-testid=headline]")).toContain(poor);
});

test("says when an area is not there, and shows the whole", async () => {
  const response = await fetch(`${home}/api/areas/770000000000`);
  expect(response.status).toBe(404);
  const page = await open("/overview/x%20y");
  await complete(page);
  await expect.poll(() => textOf(page, ".notices")).toContain("area=x%20y");
  await expect.poll(() => textOf(page, "[data-testid=headline]")).toContain("Province");
});

test("breaks no rule of axe", async () => {
  for (const options of [{}, PHONE]) {
    const page = await open(`/overview/${county.code}`, options);
    await complete(page);
    expect(await violationsOf(page)).toEqual([]);
    await page.goto(`${home}/overview/${county.code}?theme=dark&lang=zh`);
    await complete(page);
    expect(await violationsOf(page, { rules: COLOUR_RULES })).toEqual([]);
  }
});
