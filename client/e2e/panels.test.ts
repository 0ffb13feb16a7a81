// What a person reads behind the map: panels, where a number comes from, the catalogue, the scatter, the columns.

import { expect, inject, test } from "vitest";
import { classes, figureCard, indicatorButton, legend, placeName } from "./parts.ts";
import { firstCounty, hoverMap, visits } from "./screen.ts";

const { open, visit } = visits("undrawn");

test("a county's figure is added up again from its villages, to the unit", async () => {
  const { code } = await firstCounty();
  const page = await visit(`/?area=${code}&lang=en&table=open&layers=none`);
  await page.locator(".headline .figure").first().click();
  const card = figureCard(page);
  for (const term of ["Numerator", "Denominator", "Formula", "Direction", "Coverage", "Source", "Release"])
    await expect
      .poll(() => card.getByRole("term").filter({ hasText: term }).first().isVisible(), { message: term })
      .toBe(true);
  await card.getByRole("button", { name: "Add it up" }).click();
  const dialog = page.getByRole("dialog", { name: "Add it up" });
  await dialog.getByText("The sums agree exactly.").waitFor();
  const [summed, shown] = await dialog.locator("tfoot tr").allInnerTexts();
  expect(summed!.split("\t").slice(1)).toEqual(shown!.split("\t").slice(1));
  await dialog.getByRole("button", { name: "Township", exact: true }).click();
  await dialog.locator("tfoot", { hasText: "townships" }).waitFor();
  await dialog.getByText("The sums agree exactly.").waitFor();
  const row = dialog.locator("tbody tr[data-row='0']");
  await row.focus();
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => dialog.locator("tbody tr:focus").getAttribute("data-row")).toBe("1");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await expect.poll(() => card.isVisible()).toBe(true);
});

test("any number opens the one card: a row's, a class's, that under the pointer; Escape leads back", async () => {
  const page = await visit("/?lang=en&table=open&layers=none");
  const card = figureCard(page);
  const row = page.locator("#areas tr[data-row='1']");
  await row.focus();
  await page.keyboard.press("i");
  await card.getByRole("term").filter({ hasText: "Rank" }).waitFor();
  await expect.poll(() => card.locator(".worth").innerText()).toMatch(/^0\.\d{3} = [\d,]+ \/ [\d,]+$/);
  await page.keyboard.press("Escape");
  await card.waitFor({ state: "detached" });
  await expect.poll(() => row.evaluate((element) => element === document.activeElement)).toBe(true);
  await row.locator(".value .figure").click();
  await card.getByRole("term").filter({ hasText: "Rank" }).waitFor();
  await expect.poll(() => new URL(page.url()).searchParams.get("area")).toBeNull();
  await page.keyboard.press("Escape");

  const count = page.locator(".class-box .figure").last();
  const expected = Number(await count.innerText());
  await count.click();
  await card.locator(".class-members li").first().waitFor();
  await expect.poll(() => card.locator(".class-members li").count()).toBe(expected);
  await card.locator(".class-members .figure").first().click();
  await card.getByRole("term").filter({ hasText: "Rank" }).waitFor();
  await card.getByRole("button", { name: "Back" }).click();
  await card.getByRole("term").filter({ hasText: "Method" }).waitFor();
  await page.mouse.click(4, 860);
  await card.waitFor({ state: "detached" });

  await hoverMap(page, 720, 420);
  const hovered = await page.locator("[data-testid=hover-card] b").innerText();
  await page.keyboard.press("i");
  await card.locator("header p", { hasText: hovered }).waitFor();
  await page.keyboard.press("Escape");
});

test("a number in a sentence, a point, a column of a chart and of the histogram open the same card, by keys too", async () => {
  const page = await visit("/?area=990303000000&lang=en&table=open&layers=none");
  const card = figureCard(page);
  const title = card.getByRole("heading", { level: 3 });
  const close = async (): Promise<void> => {
    await page.keyboard.press("Escape");
    await card.waitFor({ state: "detached" });
  };
  await page.locator(".say .figure").first().click();
  await expect.poll(() => title.innerText()).toBe("Multidimensional headcount ratio H");
  const [share] = await card.locator(".worth b").allInnerTexts();
  expect(Math.round(Number.parseFloat(share!))).toBe(
    Number(await page.locator(".say .figure").first().innerText()),
  );
  await close();

  // One stop of Tab; the arrow keys walk, `i` asks, Escape leads back to the mark.
  const stop = page.locator(".profile-body .trend .marks button[tabindex='0']");
  await expect.poll(() => stop.count()).toBe(1);
  await stop.focus();
  await page.keyboard.press("ArrowLeft");
  const said = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
  expect(said).toMatch(/^2021: 0\.\d{3}$/);
  await page.keyboard.press("i");
  await card.locator("header p", { hasText: "2021" }).waitFor();
  await expect.poll(() => card.locator(".worth b").innerText()).toBe(said!.slice(6));
  await close();
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(said);

  // A part of a column is the index times a share, and each of the two leads on.
  await page.locator(".stacked .marks button[tabindex='0']").first().focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await card.locator("dl .figure").last().click();
  await card.getByRole("term").filter({ hasText: "Denominator" }).waitFor();
  await close();
  await expect.poll(() => new URL(page.url()).searchParams.get("area")).toBe("990303000000");

  const bin = page.locator(".histogram ~ .marks button").first();
  const count = Number((await bin.getAttribute("aria-label"))!.split(": ")[1]);
  await bin.focus();
  await page.keyboard.press("Enter");
  await card.locator(".worth").waitFor();
  expect(Number.parseInt(await card.locator(".worth b").innerText(), 10)).toBe(count);
  await close();
});

