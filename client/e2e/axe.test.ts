// No screen has a violation that axe can find, in either theme.

import type { BrowserContextOptions, Page } from "playwright-core";
import { expect, test } from "vitest";
import { packCodes } from "#domain/area_set_codec";
import { LENS_RAMPS } from "#domain/lens_colours";
import { COLOUR_RULES, violationsOf } from "./axe.ts";
import { DESKTOP, PHONE } from "./browser.ts";
import { addUp, ask, brush, onPaper, press, search } from "./gallery_ways.ts";
import type { Way } from "./gallery_ways.ts";
import { visits } from "./screen.ts";
import type { Theme } from "#client/model/view.ts";

const { open, visit } = visits();

interface Case {
  readonly name: string;
  readonly path: string;
  readonly device?: BrowserContextOptions;
  readonly languages?: readonly string[];
  /** Opens what has no address of its own. */
  readonly act?: Way;
}

const BOTH = ["en", "zh"] as const;
const COUNTY = "/?area=990303000000";

const CASES: readonly Case[] = [
  { name: "province", path: "/", languages: BOTH },
  { name: "county", path: COUNTY, languages: BOTH },
  { name: "villages", path: "/?level=village" },
  { name: "supply", path: "/?lens=supply" },
  { name: "help", path: "/?lens=help" },
  { name: "circles", path: "/?indicator=population&area=990303000000" },
  { name: "columns", path: "/?columns=on&area=990303000000" },
  {
    name: "unreliable",
    path: "/?indicator=headcount_ratio&level=village&area=990303000000",
    languages: ["zh"],
  },
  { name: "estimated", path: "/?indicator=mpi&level=village&period=2016" },
  { name: "pair", path: "/?with=donations_received&level=village" },
  { name: "scatter", path: "/?with=help_plan_coverage&list=scatter", act: brush },
  { name: "change", path: "/?indicator=headcount_ratio&since=2021&level=township", languages: ["zh"] },
  { name: "two-maps", path: "/?maps=mpi@2014,mpi@2022" },
  { name: "set", path: `/?set=${packCodes(["990303000000", "990301000000"])}` },
  { name: "classes", path: "/", act: press(".change") },
  { name: "indicators", path: "/", act: press(".indicator-picker > button") },
  { name: "modes", path: "/", act: press(".mode-picker > button") },
  { name: "search", path: "/", act: search("xin") },
  { name: "keys", path: "/", act: (page) => page.keyboard.press("?") },
  { name: "provenance", path: "/", act: ask(".headline .figure") },
  { name: "add-up", path: COUNTY, languages: ["zh"], act: addUp },
  {
    name: "contested-card",
    path: "/?area=990303000000&level=village&indicator=unsafe_housing_share",
    act: ask("#areas .conflict-mark"),
  },
  {
    name: "catalogue",
    path: "/catalog",
    act: async (page) => {
      await page.locator(".entry summary").first().click();
      await page.locator(".entry-history .trend").waitFor();
    },
  },
  { name: "phone", path: COUNTY, device: PHONE, languages: BOTH },
  { name: "phone-table", path: "/?pane=table", device: PHONE },
  { name: "phone-legend", path: "/?pane=legend", device: PHONE, languages: ["zh"] },
  { name: "phone-menu", path: "/", device: PHONE, act: press(".menu > button") },
  { name: "phone-periods", path: "/", device: PHONE, act: press(".time-fold") },
  {
    name: "phone-row-card",
    path: "/?area=990303000000&pane=table",
    device: PHONE,
    languages: ["zh"],
    act: ask("#areas tbody .value .figure"),
  },
  { name: "phone-scatter", path: "/?with=help_plan_coverage&pane=table&list=scatter", device: PHONE },
  { name: "phone-columns", path: "/?columns=on&area=990303000000", device: PHONE },
  {
    name: "phone-pair",
    path: "/?with=donations_received&class=8&pane=legend",
    device: PHONE,
    languages: ["zh"],
  },
  {
    name: "phone-four-maps",
    path: "/?maps=mpi@2014,mpi@2017,mpi@2020,mpi@2022",
    device: PHONE,
    languages: ["zh"],
  },
  {
    name: "phone-catalogue",
    path: "/catalog/pupil_teacher_ratio",
    device: PHONE,
  },
];

/** `#e6f0ea` as `rgb(230, 240, 234)`. */
const inRgb = (hex: string): string =>
  `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(", ")})`;

const kept = new Map<BrowserContextOptions, Promise<Page>>();

/** One page for each device, on which all screens are looked at one after the other. */
function pageOf(device: BrowserContextOptions): Promise<Page> {
  if (!kept.has(device)) kept.set(device, visit("/", device));
  return kept.get(device)!;
}

/** Goes to an address without loading anew, and waits for its data; whether the map is painted does not matter to axe. */
async function goTo(page: Page, path: string, theme: string, language: string): Promise<void> {
  await page.evaluate(
    async ([path, theme, language]) => {
      const address = new URL(path!, window.location.origin);
      address.searchParams.set("theme", theme!);
      address.searchParams.set("lang", language!);
      window.history.replaceState(null, "", address);
      window.dispatchEvent(new PopStateEvent("popstate"));
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    },
    [path, theme, language],
  );
  await page.waitForFunction(() => !document.querySelector(".progress.is-on, .skeleton, [aria-busy=true]"));
}

test.each(CASES)("$name", async ({ path, device = DESKTOP, languages = ["en"], act }) => {
  const page = await pageOf(device);
  await goTo(page, path, "light", languages[0]!);
  await act?.(page);
  for (const language of languages) {
    await goTo(page, path, "light", language);
    expect(await violationsOf(page), `light, ${language}`).toEqual([]);
    await goTo(page, path, "dark", language);
    expect(await violationsOf(page, COLOUR_RULES), `dark, ${language}`).toEqual([]);
  }
  // What was opened is closed; one card may lie over another.
  if (act) for (const key of ["Escape", "Escape"]) await page.keyboard.press(key);
});

test("prints on one A4 page from the dark theme: a light map, legend, profile and table, no buttons", async () => {
  const page = await open("/?area=990303000000&theme=dark");
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g) ?? [];
  expect(pages).toHaveLength(1);
  await onPaper(page, async () => {
    expect(await page.locator(".header").isVisible()).toBe(false);
    expect(await page.locator(".say").isVisible()).toBe(true);
    // The classes of the legend, lightest and darkest, are on the map; none of the night's are.
    const seen = await page.locator(".map-print").evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
      const colours: Record<string, number> = {};
      for (let at = 0; at < data.length; at += 4) {
        const colour = `rgb(${data[at]}, ${data[at + 1]}, ${data[at + 2]})`;
        colours[colour] = (colours[colour] ?? 0) + 1;
      }
      return colours;
    });
    const ramp = (theme: Theme): string[] => LENS_RAMPS.poverty[theme].map(inRgb);
    const most = (colours: readonly string[]): number => Math.max(...colours.map((one) => seen[one] ?? 0));
    expect(most(ramp("light"))).toBeGreaterThan(2000);
    expect(most(ramp("dark").filter((one) => !ramp("light").includes(one)))).toBe(0);
  });
  expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
});
