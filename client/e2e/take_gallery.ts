// `npm run screens`: takes every screen of a running app (APP_URL) in both languages, both themes and two widths.
// `npm run screens -- pair narrow-dark` takes the screens and variants whose name contains one of the words.
// AXE=1 tells what axe finds on each as well; UPDATE_SCREENSHOTS=1 renews the pictures of the README.

import { copyFileSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { violationsOf } from "./axe.ts";
import { DESKTOP, PHONE, knownReader, settled, startBrowser } from "./browser.ts";
import { GALLERY, placesOf } from "./gallery.ts";
import type { GalleryScreen } from "./gallery.ts";
import { onPaper } from "./gallery_ways.ts";

const home = process.env["APP_URL"] ?? "http://127.0.0.1:8080";
const out = process.env["SCREENS_DIR"] ?? fileURLToPath(new URL("../../artefacts/gallery/", import.meta.url));
mkdirSync(out, { recursive: true });

/** The pictures that the README shows. */
const SHOWN: Readonly<Record<string, string>> = {
  "county-poverty--wide-light-en": "county-light-en",
  "county-poverty--narrow-dark-zh": "phone-dark-zh",
  "pair--wide-light-en": "pair",
};
const shown = fileURLToPath(new URL("./screenshots/", import.meta.url));

interface Variant {
  readonly width: "wide" | "narrow";
  readonly theme: string;
  readonly language: string;
}

const VARIANTS = (["wide", "narrow"] as const).flatMap((width) =>
  ["light", "dark"].flatMap((theme) => ["en", "zh"].map((language): Variant => ({ width, theme, language }))),
);
const nameOf = ({ width, theme, language }: Variant): string => `${width}-${theme}-${language}`;

/** Words that name variants narrow them down, all others the screens. */
const asked = process.argv.slice(2);
const isVariantWord = (word: string): boolean => VARIANTS.some((variant) => nameOf(variant).includes(word));
const variantWords = asked.filter(isVariantWord);
const screenWords = asked.filter((word) => !isVariantWord(word));
const wanted = (name: string, words: readonly string[]): boolean =>
  words.length === 0 || words.some((word) => name.includes(word));

const CARD = ".dialog[open] >> nth=0";

/** Waits for the map where there is one, else for stillness. */
async function rest(page: Page, screen: GalleryScreen): Promise<void> {
  if (!screen.isWithoutMap && (await page.locator("[data-painted]").count()) > 0) await settled(page);
  await page.waitForTimeout(400);
}

/** Goes to an address (null: stays where it is) in a theme and a language without loading anew; what is open stays open. */
async function turnTo(page: Page, path: string | null, { theme, language }: Variant): Promise<void> {
  await page.evaluate(
    ([path, theme, language]) => {
      const address = new URL(path ?? window.location.href, window.location.origin);
      address.searchParams.set("theme", theme!);
      address.searchParams.set("lang", language!);
      window.history.replaceState(null, "", address);
      window.dispatchEvent(new PopStateEvent("popstate"));
    },
    [path, theme, language],
  );
}

/** Takes a screen in every variant asked for, on a page that has been at others before, or on a new one. */
async function take(page: Page, screen: GalleryScreen, variants: readonly Variant[]): Promise<void> {
  const isNew = page.url() === "about:blank";
  const path = screen.path(places);
  if (!isNew) await turnTo(page, path, variants[0]!);
  else {
    await screen.before?.(page);
    await page.goto(home + path);
    if (screen.isWithoutMap) await page.waitForTimeout(2000);
    else await page.locator(".bar, .notice").first().waitFor();
  }
  await rest(page, screen);
  await screen.act?.(page);
  const hasCard = await page.locator(CARD).isVisible();
  for (const variant of variants) {
    await turnTo(page, null, variant);
    await rest(page, screen);
    // A card closes when its page turns.
    if (hasCard && !(await page.locator(CARD).isVisible())) await screen.act?.(page);
    const name = `${screen.name}--${nameOf(variant)}`;
    const file = `${out}/${name}.png`;
    if (screen.isPrinted) await onPaper(page, () => page.screenshot({ path: file, fullPage: true }));
    else await page.screenshot({ path: file });
    if (process.env["UPDATE_SCREENSHOTS"] && SHOWN[name]) copyFileSync(file, `${shown}/${SHOWN[name]}.png`);
    const found = process.env["AXE"] ? await violationsOf(page) : [];
    if (found.length > 0) process.stdout.write(`${name}: ${JSON.stringify(found, null, 2)}\n`);
  }
}

async function closed(page: Page | null): Promise<null> {
  await page?.close();
  return null;
}

async function takeAll(browser: Browser, width: Variant["width"]): Promise<void> {
  const variants = VARIANTS.filter(
    (variant) => variant.width === width && wanted(nameOf(variant), variantWords),
  );
  if (variants.length === 0) return;
  const context = await knownReader(browser, width === "wide" ? DESKTOP : PHONE);
  context.setDefaultTimeout(15_000);
  let page: Page | null = null;
  for (const screen of GALLERY) {
    if (!wanted(screen.name, screenWords) || (screen.only ?? width) !== width) continue;
    if (screen.before || screen.isWithoutMap) page = await closed(page);
    page ??= await context.newPage();
    let isTouched = Boolean(screen.before ?? screen.act) || screen.isWithoutMap || screen.isPrinted;
    try {
      await take(page, screen, variants);
    } catch (error) {
      isTouched = true;
      process.exitCode = 1;
      process.stderr.write(`${screen.name} ${width}: ${String(error)}\n`);
    }
    // What has been opened, moved or broken would show on the next one.
    if (isTouched) page = await closed(page);
  }
  await context.close();
}

const places = await placesOf(home);
const browser = await startBrowser();
await takeAll(browser, "wide");
await takeAll(browser, "narrow");
await browser.close();
