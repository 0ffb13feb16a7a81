// Need against help: the corner of high need with nothing registered, its villages, and the way back.

import { expect, inject, it } from "vitest";
import { settled } from "./browser.ts";
import { table } from "./parts.ts";
import { addressOf, screens } from "./screen.ts";

const open = screens("undrawn");

it("picks the villages of a class by legend and keyboard, and lists them", async () => {
  const page = await open("/?lang=en&level=village&table=open&layers=none");
  await page.getByRole("button", { name: "Compared with nothing" }).click();
  await page.getByRole("button", { name: /^Need × help/ }).click();
  await settled(page);
  const corner = page.getByRole("button", { name: /^High need, nothing registered: [\d,]+ villages$/ });
  const count = /: ([\d,]+ villages)/.exec((await corner.getAttribute("aria-label"))!)![1]!;
  await corner.click();
  await settled(page);
  await expect.poll(() => addressOf(page)).toContain("with=donations_received&class=8");
  const title = table(page).getByRole("heading", { level: 2 });
  await expect.poll(() => title.innerText()).toBe(`${count}: high need, nothing registered`);
  const first = await page.locator("#areas tbody tr[data-row='0']").innerText();
  expect(first).toContain("0 yuan");

  // The arrow keys walk over the square, Enter picks; back undoes one step after the other.
  await corner.press("ArrowDown");
  await page.keyboard.press("Enter");
  await settled(page);
  await expect.poll(() => title.innerText()).toContain("medium need, nothing registered");
  await page.goBack();
  await expect.poll(() => title.innerText()).toBe(`${count}: high need, nothing registered`);
  await page.keyboard.press("Escape");
  await expect.poll(() => title.innerText()).toContain("worst class first");

  // Frozen bounds stay from period to period, and the legend says so.
  await page.getByRole("button", { name: "Same bounds for all periods" }).click();
  await settled(page);
  const bounds = (): Promise<string> => page.locator(".bivariate-ticks.is-need").innerText();
  const frozen = await bounds();
  await expect
    .poll(() => page.locator(".bivariate-legend .scope").innerText())
    .toContain("2014–2022, the same for every period");
  await page.locator("body").press(",");
  await settled(page);
  await expect.poll(() => addressOf(page)).toContain("period=2021");
  expect(await bounds()).toBe(frozen);

  // Villages poor and more than 30 minutes from a school: bounds of one's own, true words, ordered by people.
  await page.keyboard.press(".");
  await page.evaluate(() => {
    window.history.pushState(null, "", "/?lang=en&level=village&with=school_travel_time&class=8&table=open");
    window.dispatchEvent(new PopStateEvent("popstate"));
  });
  await settled(page);
  await page.getByLabel("Supply: bounds").selectOption("policy");
  await expect
    .poll(() => title.innerText())
    .toContain("high need, mean travel time to school 60 min and more");
  await page.getByLabel("Supply: bounds").selectOption("own");
  await page.locator(".bivariate-bounds input").fill("30");
  await page.getByRole("button", { name: "Multidimensionally poor people" }).click();
  await settled(page);
  await expect.poll(() => addressOf(page)).toMatch(/with_at=30&order=people/);
  await expect
    .poll(() => title.innerText())
    .toContain("high need, mean travel time to school 30 min and more");
  const question =
    "need=mpi@2022&other=school_travel_time@2022&level=village&otherBounds=30&needRung=2&otherRung=2";
  const { areas, people } = (await (
    await fetch(`${inject("appUrl")}/api/pairs/areas?${question}&people=multidimensional_headcount_ratio`)
  ).json()) as { areas: { people?: number }[]; people: number };
  await expect
    .poll(() => page.locator(".bivariate-people .figure").innerText())
    .toBe(people.toLocaleString("en-GB"));
  await expect
    .poll(() => page.locator("#areas tr[data-row='0'] .people").innerText())
    .toBe(Math.max(...areas.map((area) => area.people ?? 0)).toLocaleString("en-GB"));
  const csv = await page.getByRole("link", { name: "Download CSV" }).getAttribute("href");
  const rows = (await (await fetch(inject("appUrl") + csv!)).text()).split("\r\n");
  expect(rows[0]).toContain("need,other,people");
  expect(rows).toHaveLength(areas.length + 2);

  const listed = await fetch(
    `${inject("appUrl")}/api/pairs/areas?need=mpi@2022&other=donations_received@2022&level=village&needRung=2&otherRung=2`,
  );
  const { total } = (await listed.json()) as { total: number };
  expect(count.replaceAll(",", "")).toBe(`${total} villages`);
});
