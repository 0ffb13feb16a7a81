// A planner, from the start to a proven plan for a county, who stays outside, the files, and an adopted plan.

import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { screens } from "./screen.ts";

const open = screens();

const status = (page: Page) => page.getByTestId("plan-status");

/** Presses, counted. */
function presser() {
  let count = 0;
  return {
    async press(locator: ReturnType<Page["locator"]>): Promise<void> {
      count++;
      await locator.click();
    },
    count: () => count,
  };
}

test("ten schools for 东溪县 with a floor for every township, proven in at most ten presses; downloaded and adopted", async () => {
  const page = await open("/overview?lang=zh");
  const { press, count } = presser();
  await press(page.getByRole("navigation", { name: "栏目" }).getByRole("link", { name: "规划" }));
  await press(page.getByRole("table").getByRole("link", { name: "东溪县" }));
  // A quick plan is there without a further press, and says that it is not proven.
  await status(page).and(page.locator("[data-status=quick]")).waitFor();
  await expect.poll(() => page.getByTestId("plan-sites").locator("tbody tr").count()).toBe(10);
  await expect.poll(() => page.locator("main").innerText()).not.toContain("最优");

  await press(page.getByRole("button", { name: "不设保底" }));
  await press(page.getByRole("button", { name: "保底 40%" }));
  await press(page.getByTestId("plan-solve"));
  await status(page).and(page.locator("[data-status=best]")).waitFor({ timeout: 25_000 });
  expect(count()).toBeLessThanOrEqual(10);
  const gained = await page.getByTestId("plan-gained").innerText();
  await expect
    .poll(() => status(page).innerText())
    .toMatch(new RegExp(`已证明最优[^]*10 个点[^]*保底[^]*${gained} 名学生`));
  await expect
    .poll(() => page.getByTestId("plan-outside").innerText())
    .toMatch(/个村 [\d,]+ 名学生仍超过 30 分钟/);

  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "CSV", exact: true }).click(),
  ]);
  const rows = (await readFile(await file.path(), "utf8")).trim().split("\r\n");
  expect(rows).toHaveLength(11);
  const sum = rows.slice(1).reduce((total, row) => total + Number(row.split(",")[6]), 0);
  expect(sum).toBe(Number(gained.replaceAll(",", "")));

  await page.getByRole("button", { name: "采用为帮扶计划" }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel("责任岗位").fill("教育局规划科");
  await form.getByLabel("您的姓名").fill("李敏");
  await form.getByRole("button", { name: "采用", exact: true }).click();
  const adopted = page.getByTestId("adopted-plans");
  await adopted.getByText("教育局规划科").first().waitFor();
  await expect.poll(() => adopted.innerText()).toContain(`承诺 ${gained}`);

  // A site that is moved is timed at once and is no longer proven; undo brings the proof back.
  const disc = page.locator(".plan-site").first();
  const box = (await disc.locator("circle").boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, box.y + 40, { steps: 4 });
  await page.mouse.up();
  await status(page).and(page.locator("[data-status=drawn]")).waitFor();
  await page.getByRole("button", { name: "撤销" }).click();
  await status(page).and(page.locator("[data-status=best]")).waitFor();

  // By keyboard: the site goes to the next village that way, keeps the focus, is taken out; undo brings it back.
  await disc.focus();
  const name = await disc.getAttribute("aria-label");
  await page.keyboard.press("ArrowDown");
  await status(page).and(page.locator("[data-status=drawn]")).waitFor();
  await page.waitForFunction((before) => {
    const label = document.activeElement?.getAttribute("aria-label");
    return label?.includes("号点") && label !== before;
  }, name);
  await page.keyboard.press("Delete");
  await expect.poll(() => page.locator(".plan-site").count()).toBe(9);
  await page.getByRole("button", { name: "撤销" }).click();
  await expect.poll(() => page.locator(".plan-site").count()).toBe(10);

  // A kept scenario under the present plan: the divider goes by keys, and what is right of it is cut there.
  await page.getByRole("button", { name: "存为方案" }).click();
  await page.getByRole("button", { name: "并排" }).click();
  await page.getByRole("button", { name: "卷帘对比" }).click();
  const divider = page.getByRole("slider", { name: "两图之间的分界线" });
  const cut = () =>
    page
      .getByTestId("plan-maps")
      .locator("figure")
      .last()
      .evaluate((figure) => getComputedStyle(figure).clipPath);
  const middle = await cut();
  expect(middle).toContain("50%");
  await divider.press("ArrowRight");
  await expect.poll(cut).not.toBe(middle);
  await page.getByRole("button", { name: "卷帘对比" }).click();
  await expect.poll(cut).toBe("none");

  // Teachers, and what was solved.
  await page.getByRole("button", { name: "教师", exact: true }).click();
  await page.getByTestId("teacher-status").getByText("已证明最优").waitFor();
  const given = await page.getByTestId("teacher-schools").first().locator("tbody b").allInnerTexts();
  expect(given.reduce((total, text) => total + Number(text), 0)).toBe(20);
  await page.getByRole("button", { name: "采用为帮扶计划" }).click();
  await form.getByLabel("责任岗位").fill("教育局人事科");
  await form.getByLabel("您的姓名").fill("李敏");
  await form.getByRole("button", { name: "采用", exact: true }).click();
  const posted = adopted.getByRole("listitem").filter({ hasText: "教育局人事科，" }).first();
  await expect.poll(() => posted.innerText()).toContain("承诺 20 名教师");
  await page.getByRole("button", { name: "求解记录" }).click();
  await page.getByTestId("plan-runs").locator("tbody tr").first().getByText("已证明最优").waitFor();
});
