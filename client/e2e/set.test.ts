// The basket: filled by keyboard in the table, summed as one, exported, and taken back step by step.

import readExcelFile from "read-excel-file/node";
import { expect, inject, it } from "vitest";
import { settled } from "./browser.ts";
import { table } from "./parts.ts";
import { addressOf, screens } from "./screen.ts";

const open = screens("undrawn");

it("sums what is picked in the table, keeps it in the link, and gives it up step by step", async () => {
  const page = await open("/?lang=en&level=county&table=open&layers=none");
  const row = (at: number) =>
    table(page)
      .getByRole("row")
      .nth(at + 1);
  await row(0).focus();
  await page.keyboard.press(" ");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press(" ");
  const title = page.getByRole("heading", { level: 2, name: /areas selected$/ });
  const tray = page.getByRole("region", { name: "Basket" });
  await expect.poll(() => tray.innerText()).toMatch(/2 counties selected · [\d,]+ people/);
  // The card stays about the open area until the sum is asked for.
  await expect.poll(() => title.count()).toBe(0);
  await tray.getByRole("button", { name: "Sum" }).click();
  await expect.poll(() => title.innerText()).toBe("2 areas selected");
  await settled(page);
  const codes = await Promise.all([row(0), row(1)].map((item) => item.getAttribute("data-code")));
  await expect.poll(() => addressOf(page)).toContain(`set=${[...codes].sort()[0]}~`);

  const home = inject("appUrl");
  const values = (await (
    await fetch(`${home}/api/values?indicator=mpi&period=2022&level=county`)
  ).json()) as { areas: { code: string; numerator: number; denominator: number }[] };
  const picked = values.areas.filter(({ code }) => codes.includes(code));
  const sum = (of: "numerator" | "denominator"): number => picked.reduce((total, one) => total + one[of], 0);
  await expect
    .poll(() => page.locator(".set-card .headline dd").first().innerText())
    .toBe((sum("numerator") / sum("denominator")).toFixed(3));

  // It grows by what lies near to it, and its estimates have intervals.
  await page.getByRole("button", { name: "+ 5 km" }).click();
  await expect.poll(() => title.innerText()).toMatch(/^([3-9]|\d\d) areas selected$/);
  await expect
    .poll(() => page.locator(".set-figures tr", { hasText: "Income poverty headcount" }).innerText())
    .toMatch(/\d–\d/);
  await page.keyboard.press("Control+z");
  await expect.poll(() => title.innerText()).toBe("2 areas selected");

  await tray.getByRole("textbox", { name: "Name of the basket" }).fill("North");
  await page.keyboard.press("Enter");
  await expect.poll(() => addressOf(page)).toContain("set_name=North");
  await tray.getByRole("button", { name: "Export" }).click();
  const link = page.getByRole("link", { name: "Excel, all indicators" });
  const file = await fetch(home + (await link.getAttribute("href"))!);
  const sheets = await readExcelFile(Buffer.from(await file.arrayBuffer()));
  expect(sheets[0]!.data.slice(1).map((cells) => cells.find((cell) => codes.includes(String(cell))))).toEqual(
    expect.arrayContaining(codes),
  );
  await page.keyboard.press("Escape");
  await expect.poll(() => link.isVisible()).toBe(false);

  await page.keyboard.press("Escape");
  await expect.poll(() => title.count()).toBe(0);
  await tray.getByRole("button", { name: "Fold the basket" }).click();
  await page.getByRole("button", { name: "Basket: 2 counties. Show" }).click();
  await tray.getByRole("button", { name: "Empty the basket" }).click();
  await expect.poll(() => tray.count()).toBe(0);
  expect(addressOf(page)).not.toContain("set");
  await page.keyboard.press("Control+z");
  await expect.poll(() => tray.innerText()).toContain("2 counties");
});
