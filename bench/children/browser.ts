// Recolouring in Chromium: serves the page of `bench/page` beside a running server and prints what it measured as JSON.

import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { build } from "vite";
import type { Recolouring, RecolouringJob } from "#domain/contract/recolouring";

const ROOT = fileURLToPath(new URL("../page", import.meta.url));
const PAGE = "/bench/recolour.html";
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
};

/** Bytes as they travelled. */
interface Travelled {
  requests: number;
  sum: number;
  most: number;
}

export interface BrowserMeasured extends Recolouring {
  /** Per kind of request. */
  readonly bytes: Readonly<Record<"geometry" | "tile" | "values", Travelled>>;
  readonly browser: string;
}

/** Runs one job in a browser of its own, so that nothing is in its cache. */
async function measure(url: string, built: string, job: RecolouringJob): Promise<BrowserMeasured> {
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
    headless: true,
    args: ["--no-sandbox", "--headless=new", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const none = (): Travelled => ({ requests: 0, sum: 0, most: 0 });
    const bytes = { geometry: none(), tile: none(), values: none() };
    page.on("requestfinished", (request) => {
      const kind = /\/geometry\//.test(request.url())
        ? "geometry"
        : /\/values\//.test(request.url())
          ? "values"
          : /\.mvt\?c=/.test(request.url())
            ? "tile"
            : null;
      if (!kind) return;
      void request.sizes().then(({ responseBodySize }) => {
        bytes[kind].requests++;
        bytes[kind].sum += responseBodySize;
        bytes[kind].most = Math.max(bytes[kind].most, responseBodySize);
      });
    });
    await page.route(`${url}/bench/**`, async (route) => {
      const path = new URL(route.request().url()).pathname;
      await route.fulfill({
        contentType: TYPES[extname(path)] ?? "application/octet-stream",
        body: await readFile(join(built, path)),
      });
    });
    await page.goto(url + PAGE);
    const measured = await page.evaluate(
      (job) => (window as unknown as { measure(job: RecolouringJob): Promise<Recolouring> }).measure(job),
      job,
    );
    return { ...measured, bytes, browser: browser.version() };
  } finally {
    await browser.close();
  }
}

const [url, ...jobs] = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), "village-lens-bench-page-"));
try {
  await build({
    configFile: false,
    root: ROOT,
    base: "./",
    logLevel: "error",
    build: {
      outDir: join(scratch, "out/bench"),
      rollupOptions: { input: join(ROOT, "recolour.html") },
    },
  });
  const measured: BrowserMeasured[] = [];
  for (const job of jobs)
    measured.push(await measure(url!, join(scratch, "out"), JSON.parse(job) as RecolouringJob));
  process.stdout.write(JSON.stringify(measured));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
