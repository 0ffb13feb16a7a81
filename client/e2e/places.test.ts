// Places beside each other: from the basket, each row with the server's values, one more like the first, and as a file.

import { expect, inject, it } from "vitest";
import { violationsOf } from "./axe.ts";
import { PHONE } from "./browser.ts";
import { addressOf, screens } from "./screen.ts";

const open = screens("undrawn");

interface Answer {
  readonly areas: readonly {
    readonly code: string;
    readonly names: { readonly en: string };
    readonly value?: number;
  }[];
}

it("compares what is in the basket, row by row, and takes one more", async () => {
  const home = inject("appUrl");
  const { areas } = (await (
    await fetch(`${home}/api/values?indicator=school_travel_time&period=2022&level=county`)
  ).json()) as Answer;
  const [a, b] = areas;
  const page = await open(`/?lang=en&set=${a!.code}&card=area&table=open&level=county&layers=none`);
  const row = page.locator(`#areas tr[data-code='${b!.code}']`);
  await row.focus();
  await page.keyboard.press(" ");
  const tray = page.getByRole("region", { name: "Basket" });
  await expect.poll(() => tray.innerText()).toContain("2 counties");
  await tray.getByRole("button", { name: "Compare" }).click();
  await expect.poll(() => addressOf(page)).toContain(`places=${a!.code},${b!.code}`);
  const table = page.locator(".place-table");
  await expect.poll(() => table.locator("thead").innerText()).toContain(b!.names.en);
  const cells = table.locator("tr[data-indicator=school_travel_time] .place-value b");
  await expect
    .poll(() => cells.allInnerTexts())
    .toEqual([a, b].map((area) => `${area!.value!.toFixed(1)} min`));
  await expect.poll(() => page.locator(".place-apart li").count()).toBeGreaterThan(2);

  await page.getByRole("button", { name: "Add a third" }).click();
  await page.getByRole("option", { name: new RegExp(`^Like ${a!.names.en}`) }).click();
  await expect.poll(() => table.locator(".place-head").count()).toBe(3);
  const book = await page.getByRole("link", { name: "Excel" }).getAttribute("href");
  expect((await fetch(home + book!)).headers.get("content-type")).toContain("spreadsheetml");
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole("button", { name: `Remove ${b!.names.en}` }).click();
  await expect.poll(() => table.locator(".place-head").count()).toBe(2);
});

it("is a card for each row on a phone", async () => {
  const { areas } = (await (
    await fetch(`${inject("appUrl")}/api/areas?level=county&limit=3`)
  ).json()) as Answer;
  const page = await open(`/compare?lang=en&places=${areas.map(({ code }) => code).join()}`, PHONE);
  const cell = page.locator("tr[data-indicator=mpi] .place-value").first();
  await expect.poll(() => cell.innerText()).toMatch(/0\.\d{3}/);
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  expect(await violationsOf(page)).toEqual([]);
});
