// What the tests do again and again: open a page, look at it, make sure that it was well-behaved.

import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import { DESKTOP, knownReader, settled, startBrowser, watch } from "./browser.ts";
import type { Drawing, Watch } from "./browser.ts";

type Open = (path?: string, options?: BrowserContextOptions) => Promise<Page>;

/**
 * The ways to see pages in one browser per file: `open` loads a new one, `visit` goes on inside one that stays for
 * the whole file, without loading anew. Each page must stay on its host and without errors. Pages of the same device
 * share a context and with it the browser's cache, as a reader's would. Files that look at no pixel of a map leave it undrawn.
 */
export function visits(drawing: Drawing = "drawn"): { open: Open; visit: Open } {
  const home = inject("appUrl");
  let browser: Browser;
  const contexts = new Map<string, Promise<BrowserContext>>();
  const kept = new Map<string, Promise<Page>>();
  const opened: Page[] = [];
  const watched: Watch[] = [];
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    for (const page of opened.splice(0)) {
      // The page asks for nothing more; an answer that is still being rewritten has nobody left to hear it.
      await page.goto("about:blank");
      await page.unrouteAll({ behavior: "ignoreErrors" });
      await page.close();
    }
    for (const seen of watched) expect(seen).toEqual({ strangers: [], errors: [] });
  });

  const load: Open = async (path = "/map", options = {}) => {
    const key = JSON.stringify(options);
    if (!contexts.has(key)) contexts.set(key, knownReader(browser, { ...DESKTOP, ...options }, drawing));
    const page = await (await contexts.get(key)!).newPage();
    watched.push(watch(page, home));
    await page.goto(home + path);
    await settled(page);
    return page;
  };
  return {
    async open(path, options) {
      const page = await load(path, options);
      opened.push(page);
      return page;
    },
    async visit(path = "/map", options = {}) {
      const key = JSON.stringify(options);
      const isNew = !kept.has(key);
      if (isNew) kept.set(key, load(path, options));
      const page = await kept.get(key)!;
      if (isNew) return page;
      await page.evaluate((to) => {
        window.history.pushState(null, "", to);
        window.dispatchEvent(new PopStateEvent("popstate"));
      }, path);
      await settled(page);
      return page;
    },
  };
}

/** The way to open pages, as `visits` does. */
export const screens = (drawing?: Drawing): Open => visits(drawing).open;

/** Colour of the map at a point of the page, as `rgb(r, g, b)`: its canvases one over the other, on paper. */
export const colourAt = (page: Page, x: number, y: number): Promise<string> =>
  page.evaluate(
    ([x, y]) => {
      const copy = document.createElement("canvas");
      copy.width = copy.height = 1;
      const context = copy.getContext("2d")!;
      context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue("--paper");
      context.fillRect(0, 0, 1, 1);
      for (const map of document.querySelectorAll<HTMLCanvasElement>(".area-canvas, .maplibregl-canvas")) {
        const ratio = map.width / map.clientWidth;
        context.drawImage(map, x! * ratio, y! * ratio, 1, 1, 0, 0, 1, 1);
      }
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

/** Code of the first village of the public edition; throws where the app publishes none. */
export async function firstPublicVillage(): Promise<string> {
  const home = inject("appUrl");
  const response = await fetch(`${home}/api/areas?level=village&limit=1&edition=public`);
  const { areas } = (await response.json()) as { areas?: { code: string }[] };
  const code = areas?.[0]?.code;
  if (code === undefined)
    throw new Error(
      `${home} has no village in a public edition (${response.status}): set APP_URL to an app with the demo, or unset it`,
    );
  return code;
}

/** The first county of the release, by code. */
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
