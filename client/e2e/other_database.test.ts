// Another database behind the same address, and a release that is withdrawn: the browser has kept answers, and shows none of them.

import { execFile, spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, renameSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Catalog } from "#domain/contract/catalog";
import { demoDataset } from "#seeds/demo/dataset";
import { publishing, WITH_DEMO } from "#server/test/running";
import { copyPrepared } from "#sql/test/embedded_template";
import { freePort } from "#sql/test/free_port";
import { DESKTOP, knownReader, settled, startBrowser } from "./browser.ts";
import { profile } from "./parts.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** Other demos: the same names at the top, other figures and other shapes. */
const SECOND = publishing("second", () => demoDataset({ villages: 120, years: 2 }));
const ANEW = publishing("anew", () => demoDataset({ villages: 90, years: 1 }));

const PINNED_CATALOG = "/api/catalog?release=1";

let folder: string;
let port: number;
let browser: Browser;
let context: BrowserContext;
let server: { readonly child: ChildProcess; readonly ended: Promise<unknown> } | null = null;

const environment = (dataDir: string): NodeJS.ProcessEnv => {
  const { DATABASE_URL: _, ...others } = process.env;
  return {
    ...others,
    PORT: String(port),
    HOST: "127.0.0.1",
    DATA_DIR: join(folder, dataDir),
    LOG_LEVEL: "warn",
    EMBEDDED_FSYNC: "off",
  };
};

/** Runs a command of `npm run lens --`, beside the server where one runs. */
const lens = (dataDir: string, ...words: string[]) =>
  promisify(execFile)(process.execPath, ["server/cli/lens.ts", ...words], {
    cwd: ROOT,
    env: environment(dataDir),
  });

async function stop(): Promise<void> {
  server?.child.kill("SIGTERM");
  await server?.ended;
  server = null;
}

/** Serves a data folder on the port that all of them have, instead of the one before. */
async function serve(dataDir: string): Promise<void> {
  await stop();
  const child = spawn(process.execPath, ["server/main.ts"], {
    cwd: ROOT,
    env: environment(dataDir),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  server = { child, ended };
  await new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (data: Buffer) => {
      if (data.includes("ready http")) resolve();
    });
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

const home = (): string => `http://127.0.0.1:${port}`;

const catalogNow = async (): Promise<Catalog> =>
  (await fetch(`${home()}/api/catalog`)).json() as Promise<Catalog>;

/** What a screen says and draws, and from which release all of it was fetched. */
interface Seen {
  readonly areas: string;
  readonly figure: string;
  readonly map: string;
}

const seenOn = async (page: Page): Promise<Seen> => {
  await settled(page);
  return {
    areas: await page.locator(".table tbody").innerText(),
    figure: await page.locator(".profile").innerText(),
    map: await page.evaluate(() => document.querySelector<HTMLCanvasElement>(".area-canvas")!.toDataURL()),
  };
};

async function open(path = "/map?table=open&layers=none"): Promise<Page> {
  const page = await context.newPage();
  await page.goto(home() + path);
  return page;
}

const differsIn = (a: Seen, b: Seen): string[] =>
  (Object.keys(a) as (keyof Seen)[]).filter((part) => a[part] !== b[part]);
const ALL = ["areas", "figure", "map"];

/** What a browser shows that has never been here. */
async function trueScreen(path = "/map?table=open&layers=none"): Promise<Seen> {
  const fresh = await knownReader(browser, DESKTOP);
  const page = await fresh.newPage();
  await page.goto(home() + path);
  const seen = await seenOn(page);
  await fresh.close();
  return seen;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "village-lens-e2e-"));
  port = await freePort();
  // A copy is what a backup brings back.
  for (const dataDir of ["first", "restored"]) await copyPrepared(WITH_DEMO, join(folder, dataDir));
  await copyPrepared(SECOND, join(folder, "second"));
  await copyPrepared(ANEW, join(folder, "anew"));
  browser = await startBrowser();
  context = await knownReader(browser, DESKTOP);
});
afterAll(async () => {
  await browser?.close();
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

test("a page that is opened again, one that stayed open and a pinned link show the database that is served now", async () => {
  await serve("first");
  const staying = await open();
  const [pinned, before] = [await open("/map?release=1&table=open&layers=none"), await seenOn(staying)];
  await settled(pinned);
  await serve("second");
  expect((await catalogNow()).release).toBe(1);
  const now = await trueScreen();
  expect(differsIn(before, now)).toEqual(ALL);
  for (const path of ["/map?table=open&layers=none", "/map?release=1&table=open&layers=none"]) {
    const page = await open(path);
    expect(differsIn(await seenOn(page), now), path).toEqual([]);
    await page.close();
  }
  for (const page of [staying, pinned]) {
    await expect.poll(async () => differsIn(await seenOn(page), now)).toEqual([]);
    await page.close();
  }
});

test("after the data folder was deleted and made anew, and after a backup was restored, the screen is that of the database", async () => {
  await stop();
  rmSync(join(folder, "second"), { recursive: true });
  renameSync(join(folder, "anew"), join(folder, "second"));
  await serve("second");
  const anew = await trueScreen();
  const page = await open();
  expect(differsIn(await seenOn(page), anew)).toEqual([]);

  await serve("restored");
  const restored = await trueScreen();
  expect(differsIn(restored, anew)).not.toEqual([]);
  await expect.poll(async () => differsIn(await seenOn(page), restored)).toEqual([]);
  await page.reload();
  expect(differsIn(await seenOn(page), restored)).toEqual([]);
  await page.close();
});

test("what an earlier version had the browser keep for a year under a number alone is not shown", async () => {
  await stop();
  const earlier = createServer((req, res) => {
    const isCatalog = req.url === PINNED_CATALOG;
    res.setHeader("Content-Type", isCatalog ? "application/json" : "text/html");
    if (isCatalog)
      res.setHeader("Cache-Control", "private, max-age=31536000, immutable").setHeader("ETag", '"1-abc"');
    res.end(isCatalog ? '{"release":1}' : "<!doctype html>");
  });
  await new Promise<void>((resolve) => earlier.listen(port, "127.0.0.1", resolve));
  const page = await open();
  const ask = () => page.evaluate(async (path) => (await fetch(path)).text(), PINNED_CATALOG);
  await ask();
  earlier.closeAllConnections();
  await new Promise((resolve) => earlier.close(resolve));
  await serve("first");
  expect(await ask(), "the browser has kept it").toBe('{"release":1}');
  await page.goto(`${home()}/map?release=1&table=open&layers=none`);
  expect(differsIn(await seenOn(page), await trueScreen())).toEqual([]);
  await page.close();
});

test("a release that is withdrawn leaves an open page and is not there when its link is opened again", async () => {
  await serve("first");
  const page = await open("/map?release=1&table=open&layers=none");
  await settled(page);
  await profile(page)
    .getByText(/No\. 1\b/)
    .waitFor();
  await lens("first", "withdraw", "1");
  await page.getByText("This release has been withdrawn").waitFor();
  await expect.poll(() => page.locator(".table, .area-canvas").count()).toBe(0);
  await page.reload();
  await page.getByText("This release has been withdrawn").waitFor();
  await expect.poll(() => page.locator(".table, .area-canvas").count()).toBe(0);
  await page.close();
});
