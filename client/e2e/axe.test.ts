// No screen has a violation that axe can find, in either theme.

import type { BrowserContextOptions, Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { LENS_RAMPS } from "#domain/lens_colours";
import { COLOUR_RULES, violationsOf } from "./axe.ts";
import { DESKTOP, PHONE } from "./browser.ts";
import { GALLERY, placesOf, type Places } from "./gallery.ts";
import { onPaper } from "./gallery_ways.ts";
import { visits } from "./screen.ts";
import type { Theme } from "#client/model/view.ts";

const { visit } = visits("undrawn");
const { open } = visits();

const DEVICES = { wide: DESKTOP, narrow: PHONE } as const;

/** The screens of the gallery that axe looks at, once for each width. */
const CASES = GALLERY.flatMap((screen) =>
  (["wide", "narrow"] as const).flatMap((width) => {
    const languages = screen.axe?.[width];
    return languages ? [{ ...screen, name: `${screen.name}, ${width}`, width, languages }] : [];
  }),
);

let places: Places;
beforeAll(async () => {
  places = await placesOf(inject("appUrl"));
});

/** `#e6f0ea` as `rgb(230, 240, 234)`. */
const inRgb = (hex: string): string =>
  `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(", ")})`;

const kept = new Map<BrowserContextOptions, Promise<Page>>();

/** One page for each device, on which all screens are looked at one after the other. */
function pageOf(device: BrowserContextOptions): Promise<Page> {
  if (!kept.has(device)) kept.set(device, visit("/map", device));
  return kept.get(device)!;
}

/** Goes to an address without loading anew, and waits for its data; whether the map is painted does not matter to axe. */
async function goTo(page: Page, path: string, theme: string, language: string): Promise<void> {
  await page.evaluate(
    async ([path, theme, language]) => {
      const address = new URL(path!, window.location.origin);
      address.searchParams.set("theme", theme!);
      // Nothing that axe looks at, and most of the time that it takes to draw.
      address.searchParams.set("layers", address.searchParams.get("layers") ?? "none");
      address.searchParams.set("lang", language!);
      window.history.replaceState(null, "", address);
      window.dispatchEvent(new PopStateEvent("popstate"));
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    },
    [path, theme, language],
  );
  await page.waitForFunction(() => !document.querySelector(".progress.is-on, .skeleton, [aria-busy=true]"));
}

test.each(CASES)("$name", async ({ path: pathIn, width, languages, act, opens: within }) => {
  const page = await pageOf(DEVICES[width]);
  const path = pathIn(places);
  await goTo(page, path, "light", languages[0]!);
  await act?.(page);
  for (const language of languages)
    for (const [theme, rules] of [
      ["light", undefined],
      ["dark", COLOUR_RULES],
    ] as const) {
      await goTo(page, path, theme, language);
      // A card about a figure closes when the address changes.
      if (within !== undefined && !(await page.locator(within).first().isVisible())) await act!(page);
      expect(await violationsOf(page, { rules, within }), `${theme}, ${language}`).toEqual([]);
    }
  // What was opened is closed; one card may lie over another.
  if (act) for (const key of ["Escape", "Escape"]) await page.keyboard.press(key);
});

test("prints on one A4 page from the dark theme: a light map drawn for the sheet, legend, profile and table, no buttons", async () => {
  const page = await open("/?area=990303000000&theme=dark&layers=none");
  // At the printer until the sheet is made, as in a browser that does not wait for it.
  await page.evaluate(() => {
    window.print = () => {
      window.dispatchEvent(new Event("beforeprint"));
      document.body.dataset["printed"] = "yes";
    };
  });
  await page.getByRole("button", { name: "Print" }).click();
  await page.locator("body[data-printed=yes]").waitFor();
  // The map is drawn in the shape of the sheet, not in that of the screen.
  const shapeOn = (sheet: "upright" | "across"): Promise<number> =>
    page
      .locator(`.map-print.is-${sheet}`)
      .evaluate(({ width, height }: HTMLCanvasElement) => Math.round((10 * width) / height) / 10);
  expect([await shapeOn("upright"), await shapeOn("across")]).toEqual([1.1, 1.8]);
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
  const across = await page.pdf({ format: "A4", landscape: true, preferCSSPageSize: true });
  for (const sheet of [pdf, across])
    expect(sheet.toString("latin1").match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
  await onPaper(page, async () => {
    await expect.poll(() => page.getByRole("banner").isVisible()).toBe(false);
    await expect.poll(() => page.locator(".say").isVisible()).toBe(true);
    // The classes of the legend, lightest and darkest, are on the map; none of the night's are.
    const seen = await page.locator(".map-print.is-upright").evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
      const colours: Record<string, number> = {};
      for (let at = 0; at < data.length; at += 4) {
        const colour = `rgb(${data[at]}, ${data[at + 1]}, ${data[at + 2]})`;
        colours[colour] = (colours[colour] ?? 0) + 1;
      }
      return colours;
    });
    const ramp = (theme: Theme): string[] => LENS_RAMPS.poverty[theme].map(inRgb);
    const most = (colours: readonly string[]): number =>
      Math.max(...colours.map((colour) => seen[colour] ?? 0));
    expect(most(ramp("light"))).toBeGreaterThan(2000);
    // A few pixels of a smoothed edge may have such a colour by chance.
    expect(most(ramp("dark").filter((colour) => !ramp("light").includes(colour)))).toBeLessThan(20);
  });
  await expect.poll(() => page.locator("html").getAttribute("data-theme")).toBe("dark");
});
