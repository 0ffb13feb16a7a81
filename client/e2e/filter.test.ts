// Filters: villages of more than 200 people, more than 30 minutes from school, with more than 19 pupils per teacher.

import { expect, inject, it } from "vitest";
import { violationsOf } from "./axe.ts";
import { settled } from "./browser.ts";
import { addressOf, screens } from "./screen.ts";

const open = screens("undrawn");

interface Answer {
  readonly areas: readonly { readonly code: string; readonly value?: number; readonly numerator?: number }[];
}

/** Codes of the villages that meet the three conditions, and their people, from the values of the server. */
async function expected(parent: string): Promise<{ codes: string[]; people: number }> {
  const of = async (id: string) => {
    const path = `/api/values?indicator=${id}&period=2022&level=village&parent=${parent}`;
    const { areas } = (await (await fetch(inject("appUrl") + path)).json()) as Answer;
    return new Map(areas.map(({ code, value }) => [code, value ?? Number.NaN]));
  };
  const [people, minutes, ratio] = await Promise.all(
    ["population", "school_travel_time", "pupil_teacher_ratio"].map(of),
  );
  const codes = [...people!.keys()].filter(
    (code) => people!.get(code)! > 200 && minutes!.get(code)! > 30 && ratio!.get(code)! > 19,
  );
  return { codes, people: codes.reduce((sum, code) => sum + people!.get(code)!, 0) };
}

it("keeps what meets all conditions on the map, in the table and in the link, and puts it into the basket", async () => {
  const path = "/api/areas?level=county&limit=24";
  const { areas } = (await (await fetch(inject("appUrl") + path)).json()) as Answer;
  const { code } = areas[0]!;
  const { codes, people } = await expected(code);
  expect(codes.length).toBeGreaterThan(1);
  const page = await open(`/?lang=en&area=${code}&level=village&table=open&layers=none`);
  const filters = page.getByRole("region", { name: "Filters" });
  for (const [indicator, name, bound] of [
    ["population", "Population", "200"],
    ["school_travel_time", "Average travel time to school", "30"],
    ["pupil_teacher_ratio", "Pupils per teacher", "19"],
  ] as const) {
    await filters.getByRole("combobox", { name: "Add a condition" }).selectOption(indicator);
    const field = filters.locator(`[data-indicator=${indicator}] input[type=number]`).first();
    await field.fill(bound);
    await field.press("Enter");
    await expect.poll(() => field.getAttribute("aria-label"), { message: name }).toMatch(/, over$/);
  }
  await settled(page);
  const sum = filters.locator(".filters-sum output");
  await expect
    .poll(() => sum.innerText())
    .toBe(`${codes.length} villages · ${people.toLocaleString("en-GB")} people`);
  await expect
    .poll(() => addressOf(page))
    .toContain("where=population.gt.200,school_travel_time.gt.30,pupil_teacher_ratio.gt.19");
  await expect.poll(() => page.locator("#areas tbody tr[data-code]").count()).toBe(codes.length);

  // A handle moves by the arrow keys, and what it does can be taken back.
  const handle = filters.locator("[data-indicator=school_travel_time] input[type=range]").first();
  await handle.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => addressOf(page)).not.toContain("school_travel_time.gt.30,");
  await page.keyboard.press("Control+z");
  await expect.poll(() => addressOf(page)).toContain("school_travel_time.gt.30,");

  await filters.getByRole("button", { name: "Add to basket" }).click();
  const tray = page.getByRole("region", { name: "Basket" });
  await expect
    .poll(() => tray.innerText())
    .toContain(`${codes.length} villages selected · ${people.toLocaleString("en-GB")} people`);
  expect(await violationsOf(page)).toEqual([]);
  const book = await filters.getByRole("link", { name: "Excel" }).getAttribute("href");
  expect((await fetch(inject("appUrl") + book!)).headers.get("content-type")).toContain("spreadsheetml");
  await filters.getByRole("button", { name: "Remove the condition on Population" }).click();
  await filters.getByRole("button", { name: "Clear" }).click();
  await expect.poll(() => addressOf(page)).not.toContain("where=");
});
