// The legend says what the map shows, and the map shows what the legend says.

import { expect, inject, test } from "vitest";
import { settled } from "./browser.ts";
import { colourAt, colourNear, hoverMap, screens } from "./screen.ts";

const open = screens();

test.each(["/", "/?theme=dark&lens=supply", "/?lens=help&level=township"])(
  "the colour under the pointer is the colour of the swatch: %s",
  async (path) => {
    const page = await open(path);
    let compared = 0;
    for (const [x, y] of [
      [480, 280],
      [620, 420],
      [700, 300],
      [420, 370],
      [560, 180],
    ] as const) {
      await hoverMap(page, x, y);
      const swatch = page.locator("[data-testid=hover-card] .swatch:not([class*=is-])");
      if ((await swatch.count()) === 0) continue;
      const expected = await swatch.evaluate((element) => getComputedStyle(element).backgroundColor);
      await colourNear(page, x, y, expected);
      compared++;
    }
    expect(compared).toBeGreaterThanOrEqual(3);
  },
);

test("counts, missing and scope are those of the release", async () => {
  const page = await open("/?level=village");
  const response = await fetch(`${inject("appUrl")}/api/classes?indicator=mpi&period=2022&level=village`);
  const answer = (await response.json()) as { counts: number[]; missing: Record<string, number> };
  const counts = await page.locator(".class span").allInnerTexts();
  expect(counts.map((count) => Number(count.replaceAll(",", "")))).toEqual(answer.counts);
  expect(await page.locator(".scope").innerText()).toBe(
    "3,600 villages · 2022 · natural breaks of this level and period",
  );
  const missing = await page.locator(".missing").allInnerTexts();
  expect(missing.join(" ").replaceAll(/\s+/g, " ")).toContain(
    `Not surveyed ${answer.missing["not-surveyed"]}`,
  );
});

test("pointing at a class lets its areas stand out, pressing keeps it so", async () => {
  const page = await open("/");
  await hoverMap(page, 480, 280);
  const swatch = page.locator("[data-testid=hover-card] .swatch");
  const colour = await swatch.evaluate((element) => getComputedStyle(element).backgroundColor);
  const colours = await page
    .locator(".class i")
    .evaluateAll((list) => list.map((element) => getComputedStyle(element).backgroundColor));
  const own = colours.indexOf(colour);
  const other = page.locator(".class").nth(own === 0 ? 1 : 0);
  const dot = await colourNear(page, 480, 280, colour);
  await other.click();
  await page.mouse.move(20, 860);
  expect(await other.getAttribute("aria-pressed")).toBe("true");
  await expect.poll(() => colourAt(page, ...dot), { timeout: 15_000 }).not.toBe(colour);
  await other.click();
  await page.mouse.move(20, 860);
  await expect.poll(() => colourAt(page, ...dot), { timeout: 15_000 }).toBe(colour);
});

test("method and number of classes change at once, in legend, map and address", async () => {
  const page = await open("/");
  await page.locator(".change").click();
  await page.locator(".class-settings select").first().selectOption({ label: "equal counts" });
  await page.locator(".choices button", { hasText: "3" }).click();
  await settled(page);
  expect(await page.locator(".class").count()).toBe(3);
  expect(await page.locator(".class span").allInnerTexts()).toEqual(["8", "8", "8"]);
  expect(page.url()).toContain("method=quantile&k=3");
});

test("a count is shown as circles above plain land, with nested circles for a legend", async () => {
  const page = await open("/?indicator=population");
  expect(await page.locator(".circle-legend circle").count()).toBeGreaterThanOrEqual(2);
  expect(await page.locator(".class").count()).toBe(0);
  expect(await page.locator(".scope").innerText()).toContain("circle area shows the number");
});
