// The legend says what the map shows, and the map shows what the legend says.

import { expect, inject, test } from "vitest";
import { settled } from "./browser.ts";
import { classes, legend } from "./parts.ts";
import { colourAt, colourNear, hoverMap, screens } from "./screen.ts";

const open = screens();

test.each([
  "/map?layers=none",
  "/?theme=dark&lens=supply&layers=none",
  "/?lens=help&level=township&layers=none",
])("the colour under the pointer is the colour of the swatch: %s", async (path) => {
  const page = await open(path);
  let compared = 0;
  for (const [x, y] of [
    [560, 440],
    [720, 540],
    [760, 400],
    [500, 620],
    [800, 640],
  ] as const) {
    await hoverMap(page, x, y);
    const swatch = page.locator("[data-testid=hover-card] .swatch:not([class*=is-])");
    if ((await swatch.count()) === 0) continue;
    const expected = await swatch.evaluate((element) => getComputedStyle(element).backgroundColor);
    await colourNear(page, x, y, expected);
    compared++;
  }
  expect(compared).toBeGreaterThanOrEqual(3);
});

test("relief changes no colour of flat ground, and leaves each class between its shadow and its light", async () => {
  const page = await open("/?layers=relief,water");
  const swatches = await page
    .locator(".class i")
    .evaluateAll((list) => list.map((element) => getComputedStyle(element).backgroundColor));
  const seen = async (step: number): Promise<{ exact: number; other: number }> => {
    let [exact, other] = [0, 0];
    for (let x = 400; x < 760; x += step)
      for (let y = 320; y < 640; y += step)
        if (swatches.includes(await colourAt(page, x, y))) exact++;
        else other++;
    return { exact, other };
  };
  // Once its tiles are there, most ground is a slope.
  await expect.poll(async () => (await seen(30)).other, { timeout: 20_000 }).toBeGreaterThan(60);
  expect((await seen(11)).exact).toBeGreaterThanOrEqual(3);
});

test("a layer is switched in the list, and the link remembers it", async () => {
  const page = await open("/map");
  const layers = page.getByRole("region", { name: "Layers" });
  await layers.getByLabel("Relief").uncheck();
  await expect.poll(() => page.url()).toContain("layers=settlement,water,seats");
  await layers.getByLabel("Settled land").uncheck();
  await layers.getByLabel("Water").uncheck();
  await layers.getByLabel("Towns").uncheck();
  await expect.poll(() => page.url()).toContain("layers=none");
  const again = await open("/?layers=water");
  const switches = again.getByRole("region", { name: "Layers" });
  await expect.poll(() => switches.getByLabel("Relief").isChecked()).toBe(false);
  await expect.poll(() => switches.getByLabel("Water").isChecked()).toBe(true);
  for (const name of ["Settled land", "Relief", "Towns"]) await switches.getByLabel(name).check();
  expect(again.url()).not.toContain("layers=");
});

test("counts, missing and scope are those of the release", async () => {
  const page = await open("/?level=village&layers=none");
  const response = await fetch(`${inject("appUrl")}/api/classes?indicator=mpi&period=2022&level=village`);
  const answer = (await response.json()) as { counts: number[]; missing: Record<string, number> };
  const counts = await page.locator(".class-box .figure").allInnerTexts();
  expect(counts.map((count) => Number(count.replaceAll(",", "")))).toEqual(answer.counts);
  await legend(page).getByText("3,600 villages · 2022 · natural breaks for this level and period").waitFor();
  // The open area stands on the histogram with the figure of its card.
  const own = await page.locator(".headline .figure").first().innerText();
  const mark = page.getByRole("img", { name: `Qingyun Province: ${own}` });
  await expect.poll(() => mark.locator("title").textContent()).toBe(`Qingyun Province: ${own}`);
  const missing = await page.locator(".missing").allInnerTexts();
  expect(missing.join(" ").replaceAll(/\s+/g, " ")).toContain(
    `Not surveyed ${answer.missing["not-surveyed"]}`,
  );
});

test("pointing at a class lets its areas stand out, pressing keeps it so", async () => {
  const page = await open("/map?layers=none");
  await hoverMap(page, 720, 540);
  const swatch = page.locator("[data-testid=hover-card] .swatch");
  const colour = await swatch.evaluate((element) => getComputedStyle(element).backgroundColor);
  const colours = await page
    .locator(".class i")
    .evaluateAll((list) => list.map((element) => getComputedStyle(element).backgroundColor));
  const own = colours.indexOf(colour);
  const other = classes(page).nth(own === 0 ? 1 : 0);
  const dot = await colourNear(page, 720, 540, colour);
  await other.click();
  await page.mouse.move(20, 860);
  await expect.poll(() => other.getAttribute("aria-pressed")).toBe("true");
  await expect.poll(() => colourAt(page, ...dot), { timeout: 15_000 }).not.toBe(colour);
  await other.click();
  await page.mouse.move(20, 860);
  await expect.poll(() => colourAt(page, ...dot), { timeout: 15_000 }).toBe(colour);
});

