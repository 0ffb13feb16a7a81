// Schools on the map: found by name, opened by a press or by keys, with the villages they serve; and switched off.

import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import type { Facilities, Facility } from "#domain/contract/things";
import { visits } from "./screen.ts";

const { visit } = visits();

/** The first junior school that at least four villages go to. */
async function someSchool(): Promise<Facility> {
  const ask = async <T>(path: string): Promise<T> =>
    (await (await fetch(`${inject("appUrl")}/api/facilities${path}`)).json()) as T;
  const { facilities } = await ask<Facilities>("?kind=junior_school&limit=20");
  for (const { code } of facilities) {
    const facility = await ask<Facility>(`/${code}`);
    if (facility.catchment!.length >= 4) return facility;
  }
  throw new Error("no junior school serves four villages");
}

/** Moves the pointer around the middle of the map until it is over a facility of this name; returns the point. */
async function pointAt(page: Page, name: string): Promise<[number, number] | null> {
  const box = (await page.locator(".map-canvas").boundingBox())!;
  const hover = page.locator("[data-testid=facility-hover]");
  for (let away = 0; away <= 40; away += 8)
    for (const [x, y] of [
      [0, 0],
      [away, 0],
      [-away, 0],
      [0, away],
      [0, -away],
    ] as const) {
      const point: [number, number] = [box.x + box.width / 2 + x, box.y + box.height / 2 + y];
      await page.mouse.move(...point);
      await page.waitForTimeout(40);
      if ((await hover.count()) > 0 && (await hover.innerText()).includes(name)) return point;
    }
  return null;
}

const queryOf = (page: Page): URLSearchParams => new URL(page.url()).searchParams;

test("a school is found by its name, and its card says what it has and whom it serves", async () => {
  const school = await someSchool();
  const name = school.names["en"]!;
  const page = await visit("/map?lang=en&table=closed&layers=none");
  await page.keyboard.press("/");
  await page.keyboard.type(name);
  await page.getByRole("option", { name }).first().click();
  const card = page.locator(".facility-card");
  await card.locator("h2", { hasText: name }).waitFor();
  expect(queryOf(page).get("facility")).toBe(school.code);
  const figures = await card.locator(".facility-figures").innerText();
  for (const figure of [school.figures.pupils, school.figures.places, school.figures.teachers])
    expect(figures).toContain(String(figure));
  await expect.poll(() => card.locator(".facility-norms li").count()).toBe(4);
  const villages = await card.locator("li[data-code] b").allInnerTexts();
  expect(villages.map(Number)).toEqual(school.catchment!.slice(0, 8).map(({ count }) => count));
  await page.keyboard.press("Escape");
  await card.waitFor({ state: "detached" });
  expect(queryOf(page).has("facility")).toBe(false);
});

test("a press on its symbol opens it; switched off it is no longer there", async () => {
  const school = await someSchool();
  const [lon, lat] = school.point!;
  const page = await visit(
    `/map?lang=en&table=closed&at=${lon.toFixed(5)},${lat.toFixed(5)},10.50&layers=none`,
  );
  let point: [number, number] | null = null;
  await expect.poll(async () => (point = await pointAt(page, school.names["en"]!))).not.toBeNull();
  await page.mouse.click(...point!);
  const card = page.locator(".facility-card");
  await card.locator(`h2[data-facility="${school.code}"]`).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("checkbox", { name: "Schools" }).click();
  expect(queryOf(page).get("off")).toBe("schools");
  await expect.poll(() => pointAt(page, school.names["en"]!)).toBeNull();
  await page.getByRole("checkbox", { name: "Schools" }).click();
  expect(queryOf(page).has("off")).toBe(false);
});

test("the schools of a village are listed in its card, for who does not see the map", async () => {
  const school = await someSchool();
  const page = await visit(`/map?lang=zh&area=${school.village!.code}&layers=none`);
  const button = page.locator(`li[data-facility="${school.code}"] button`);
  await button.waitFor();
  await button.focus();
  await page.keyboard.press("Enter");
  await page.locator(".facility-card h2", { hasText: school.names["zh"]! }).waitFor();
  await page.locator(`.facility-card li[data-code="${school.catchment![0]!.code}"] button`).click();
  await page.locator(`h2[data-area="${school.catchment![0]!.code}"]`).waitFor();
  await expect.poll(() => page.locator(".facility-card").count()).toBe(0);
});
