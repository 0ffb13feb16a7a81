// A real Chromium for the end-to-end tests.

import { chromium } from "playwright-core";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { WELCOMED } from "#client/model/tour.ts";

/** Software rendering and no talk with the outside. */
const FLAGS = [
  "--no-sandbox",
  "--headless=new",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  // The map needs WebGL, the page around it does not: put together without it, a page costs half the time.
  "--disable-gpu-compositing",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
];

/** Starts Chromium from CHROMIUM_PATH, else Debian's. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
    headless: true,
    args: FLAGS,
  });

/** Stillness saves the tests the flights and fades; `drill.test.ts` has them on. */
const STILL = { reducedMotion: "reduce" } as const;
export const DESKTOP: BrowserContextOptions = {
  ...STILL,
  viewport: { width: 1440, height: 900 },
  locale: "en-GB",
};
export const PHONE: BrowserContextOptions = {
  ...STILL,
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
  locale: "en-GB",
};

/** Requests that left the host, and errors of a page; both must stay empty. */
export interface Watch {
  readonly strangers: string[];
  readonly errors: string[];
}

/** Watches a page for requests to other hosts and for errors of its own. */
export function watch(page: Page, home: string): Watch {
  const seen: Watch = { strangers: [], errors: [] };
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== home) seen.strangers.push(request.url());
  });
  page.on("pageerror", (error) => seen.errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") seen.errors.push(message.text());
  });
  return seen;
}

/** A busy machine draws the first picture late. */
const PATIENCE_MS = 60_000;

/** Waits until the picture on the map and all data of the screen are there, and stay. */
export async function settled(page: Page): Promise<void> {
  for (let calm = 0; calm < 2; calm++) {
    await page.waitForTimeout(80);
    await page.waitForFunction(
      () => {
        const maps = [...document.querySelectorAll("[data-painted]")];
        const isPainted = maps.length > 0 && maps.every((map) => map.getAttribute("data-painted") === "true");
        return isPainted && document.querySelector(".progress.is-on") === null;
      },
      undefined,
      { timeout: PATIENCE_MS },
    );
  }
  await page.waitForTimeout(100);
}

/** Whether maps are really drawn: without a graphics card that is half the work, of which most tests see nothing. */
export type Drawing = "drawn" | "undrawn";

/** Has WebGL do all that is asked of it but to fill pixels: the canvas stays empty, and no program notices. */
const leaveUndrawn = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    const { prototype } = WebGL2RenderingContext;
    for (const name of [
      "drawArrays",
      "drawElements",
      "drawArraysInstanced",
      "drawElementsInstanced",
    ] as const)
      prototype[name] = () => undefined;
  });

/** Opens a context of a reader who has been here before, so that the welcome of a first visit covers nothing. */
export async function knownReader(
  browser: Browser,
  options?: BrowserContextOptions,
  drawing: Drawing = "drawn",
): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  if (drawing === "undrawn") await leaveUndrawn(context);
  await context.addInitScript(({ key, text }) => {
    if (window.location.protocol.startsWith("http")) window.localStorage.setItem(key, text);
  }, WELCOMED);
  return context;
}