test("what departments state differently is found from the province, and its places are listed with both numbers", async () => {
  const page = await visit("/?lang=en&table=open&layers=none");
  const note = page.locator(".conflict-note .figure").first();
  const count = Number.parseInt(await note.innerText(), 10);
  await note.click();
  const places = figureCard(page).locator(".conflict-places li");
  await places.first().waitFor();
  await expect.poll(() => places.count()).toBe(count);
  const name = await places.first().locator(".area-name").innerText();
  const both = await places.first().locator(".figure").innerText();
  expect(both).toMatch(/^\d+ \/ \d+$/);
  await places.first().locator(".link").click();
  await placeName(page).filter({ hasText: name }).waitFor();
  await page.locator(".conflict-note .figure", { hasText: both }).waitFor();
});

test("two sources that disagree are marked in the row, and the card names both, their numbers, and which is used", async () => {
  const page = await visit(
    "/?area=990303000000&level=village&indicator=unsafe_housing_share&lang=en&table=open&layers=none",
  );
  await page.locator("#areas .conflict-mark").first().click();
  const claim = figureCard(page).locator(".conflict").first();
  await claim.waitFor();
  const [used, stated] = await claim.locator("dl b").allInnerTexts();
  expect(Number(stated)).toBeGreaterThan(Number(used));
  expect(await claim.innerText()).toMatch(
    /demo\/register[^]*used on the map[^]*demo\/housing_water[^]*not used/,
  );
  await page.keyboard.press("Escape");
});

test("the parts of a panel add up to its whole, in every lens", async () => {
  const { code } = await firstCounty();
  const page = await visit(`/?area=${code}&lang=en&table=open&layers=none`);
  const shares = await page.locator(".causes .figure").allInnerTexts();
  const sum = shares.reduce((total, share) => total + Number.parseFloat(share), 0);
  expect(Math.abs(sum - 100)).toBeLessThanOrEqual(shares.length / 2);
  await page.keyboard.press("3");
  await page.getByText("Allocated = paid + not yet paid: the sums agree exactly.").waitFor();
  await page.keyboard.press("2");
  await page.locator(".norms li").first().waitFor();
  await expect
    .poll(() => page.locator(".norms .panel-note").first().innerText())
    .toMatch(/Norm: .*(missing|to spare|met)/);
});

test("the catalogue opens at an indicator, finds by words, and leads back to the map", async () => {
  const page = await visit("/?lang=zh&table=open&layers=none");
  await page.getByRole("link", { name: "数据" }).click();
  await page.getByRole("textbox", { name: "搜索目录" }).fill("生师比");
  await expect.poll(() => page.locator(".entry h3").allInnerTexts()).toHaveLength(1);
  await page.locator(".entry h3 a").click();
  await expect.poll(() => new URL(page.url()).pathname).toBe("/data/pupil_teacher_ratio");
  await page.goto(`${inject("appUrl")}/catalog/pupil_teacher_ratio?lang=en`);
  await page.locator(".entry.is-target .trend").waitFor();
  await expect.poll(() => page.locator(".entry.is-target").innerText()).toContain("pupils / teachers");
  await page.locator(".entry.is-target").getByRole("link", { name: "Show on the map" }).click();
  await legend(page).filter({ hasText: "Pupil–teacher ratio" }).waitFor();
});

test("typing finds an indicator of any lens, and Enter shows it", async () => {
  const page = await visit("/?lang=en&table=open&layers=none");
  const button = indicatorButton(page);
  await button.click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("INPUT");
  await page.keyboard.type("donat");
  await page.keyboard.press("Enter");
  await legend(page).filter({ hasText: "Donations received" }).waitFor();
  await expect.poll(() => new URL(page.url()).searchParams.get("lens")).toBe("help");
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
});

test("the card of indicators closes with Escape, a press elsewhere or the focus going on, and Escape changes nothing else", async () => {
  const { code } = await firstCounty();
  const page = await visit(`/?area=${code}&lang=en&table=open&layers=none`);
  const button = indicatorButton(page);
  const card = page.getByRole("dialog", { name: "Indicator" });
  const isFocused = () => button.evaluate((element) => element === document.activeElement);
  await button.click();
  await card.waitFor();
  await expect.poll(() => button.getAttribute("aria-expanded")).toBe("true");
  await expect
    .poll(() => card.getByRole("option").locator("xpath=self::*[@aria-current='true']").count())
    .toBe(1);
  await page.keyboard.press("Escape");
  await card.waitFor({ state: "hidden" });
  expect(await isFocused()).toBe(true);
  await expect.poll(() => new URL(page.url()).searchParams.get("area")).toBe(code);
  await button.click();
  await card.waitFor();
  await button.click();
  await card.waitFor({ state: "hidden" });
  await button.click();
  await card.waitFor();
  await placeName(page).click();
  await card.waitFor({ state: "hidden" });
  await button.click();
  await card.waitFor();
  await card.getByRole("link").focus();
  await page.keyboard.press("Tab");
  await card.waitFor({ state: "hidden" });
});

