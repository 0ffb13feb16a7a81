// Which county is worst, how bad, better than last year, which of its villages is worst, why: in five clicks.

import { expect, test } from "vitest";
import { settled } from "./browser.ts";
import { figureCard, firstRow, placeName, table } from "./parts.ts";
import { screens } from "./screen.ts";

const open = screens("undrawn");

const LANGUAGES = [
  {
    path: "/map?table=open",
    locale: "en-GB",
    better: /^(better|worse) · since 2021$/,
    why: "What makes up the poverty",
    worst: "worst first",
  },
  {
    path: "/map?table=open",
    locale: "zh-CN",
    better: /^(好转|变差) · 较上年（2021）$/,
    why: "哪些短板造成贫困",
    worst: "由重到轻",
  },
];

test.each(LANGUAGES)(
  "a reader in $locale has every answer within five clicks",
  async ({ path, locale, better, why, worst }) => {
    const page = await open(path, { locale });
    // No click: which county is worst, and how bad it is.
    await expect.poll(() => table(page).getByRole("heading", { level: 2 }).innerText()).toContain(worst);
    const first = firstRow(page);
    const value = await first.locator("td.value .figure").innerText();
    expect(Number(value)).toBeGreaterThan(0);

    // One click: is it better than last year, and which of its villages is worst.
    await first.click();
    await settled(page);
    await expect.poll(() => page.locator(".headline dd").first().innerText()).toBe(value);
    await expect.poll(() => page.locator(".headline dt").last().innerText()).toMatch(better);
    const village = await page.locator(".worst b").first().innerText();

    // Two clicks: why.
    await page.locator(".worst button").first().click();
    await settled(page);
    await expect.poll(() => placeName(page).innerText()).toBe(village);
    await expect.poll(() => page.locator("h3", { hasText: why }).count()).toBe(1);
    const shares = await page.locator(".causes .figure").allInnerTexts();
    expect(shares.length).toBeGreaterThan(3);
    const total = shares.reduce((sum, share) => sum + Number.parseInt(share, 10), 0);
    expect(Math.abs(total - 100)).toBeLessThanOrEqual(shares.length / 2);

    // Three clicks: where the number comes from.
    await page.locator(".headline .figure").first().click();
    const provenance = figureCard(page);
    await expect.poll(() => provenance.innerText()).toMatch(/M0/);
    await page.keyboard.press("Escape");
    await expect.poll(() => figureCard(page).count()).toBe(0);
    await expect.poll(() => placeName(page).innerText()).toBe(village);
  },
);