test("method and number of classes change at once, in legend, map and address", async () => {
  const page = await open("/map?layers=none");
  await legend(page).getByRole("button", { name: "Change", exact: true }).click();
  await page.getByRole("combobox", { name: "Method", exact: true }).selectOption("quantile");
  await page.getByRole("group", { name: "Classes", exact: true }).getByRole("button", { name: "3" }).click();
  await settled(page);
  await expect.poll(() => classes(page).count()).toBe(3);
  await expect.poll(() => page.locator(".class-box .figure").allInnerTexts()).toEqual(["8", "8", "8"]);
  await expect.poll(() => page.url()).toContain("method=quantile&k=3");
});

test("a count is shown as circles above plain land, with nested circles for a legend", async () => {
  const page = await open("/?indicator=population&layers=none");
  await expect.poll(() => page.locator(".circle-legend circle").count()).toBeGreaterThanOrEqual(2);
  await expect.poll(() => classes(page).count()).toBe(0);
  await legend(page).getByText("circle area is proportional to the number").waitFor();
});

test("scope, zero and own breaks are printed, kept in the link, and wrong breaks are refused", async () => {
  const page = await open("/?indicator=fall_back_rate&level=village&layers=none");
  const scope = page.locator(".scope").first();
  await legend(page).getByRole("button", { name: "Change", exact: true }).click();
  await page.locator(".class-settings select").nth(1).selectOption("periods");
  await settled(page);
  await expect
    .poll(() => scope.innerText())
    .toBe("3,600 villages · 2022 · natural breaks, the same for 2014–2022; 0 has its own class");
  await expect.poll(() => page.locator('.class[data-class="zero"]').count()).toBe(1);
  await page.locator(".choices button", { hasText: "With the rest" }).click();
  await settled(page);
  await expect.poll(() => page.locator('.class[data-class="zero"]').count()).toBe(0);
  await expect.poll(() => page.url()).toContain("zero=none&scope=periods");

  await page.getByRole("combobox", { name: "Method", exact: true }).selectOption("manual");
  const own = page.locator(".own-breaks input");
  await own.fill("1, 3, 2");
  await expect
    .poll(() => page.locator(".own-breaks [role=alert]").innerText())
    .toContain("1 to 4 ascending numbers");
  await own.fill("1, 2.5");
  await settled(page);
  await expect.poll(() => page.url()).toContain("breaks=0.01,0.025");
  await expect.poll(() => scope.innerText()).toContain("custom breaks, the same everywhere");
  await expect.poll(() => classes(page).count()).toBe(3);
});

test("a figure from a sample is shown with its interval and rank range, hatched where it is unreliable", async () => {
  const page = await open("/?indicator=headcount_ratio&level=village&table=open&layers=none");
  const query = "indicator=headcount_ratio&period=2022&level=village";
  const [classes, values] = await Promise.all(
    ["classes", "values"].map(async (path) => {
      const response = await fetch(`${inject("appUrl")}/api/${path}?${query}`);
      return (await response.json()) as Record<string, unknown>;
    }),
  );
  await expect.poll(() => page.locator(".legend-body").innerText()).toContain("Figures from a sample survey");
  const unreliable = await page.locator(".missing").first().innerText();
  expect(unreliable.replaceAll(/\s+/g, " ")).toBe(`Unreliable ${String(classes!["unreliableCount"])}`);
  const areas = values!["areas"] as {
    rankFirst?: number;
    rankLast?: number;
    value?: number;
    names: { en: string };
  }[];
  const worst = areas
    .filter(({ rankFirst }) => rankFirst !== undefined)
    .reduce((a, b) => (b.value! > a.value! ? b : a));
  const row = page.locator("#areas tbody tr").first();
  await expect.poll(() => row.innerText()).toContain(worst.names.en);
  await expect.poll(() => row.locator(".rank").innerText()).toBe(`${worst.rankFirst}–${worst.rankLast}`);
  await expect.poll(() => row.locator("small").innerText()).toMatch(/^\d+\.\d–\d+\.\d$/);
  await page
    .getByText(/^95% interval/)
    .first()
    .waitFor();
  const full = await open("/?indicator=mpi&level=village&layers=none");
  await expect.poll(() => full.locator(".sureness").count()).toBe(0);
  await expect
    .poll(() => full.locator(".headline .coverage").first().innerText())
    .toMatch(/^9\d% of the villages/);
});
