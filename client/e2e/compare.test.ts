// Maps side by side: one camera, one hover, a line to draw aside, and the change between two periods.

import { expect, it } from "vitest";
import { settled } from "./browser.ts";
import { addressOf, screens } from "./screen.ts";

const open = screens();

it("goes from the change map to two maps and a swipe; hover and camera are one", async () => {
  const page = await open("/?lang=en&level=county&since=2014&period=2022&table=open&layers=none");
  await expect.poll(() => page.locator(".legend h2[data-indicator]").innerText()).toContain("Change in");
  await expect.poll(() => page.locator(".legend .scope").first().innerText()).toContain("2014 → 2022");
  await expect
    .poll(() => page.locator("#areas tbody td.value .figure").first().innerText())
    .toMatch(/^[+−]0\.\d{3}$/);

  await page.getByRole("button", { name: "Compared with change" }).click();
  await page.getByRole("button", { name: /^Two maps/ }).click();
  await page.locator(".compare-pane[data-painted='true']").nth(1).waitFor();
  await expect.poll(() => addressOf(page)).toContain("maps=mpi@2014,mpi@2022");
  // Both periods have the same classes, so one legend stands for both maps.
  await expect.poll(() => page.locator(".compare .ramp-strip").count()).toBe(1);
  const box = (await page.locator(".compare-map").first().boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2 + 40];
  const names = page.locator(".compare-hover span");
  const hoverOnce = async (): Promise<number> => {
    await page.mouse.move(x, y);
    await page.mouse.move(x + 2, y + 2);
    return names.count();
  };
  await expect.poll(hoverOnce, { timeout: 15_000 }).toBe(2);
  const [left, right] = await names.allInnerTexts();
  expect(left).toBe(right);

  await page.getByRole("button", { name: "Compared with Two maps" }).click();
  await page.getByRole("button", { name: /^Swipe/ }).click();
  const line = page.getByRole("slider", { name: /^Divider between/ });
  await line.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => line.inputValue()).toBe("51");
  await page.goBack();
  await page.goBack();
  await settled(page);
  await expect.poll(() => page.locator(".legend h2[data-indicator]").innerText()).toContain("Change in");
});
