// Parts of the screen by role and by the name that a screen reader says, in either language.

import type { Locator, Page } from "playwright-core";
import { en, type Messages } from "#client/i18n/en/messages.ts";
import { zh } from "#client/i18n/zh/messages.ts";

/** A name in English or Chinese, whole. */
const named = (of: (t: Messages) => string): RegExp => new RegExp(`^(?:${of(en)}|${of(zh)})$`);

/** The panel about the open area. */
export const profile = (page: Page): Locator =>
  page.getByRole("complementary", { name: named((t) => t.profile) });

/** The name of the open area, over its panel. */
export const placeName = (page: Page): Locator => profile(page).getByRole("heading", { level: 2 });

/** The legend, once it has its classes. */
export const legend = (page: Page): Locator => page.getByRole("region", { name: named((t) => t.legend) });

/** The classes of the legend, each a button. */
export const classes = (page: Page): Locator =>
  legend(page).getByRole("button", { name: /Highlight on the map$|，在地图上突出显示$/ });

/** The list of areas under the map. */
export const table = (page: Page): Locator => page.getByRole("region", { name: named((t) => t.table) });

/** The first row under the head of the list. */
export const firstRow = (page: Page): Locator => table(page).getByRole("row").nth(1);

/** The button of the sentence that says which indicator is shown. */
export const indicatorButton = (page: Page): Locator =>
  page.getByRole("button", { name: new RegExp(`^(?:${en.indicator}|${zh.indicator}) `) });

/** The button of a period on the time line. */
export const periodButton = (page: Page, period: string): Locator =>
  page.getByRole("navigation", { name: named((t) => t.period) }).getByRole("button", { name: period });

/** Where a number comes from. */
export const figureCard = (page: Page): Locator =>
  page.getByRole("dialog", { name: named((t) => t.provenance) });
