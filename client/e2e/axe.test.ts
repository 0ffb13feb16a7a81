// No screen has a violation that axe can find; each is also kept as a picture.

import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect, test } from "vitest";
import { packCodes } from "#domain/codes";
import { DESKTOP, PHONE } from "./browser.ts";
import { visits } from "./screen.ts";

const { open, visit } = visits();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pictures = fileURLToPath(new URL("../../artefacts/screenshots/", import.meta.url));
mkdirSync(pictures, { recursive: true });

/** The pictures that the README shows; `UPDATE_SCREENSHOTS=1` takes them anew. */
const SHOWN = new Set(["county-light-en", "phone-dark-zh", "pair"]);
const shown = fileURLToPath(new URL("./screenshots/", import.meta.url));

interface Case {
  readonly name: string;
  readonly path: string;
  readonly device?: BrowserContextOptions;
  /** Opens what has no address of its own; such a case gets a page of its own. */
  act?(page: Page): Promise<unknown>;
}

/** A screen in both themes and both languages. */
const all = (name: string, path: string, device = DESKTOP): Case[] =>
  ["light", "dark"].flatMap((theme) =>
    ["en", "zh"].map((language) => ({
      name: `${name}-${theme}-${language}`,
      path: `${path}${path.includes("?") ? "&" : "?"}theme=${theme}&lang=${language}`,
      device,
    })),
  );

const CASES: Case[] = [
  ...all("province", "/"),
  ...all("county", "/?area=990303000000"),
  ...all("phone", "/?area=990303000000", PHONE),
  { name: "villages", path: "/?level=village" },
  { name: "supply", path: "/?lens=supply" },
  { name: "help", path: "/?lens=help&theme=dark" },
  { name: "circles", path: "/?indicator=population&area=990303000000" },
  { name: "phone-table", path: "/?pane=table", device: PHONE },
  { name: "phone-legend", path: "/?pane=legend&lang=zh", device: PHONE },
  { name: "provenance", path: "/", act: (page) => page.locator(".headline .figure").first().click() },
  {
    name: "indicators",
    path: "/?theme=dark",
    act: (page) => page.locator(".indicator-picker button").click(),
  },
  {
    name: "add-up",
    path: "/?area=990303000000&theme=dark&lang=zh",
    act: async (page) => {
      await page.locator(".headline .figure").first().click();
      await page.getByRole("button", { name: "逐村加总" }).click();
      await page.locator(".add-up tfoot").waitFor();
    },
  },
  {
    name: "scatter",
    path: "/?with=help_plan_coverage&theme=dark",
    act: (page) => page.getByRole("button", { name: "Scatter" }).click(),
  },
  {
    name: "contested-card",
    path: "/?area=990303000000&level=village&indicator=unsafe_housing_share",
    act: async (page) => {
      await page.locator("#areas .contested-mark").first().click();
      await page.locator(".provenance .contested").waitFor();
    },
  },
  {
    name: "phone-row-card",
    path: "/?area=990303000000&pane=table&theme=dark&lang=zh",
    device: PHONE,
    act: async (page) => {
      await page.locator("#areas tbody .value .figure").first().click();
      await page.locator(".provenance dl").waitFor();
    },
  },
  { name: "phone-scatter", path: "/?with=help_plan_coverage&pane=table&list=scatter", device: PHONE },
  { name: "phone-columns", path: "/?columns=on&area=990303000000", device: PHONE },
  { name: "set-intervals", path: `/?set=${packCodes(["990303000000", "990301000000"])}` },
  { name: "columns", path: "/?columns=on&area=990303000000" },
  { name: "unreliable", path: "/?indicator=headcount_ratio&level=village&area=990303000000&lang=zh" },
  { name: "pair", path: "/?with=donations_received&level=village" },
  { name: "phone-pair", path: "/?with=donations_received&class=8&theme=dark&lang=zh", device: PHONE },
  { name: "change", path: "/?indicator=headcount_ratio&since=2021&level=township&theme=dark&lang=zh" },
  { name: "two-maps", path: "/?maps=mpi@2014,mpi@2022" },
  {
    name: "phone-four-maps",
    path: "/?maps=mpi@2014,mpi@2017,mpi@2020,mpi@2022&theme=dark&lang=zh",
    device: PHONE,
  },
  {
    name: "set",
    path: "/?level=county",
    act: async (page) => {
      await page.locator("#areas tbody tr[data-row='0']").focus();
      for (const key of [" ", "ArrowDown", " "]) await page.keyboard.press(key);
      await page.locator(".set-card .headline").waitFor();
    },
  },
  {
    name: "catalogue",
    path: "/",
    act: async (page) => {
      await page.getByRole("link", { name: "Catalogue" }).click();
      await page.locator(".entry summary").first().click();
      await page.locator(".entry-history .trend").waitFor();
    },
  },
  { name: "classes", path: "/", act: (page) => page.locator(".change").click() },
  { name: "keys", path: "/", act: (page) => page.keyboard.press("?") },
  {
    name: "search",
    path: "/",
    act: async (page) => {
      await page.keyboard.press("/");
      await page.keyboard.type("xin");
      await page.locator(".found button").first().waitFor();
    },
  },
];

test.each(CASES)("$name", async ({ name, path, device = DESKTOP, act }) => {
  const page = act ? await open(path, device) : await visit(path, device);
  await act?.(page);
  await page.waitForTimeout(400);
  await page.screenshot({ path: `${pictures}${name}.png` });
  if (process.env["UPDATE_SCREENSHOTS"] && SHOWN.has(name))
    await page.screenshot({ path: `${shown}${name}.png` });
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    interface Violation {
      id: string;
      nodes: { html: string; failureSummary?: string }[];
    }
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes
        .slice(0, 3)
        .map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary ?? ""}`),
    }));
  });
  expect(found).toEqual([]);
});

test("prints on one A4 page: map, legend, profile and table, no buttons", async () => {
  const page = await open("/?area=990303000000");
  const pdf = await page.pdf({ format: "A4", path: `${pictures}print.pdf`, preferCSSPageSize: true });
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g) ?? [];
  expect(pages).toHaveLength(1);
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 703, height: 1032 });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  expect(await page.locator(".header").isVisible()).toBe(false);
  expect(await page.locator(".say").isVisible()).toBe(true);
  await page.screenshot({ path: `${pictures}print.png`, fullPage: true });
});
