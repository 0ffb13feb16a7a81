// Search, links, keyboard, language and theme, table and map as twins.

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { settled } from "./browser.ts";
import { classes, firstRow, placeName, table } from "./parts.ts";
import { addressOf, firstCounty, hoverMap, screens } from "./screen.ts";

const open = screens("undrawn");

/** Where the first row under the table's head begins. */
async function belowHead(page: Page): Promise<number> {
  const { y, height } = (await table(page).getByRole("rowgroup").first().boundingBox())!;
  return y + height;
}

test("search finds by name in either language and by code, with the keyboard alone", async () => {
  const page = await open("/map?table=open&layers=none");
  const { code, names } = await firstCounty();
  const expected = names.en;
  for (const typed of [names.en, names.zh, code]) {
    await page.keyboard.press("/");
    await page.keyboard.type(typed);
    const option = page.getByRole("option", { name: expected }).first();
    await option.waitFor();
    await expect.poll(() => option.innerText()).toContain("Qingyun Province");
    await page.keyboard.press("Enter");
    await settled(page);
    await expect.poll(() => placeName(page).innerText()).toBe(expected);
    await page.keyboard.press("Escape");
    await settled(page);
    await page.keyboard.press("Escape");
    await settled(page);
    await expect.poll(() => addressOf(page)).toBe("/map?table=open&layers=none");
  }
  await page.keyboard.press("/");
  await page.keyboard.type("no such place");
  await page.locator(".found .nothing").waitFor();
});

test("found places are marked by the arrow keys while the field keeps the focus; a press opens one, Escape leaves", async () => {
  const page = await open("/map?lang=en&layers=none");
  const field = page.getByRole("combobox", { name: "Search", exact: true });
  const options = page.getByRole("listbox", { name: "Search", exact: true }).getByRole("option");
  await field.fill("xin");
  // Eight places, then facilities, which come by a request of their own.
  await expect.poll(() => options.count()).toBeGreaterThan(8);
  await expect.poll(() => field.getAttribute("aria-expanded")).toBe("true");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const marked = page.getByRole("option", { selected: true }).and(options);
  const second = await options.nth(1).innerText();
  await expect.poll(() => marked.innerText()).toBe(second);
  await expect.poll(() => field.getAttribute("aria-activedescendant")).toBe(await marked.getAttribute("id"));
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press("Escape");
  await expect.poll(() => field.inputValue()).toBe("");
  await expect.poll(() => options.count()).toBe(0);
  await field.fill("xin");
  // Facilities and indicators are found as well.
  const third = page.getByRole("group", { name: "Places" }).getByRole("option").nth(2);
  const name = await third.locator("b").innerText();
  await third.click();
  await settled(page);
  await expect.poll(() => placeName(page).innerText()).toBe(name);
});

test("a link restores the whole view, and what is malformed is dropped with a word", async () => {
  const { code, names } = await firstCounty();
  const link = `/?lens=supply&indicator=pupil_teacher_ratio&period=2019&level=village&area=${code}&method=equal&k=4&lang=zh&theme=dark&at=104.80000,27.20000,8.10`;
  const page = await open(link);
  await expect.poll(() => placeName(page).innerText()).toBe(names.zh);
  const inside = await page.locator(".scope").first().innerText();
  expect(inside).toMatch(new RegExp(`^${names.zh} \\d+ 个村 · 2019 · 按本层级本时期的等间距分级$`));
  await expect.poll(() => classes(page).count()).toBe(4);
  await expect.poll(() => page.locator("html").getAttribute("data-theme")).toBe("dark");
  await expect.poll(() => addressOf(page)).toBe(link);

  const odd = await open("/?lens=money&period=20x2&colour=red&indicator=nothing");
  await odd.getByText("lens=money, period=20x2, colour=red, indicator=nothing").waitFor();
  await expect.poll(() => placeName(odd).innerText()).toBe("Qingyun Province");
});

test("language and theme switch in place and stand in the address", async () => {
  const page = await open("/map?table=open&layers=none");
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("button", { name: "中文" }).click();
  await settled(page);
  await expect
    .poll(() => table(page).getByRole("heading", { level: 2 }).innerText())
    .toBe("24 个县，由重到轻");
  await expect.poll(() => page.locator("html").getAttribute("lang")).toBe("zh-CN");
  await page.getByRole("button", { name: "更多" }).click();
  await page.getByRole("button", { name: "深色主题" }).click();
  await settled(page);
  await expect.poll(() => addressOf(page)).toBe("/map?lang=zh&theme=dark&table=open&layers=none");
  await expect.poll(() => page.getByRole("banner").innerText()).toContain("演示数据");
});