test("a rectangle over the scatter marks its areas on the map; columns stand on it when asked for", async () => {
  const page = await visit("/?lang=en&with=help_plan_coverage&table=open&layers=none");
  await page.getByRole("button", { name: "Scatter" }).click();
  await expect.poll(() => new URL(page.url()).searchParams.get("list")).toBe("scatter");
  const box = (await page.locator(".scatter svg").boundingBox())!;
  await page.mouse.move(box.x + 40, box.y + 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 4, box.y + box.height - 20, { steps: 4 });
  await page.mouse.up();
  const marked = page.locator(".scatter .brushed");
  await expect.poll(() => marked.innerText()).toMatch(/^\d\d+ counties marked on the map/);

  // The same by keys: a point, a rectangle from it, and nothing again.
  const plot = page.locator(".scatter input");
  await plot.focus();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Home");
  await expect.poll(() => plot.getAttribute("aria-valuetext")).toMatch(/: 0\.\d{3} · .*: [\d.]+%$/);
  for (const key of ["ArrowRight", "ArrowUp", "ArrowDown", "ArrowDown"])
    for (let i = 0; i < 40; i++) await page.keyboard.press(`Shift+${key}`);
  expect(Number.parseInt(await marked.innerText(), 10)).toBeGreaterThan(2);
  await page.keyboard.press("Escape");
  await marked.waitFor({ state: "detached" });
  await page.keyboard.press("i");
  await page.locator(".provenance .segments button").nth(1).waitFor();
  await page.keyboard.press("Escape");
  // Over the whole page, with the names of more that stand apart; Escape leads back to its button.
  const enlarge = page.getByRole("button", { name: "Enlarge the scatter plot" });
  await enlarge.click();
  await page.getByRole("dialog", { name: "Scatter plot" }).getByRole("slider").waitFor();
  await page.keyboard.press("Escape");
  await expect.poll(() => enlarge.evaluate((button) => document.activeElement === button)).toBe(true);
  await page.getByRole("button", { name: "People in need as columns" }).click();
  await page.locator(".columns-note", { hasText: "Highest:" }).waitFor();
  await expect.poll(() => new URL(page.url()).searchParams.get("columns")).toBe("on");
});

interface Row {
  id: string;
  label: Record<string, string>;
}

/** The server's part of the same promise is `server/test/one_row.test.ts`. */
test("an indicator that only the catalogue knows is in picker, legend, table, profile and catalogue, in both languages", async () => {
  const page = await open("/?lang=en&table=open&layers=none");
  const twin = "clinic_coverage";
  const row = { id: "one_more_row", label: { en: "One more row", zh: "新增一行" } };
  await page.route(/\/api\/(?!events|context\/)/, async (route) => {
    const asked = route.request().url().replaceAll(row.id, twin);
    const response = await route.fetch({ url: asked });
    const body = (await response.json()) as {
      indicator?: string;
      indicators?: (Row & { indicator: string })[];
      lenses?: { id: string; indicators: string[] }[];
    };
    if (route.request().url().includes(row.id)) body.indicator = row.id;
    const known = body.indicators?.find((entry) => entry.id === twin || entry.indicator === twin);
    if (known) body.indicators!.push({ ...known, ...(body.lenses ? row : {}), indicator: row.id });
    body.lenses?.find(({ id }) => id === "supply")?.indicators.push(row.id);
    await route.fulfill({ response, json: body });
  });
  await page.route("**/tiles/**", async (route) => {
    const url = route.request().url().replaceAll(row.id, twin);
    await route.fulfill({ response: await route.fetch({ url }) });
  });
  for (const [language, name] of Object.entries(row.label)) {
    await page.goto(
      `${inject("appUrl")}/?lens=supply&indicator=${row.id}&lang=${language}&table=open&layers=none`,
    );
    await legend(page).filter({ hasText: name }).waitFor();
    await classes(page).first().waitFor();
    await expect.poll(() => indicatorButton(page).innerText()).toContain(name);
    await expect.poll(() => page.locator("#areas thead").innerText()).toContain(name);
    await expect.poll(() => page.locator(".lens-panel", { hasText: name }).count()).toBe(1);
    await page.locator("#profile-tab-figures").click();
    await expect.poll(() => page.locator(".all li", { hasText: name }).count()).toBe(1);
    await page.goto(`${inject("appUrl")}/catalog/${row.id}?lang=${language}`);
    await expect.poll(() => page.locator(".entry.is-target h3").innerText()).toContain(name);
  }
});
