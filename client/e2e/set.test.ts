// A hand-picked set: by keyboard in the table, by presses on the map, summed as one, and undone.

import { expect, inject, it } from "vitest";
import { settled } from "./browser.ts";
import { addressOf, screens } from "./screen.ts";

const open = screens();

it("sums what is picked in the table, keeps it in the link, and gives it up step by step", async () => {
  const page = await open("/?lang=en&level=county&table=open");
  const row = (at: number) => page.locator(`#areas tbody tr[data-row='${at}']`);
  await row(0).focus();
  await page.keyboard.press(" ");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press(" ");
  const title = page.locator(".set-card h2");
  await expect.poll(() => title.innerText()).toBe("2 areas selected");
  await settled(page);
  const codes = await Promise.all([row(0), row(1)].map((item) => item.getAttribute("data-code")));
  expect(addressOf(page)).toContain(`set=${[...codes].sort()[0]}~`);

  const home = inject("appUrl");
  const values = (await (
    await fetch(`${home}/api/values?indicator=mpi&period=2022&level=county`)
  ).json()) as { areas: { code: string; numerator: number; denominator: number }[] };
  const picked = values.areas.filter(({ code }) => codes.includes(code));
  const sum = (of: "numerator" | "denominator"): number => picked.reduce((total, one) => total + one[of], 0);
  expect(await page.locator(".set-card .headline dd").first().innerText()).toBe(
    (sum("numerator") / sum("denominator")).toFixed(3),
  );

  // It grows by what lies near to it, and its estimates have intervals.
  await page.getByRole("button", { name: "+ 5 km" }).click();
  await expect.poll(() => title.innerText()).toMatch(/^([3-9]|\d\d) areas selected$/);
  await expect
    .poll(() => page.locator(".set-figures tr", { hasText: "Income poverty headcount" }).innerText())
    .toMatch(/\d–\d/);
  await page.goBack();
  await expect.poll(() => title.innerText()).toBe("2 areas selected");

  await page.goBack();
  await expect.poll(() => title.innerText()).toBe("1 area selected");
  await page.keyboard.press("Escape");
  await expect.poll(() => title.count()).toBe(0);
});