test("the reader's own language and theme are the start", async () => {
  const page = await open("/map?layers=none", { locale: "zh-CN", colorScheme: "dark" });
  await page.getByRole("banner").getByText("村情图").waitFor();
  await expect.poll(() => page.locator("html").getAttribute("data-theme")).toBe("dark");
  await expect.poll(() => addressOf(page)).toBe("/map?layers=none");
});

test("table and map are twins: hover both ways, a row opens, columns sort", async () => {
  const page = await open("/map?table=open&layers=none");
  const card = await hoverMap(page, 640, 415);
  const row = page.locator(".table tr.is-hovered th");
  expect(card.startsWith(await row.evaluate((cell) => cell.firstChild?.textContent ?? ""))).toBe(true);

  const first = () => page.locator(".table tbody tr[data-row='0'] td.value .figure").innerText();
  const worst = Number(await first());
  const trend = page.locator(".table tbody tr[data-row='0'] .spark");
  await trend.waitFor();
  await expect
    .poll(() => trend.getAttribute("aria-label"))
    .toMatch(new RegExp(`^2014: \\d.* → 2022: ${worst}`));
  await table(page).getByRole("columnheader").getByRole("button", { name: "M0" }).click();
  await table(page).getByRole("columnheader").getByRole("button", { name: "M0" }).click();
  expect(Number(await first())).toBeLessThan(worst);
});

test("the keyboard alone goes through table, lenses and periods", async () => {
  const page = await open("/map?table=open&layers=none");
  await firstRow(page).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const focused = table(page).getByRole("row").and(page.locator(":focus"));
  await expect.poll(() => focused.getAttribute("data-row")).toBe("2");
  const name = await focused.locator("th").evaluate((cell) => cell.firstChild?.textContent ?? "");
  await page.keyboard.press("Enter");
  await settled(page);
  await expect.poll(() => placeName(page).innerText()).toBe(name);
  await expect.poll(() => page.getByTestId("announcer").innerText()).toContain(name);
  await page.keyboard.press("3");
  await settled(page);
  await expect
    .poll(() => page.getByRole("button", { name: /^Indicator / }).innerText())
    .toContain("Help-plan coverage");
  await page.keyboard.press(",");
  await settled(page);
  await expect.poll(() => page.url()).toContain("period=2021");
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Help" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog", { name: "Help" }).waitFor({ state: "detached" });
  await expect.poll(() => placeName(page).innerText()).toBe(name);
});

test("a long table draws only what is seen and goes to its end by key", async () => {
  const page = await open("/map?level=village&table=full&layers=none");
  await expect.poll(() => table(page).getByRole("table").getAttribute("aria-rowcount")).toBe("3601");
  await expect.poll(() => page.locator(".table tbody tr").count()).toBeLessThan(60);
  await firstRow(page).focus();
  await page.keyboard.press("End");
  await page.locator(".table tbody tr[data-row='3599']").waitFor();
  await expect
    .poll(() => page.locator(".table tbody tr[data-row='3599'] .missing-word").innerText())
    .not.toBe("");
  const focused = table(page).getByRole("row").and(page.locator(":focus"));
  await expect.poll(() => focused.getAttribute("data-row")).toBe("3599");
  await page.keyboard.press("PageUp");
  await expect.poll(async () => Number(await focused.getAttribute("data-row"))).toBeLessThan(3598);
  await page.keyboard.press("Home");
  await expect.poll(() => focused.getAttribute("data-row")).toBe("0");
  expect(await focused.boundingBox()).toMatchObject({ y: expect.closeTo(await belowHead(page), 0) });

  // Scrolled away, the list keeps a row that Tab stops at.
  await page.locator(".table .virtual-table").evaluate((scrolled) => scrolled.scrollTo(0, 50_000));
  await expect
    .poll(() =>
      page
        .locator(".table tbody tr")
        .evaluateAll((rows) => Math.max(...rows.map((row) => Number(row.getAttribute("data-row"))))),
    )
    .toBeGreaterThan(1700);
  await expect.poll(() => page.locator(".table tbody tr[tabindex='0']").count()).toBe(1);
});
