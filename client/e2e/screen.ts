// What the tests do again and again: open a page, look at it, make sure that it was well-behaved.

import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import { DESKTOP, settled, startBrowser, watch } from "./browser.ts";
import type { Watch } from "./browser.ts";

export interface Screen {
  readonly page: Page;
  readonly seen: Watch;
}

/** Gives the way to open pages in one browser per file; each page must stay on its host and without errors. */
export function screens(): (path?: string, options?: BrowserContextOptions) => Promise<Page> {
  const home = inject("appUrl");
  let browser: Browser;
  let open: Screen[] = [];
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    const done = open;
    open = [];
    for (const { page } of done) await page.context().close();
    for (const { seen } of done) expect(seen).toEqual({ strangers: [], errors: [] });
  });
  return async (path = "/", options = {}) => {
    const context = await browser.newContext({ ...DESKTOP, ...options });
    const page = await context.newPage();
    open.push({ page, seen: watch(page, home) });
    await page.goto(home + path);
    await settled(page);
    return page;
  };
}

/** Colour of the map's canvas at a point of the page, as `rgb(r, g, b)`. */
export const colourAt = (page: Page, x: number, y: number): Promise<string> =>
  page.evaluate(
    ([x, y]) => {
      const map = document.querySelector<HTMLCanvasElement>(".maplibregl-canvas")!;
      const copy = document.createElement("canvas");
      copy.width = copy.height = 1;
      const context = copy.getContext("2d")!;
      const ratio = map.width / map.clientWidth;
      context.drawImage(map, x! * ratio, y! * ratio, 1, 1, 0, 0, 1, 1);
      const [r, g, b] = context.getImageData(0, 0, 1, 1).data;
      return `rgb(${r}, ${g}, ${b})`;
    },
    [x, y],
  );

/** Finds a point next to (x, y) that has a colour; a name or a line may stand on the point itself. Throws when none has. */
export async function colourNear(
  page: Page,
  x: number,
  y: number,
  colour: string,
): Promise<[number, number]> {
  const seen: string[] = [];
  for (const step of [0, 4, -4, 8, -8, 14, -14]) {
    const found = await colourAt(page, x + step, y + step);
    if (found === colour) return [x + step, y + step];
    seen.push(found);
  }
  throw new Error(`no ${colour} near ${x}, ${y}: there are ${seen.join(" ")}`);
}

export interface County {
  readonly code: string;
  readonly names: { readonly en: string; readonly zh: string };
}

/** Gives the first county of the release, by code. */
export async function firstCounty(): Promise<County> {
  const response = await fetch(`${inject("appUrl")}/api/areas?level=county&limit=1`);
  const { areas } = (await response.json()) as { areas: [County] };
  return areas[0];
}

/** Address of the page behind the host. */
export const addressOf = (page: Page): string => page.url().slice(new URL(page.url()).origin.length);

/** A point of the map, in the middle of the free part, and what the hover card says there. */
export async function hoverMap(page: Page, x: number, y: number): Promise<string> {
  await page.mouse.move(x - 3, y - 3);
  await page.mouse.move(x, y);
  const card = page.getByTestId("hover-card");
  await card.waitFor();
  return (await card.innerText()).replaceAll(/\s+/g, " ");
}
