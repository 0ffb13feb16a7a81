// Down by pressing an area, up by Escape, breadcrumb, button and back.

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { settled } from "./browser.ts";
import { placeName, table } from "./parts.ts";
import { addressOf, hoverMap, screens } from "./screen.ts";

const open = screens();
/** Flights and fades as most readers see them. */
const MOVING = { reducedMotion: "no-preference" } as const;
const MIDDLE = { x: 720, y: 420 };

/** The level in the sentence. */
const shownLevel = (page: Page): Promise<string> =>
  page
    .getByRole("button", { name: /^Level / })
    .locator(".slot-text")
    .innerText();

test("pressing an area opens it, its children are shown, and every way up leads back", async () => {
  const page = await open("/map?off=clinics,offices,schools&table=open&layers=none", MOVING);
  const heading = placeName(page);
  await expect.poll(() => heading.innerText()).toBe("Qingyun Province");
  await expect.poll(() => shownLevel(page)).toBe("counties");

  const card = await hoverMap(page, MIDDLE.x, MIDDLE.y);
  await page.mouse.click(MIDDLE.x, MIDDLE.y);
  await settled(page);
  const county = await heading.innerText();
  expect(card.startsWith(county)).toBe(true);
  await expect.poll(() => shownLevel(page)).toBe("townships");
  await expect
    .poll(() => table(page).getByRole("heading", { level: 2 }).innerText())
    .toMatch(/^\d+ townships, worst first$/);
  await expect.poll(() => addressOf(page)).toMatch(/^\/map\/9903?\d+/);
  const countyAddress = addressOf(page);

  await page.mouse.click(MIDDLE.x, MIDDLE.y);
  await settled(page);
  await expect.poll(() => shownLevel(page)).toBe("villages");
  await expect
    .poll(() => page.getByRole("navigation", { name: "You are here" }).getByRole("listitem").count())
    .toBe(4);

  await page.keyboard.press("Escape");
  await settled(page);
  await expect.poll(() => heading.innerText()).toBe(county);
  await expect.poll(() => addressOf(page)).toBe(countyAddress);

  await page.getByRole("button", { name: "Qingyun Province" }).click();
  await settled(page);
  await expect.poll(() => addressOf(page)).toBe("/map?off=clinics,offices,schools&table=open&layers=none");

  await page.goBack();
  await settled(page);
  await expect.poll(() => heading.innerText()).toBe(county);
  await page.goForward();
  await settled(page);
  await expect.poll(() => heading.innerText()).toBe("Qingyun Province");
});

test("a village has nothing inside: it is selected, and its township stays open", async () => {
  const page = await open("/map?off=clinics,offices,schools&table=open&layers=none", MOVING);
  await page.locator(".worst button").first().click();
  await settled(page);
  await expect.poll(() => shownLevel(page)).toBe("villages");
  await expect
    .poll(() => page.locator(".table tr.is-selected th").innerText())
    .toContain(await placeName(page).innerText());
  await expect.poll(() => page.locator(".worst").count()).toBe(0);
});

test("the hover card stays while the pointer moves inside one area and never covers it", async () => {
  const page = await open("/?level=township&off=clinics,offices,schools&layers=none", MOVING);
  await hoverMap(page, MIDDLE.x, MIDDLE.y);
  const card = page.getByTestId("hover-card");
  const name = await card.locator("b").innerText();
  const box = (await card.boundingBox())!;
  const isCovering =
    box.x < MIDDLE.x && box.x + box.width > MIDDLE.x && box.y < MIDDLE.y && box.y + box.height > MIDDLE.y;
  expect(isCovering).toBe(false);
  await page.mouse.move(MIDDLE.x + 1, MIDDLE.y);
  await expect.poll(() => card.locator("b").innerText()).toBe(name);
  await page.mouse.move(30, 400);
  await card.waitFor({ state: "detached" });
});
