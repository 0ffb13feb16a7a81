// At 360 pixels: lens tabs, map, a sheet of three heights; every target is large enough for a thumb.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PHONE, settled } from "./browser.ts";
import { classes, firstRow } from "./parts.ts";
import { screens } from "./screen.ts";

const open = screens();

test("nothing is wider than the screen, and the sheet has three heights and three tabs", async () => {
  const page = await open("/map?layers=none", PHONE);
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  const sheet = page.locator(".sheet");
  const height = async (): Promise<number> => (await sheet.boundingBox())!.height;
  const half = await height();
  await page.getByRole("button", { name: "Enlarge the panel" }).tap();
  await expect.poll(height).toBeGreaterThan(half * 1.5);
  await page.getByRole("button", { name: "Shrink the panel" }).tap();
  await page.getByRole("button", { name: "Shrink the panel" }).tap();
  await expect.poll(height).toBeLessThan(half / 2);
  await page.getByRole("tab", { name: "Table" }).tap();
  await firstRow(page).waitFor();
  await page.getByRole("tab", { name: "Legend" }).tap();
  await expect.poll(() => classes(page).count()).toBe(5);
});

test("the sheet follows the finger", async () => {
  const page = await open("/map?layers=none", PHONE);
  const grip = (await page.locator(".grip").boundingBox())!;
  await page.mouse.move(180, grip.y + 8);
  await page.mouse.down();
  await page.mouse.move(180, 150, { steps: 5 });
  await page.mouse.up();
  await page.locator(".sheet.is-full").waitFor();
  expect((await page.locator(".sheet").boundingBox())!.height).toBeGreaterThan(500);
});

test("the first tap shows the card, the second opens the area", async () => {
  const page = await open("/map?layers=none", PHONE);
  await page.touchscreen.tap(200, 300);
  const card = page.getByTestId("hover-card");
  await card.waitFor();
  const name = await card.locator("b").innerText();
  await expect.poll(() => page.url()).toMatch(/\/map\?layers=none$/);
  await page.touchscreen.tap(200, 300);
  await settled(page);
  await expect.poll(() => page.url()).toMatch(/\/map\/\d+\?layers=none$/);
  await expect.poll(() => page.locator(".sheet h2").first().innerText()).toBe(name);
});

test("every button is at least 44 pixels high, but for marks of charts and numbers inside a sentence", async () => {
  const page = await open("/?area=990303000000&layers=none", PHONE);
  // A number inside running text may be lower (WCAG 2.2, 2.5.8 "inline"): taller, it would cover the line below.
  const small = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("button, select, .table tbody tr")]
      .filter(
        (element) =>
          element.offsetParent !== null && !element.closest(".visually-hidden, .marks, .figure-text"),
      )
      .map((element) => {
        const after = getComputedStyle(element, "::after");
        const reach = after.content === "none" ? 0 : Number.parseFloat(after.height) || 0;
        return { text: element.textContent, height: Math.max(element.getBoundingClientRect().height, reach) };
      })
      .filter(({ height }) => height < 43.5),
  );
  expect(small).toEqual([]);
});

test("the map is saved as a picture with its sentence, legend and source", async () => {
  const page = await open("/map", PHONE);
  await page.getByRole("button", { name: "More" }).tap();
  const [saved] = await Promise.all([
    page.waitForEvent("download", { timeout: 90_000 }),
    page.getByRole("button", { name: "Share a picture" }).tap(),
  ]);
  expect(saved.suggestedFilename()).toBe("village-lens.png");
  const bytes = readFileSync(await saved.path());
  // Width and height stand behind the signature and the head of the first chunk.
  expect(bytes.toString("latin1", 1, 4)).toBe("PNG");
  expect(bytes.readUInt32BE(16)).toBe(1080);
  expect(bytes.readUInt32BE(20)).toBeGreaterThan(900);
});
