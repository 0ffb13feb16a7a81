// Another indicator, period or release: only values travel, and the map goes from one picture to the next without a gap.

import type { Page, Request, Route } from "playwright-core";
import { expect, inject, test } from "vitest";
import type { Catalog } from "#domain/contract/catalog";
import type { ReleaseEvent } from "#domain/contract/events";
import { settled } from "./browser.ts";
import { periodButton, profile } from "./parts.ts";
import { addressOf, screens } from "./screen.ts";

const open = screens();
/** Most bytes of the values of a tile, as they travel (issue 4). */
const MOST_TAIL = 16 * 1024;

/** Requests for tiles from now on. */
function tileRequests(page: Page): { geometry: Request[]; values: Request[] } {
  const seen: { geometry: Request[]; values: Request[] } = { geometry: [], values: [] };
  page.on("requestfinished", (request) => {
    // Roads and facilities belong to a release, not to boundaries.
    if (!request.url().includes("/tiles/") || request.url().includes("/things/")) return;
    seen[request.url().includes("/values/") ? "values" : "geometry"].push(request);
  });
  return seen;
}

/** Looks at the free part of the map with every frame, and keeps the smallest share of it that was ever painted. */
const watchPaint = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const map = document.querySelector<HTMLCanvasElement>(".area-canvas")!;
    const copy = document.createElement("canvas");
    [copy.width, copy.height] = [90, 60];
    const context = copy.getContext("2d", { willReadFrequently: true })!;
    const ratio = map.width / map.clientWidth;
    const paper = getComputedStyle(document.documentElement).getPropertyValue("--paper");
    const page = window as unknown as { leastPainted: number; frames: number };
    [page.leastPainted, page.frames] = [1, 0];
    const look = (): void => {
      context.fillStyle = paper;
      context.fillRect(0, 0, 90, 60);
      const [r, g, b] = context.getImageData(0, 0, 1, 1).data;
      context.drawImage(map, 480 * ratio, 380 * ratio, 450 * ratio, 260 * ratio, 0, 0, 90, 60);
      const { data } = context.getImageData(0, 0, 90, 60);
      let painted = 0;
      for (let at = 0; at < data.length; at += 4)
        if (data[at] !== r || data[at + 1] !== g || data[at + 2] !== b) painted++;
      page.leastPainted = Math.min(page.leastPainted, painted / (90 * 60));
      page.frames++;
      requestAnimationFrame(look);
    };
    look();
  });

const paint = (page: Page): Promise<{ leastPainted: number; frames: number }> =>
  page.evaluate(() => {
    const { leastPainted, frames } = window as unknown as { leastPainted: number; frames: number };
    return { leastPainted, frames };
  });

/** Counts from now on how often MapLibre draws its own canvas. */
const countMapFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const gl = document.querySelector<HTMLCanvasElement>(".maplibregl-canvas")!.getContext("webgl2")!;
    const clear = gl.clear.bind(gl);
    const page = window as unknown as { mapFrames: number };
    page.mapFrames = 0;
    gl.clear = (mask) => {
      page.mapFrames++;
      clear(mask);
    };
  });

const mapFrames = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { mapFrames: number }).mapFrames);

test("another indicator or period with all villages in view fetches no geometry, leaves no blank frame and has MapLibre draw but its names", async () => {
  const page = await open("/?level=village&layers=none&off=clinics,offices,roads,schools");
  const seen = tileRequests(page);
  await watchPaint(page);
  const { leastPainted: before } = await paint(page);
  await countMapFrames(page);
  await periodButton(page, "2019").click();
  await settled(page);
  // Names take the colour that is read on the new fill: laid out once more and placed, which is some frames.
  expect(await mapFrames(page)).toBeLessThanOrEqual(16);
  await page.keyboard.press("2");
  await settled(page);
  await expect
    .poll(() => page.getByRole("button", { name: /^Indicator / }).innerText())
    .toContain("Mean travel time to school");
  const { leastPainted, frames } = await paint(page);
  expect(frames).toBeGreaterThan(2);
  expect(before).toBeGreaterThan(0.7);
  // Villages to which an indicator does not apply are paper too.
  expect(leastPainted).toBeGreaterThan(before - 0.1);
  expect(seen.geometry.map((request) => request.url())).toEqual([]);
  expect(seen.values.length).toBeGreaterThan(1);
  for (const request of seen.values)
    expect((await request.sizes()).responseBodySize).toBeLessThanOrEqual(MOST_TAIL);
});

/** Passes what is asked of release 2 on to release 1, as if the same data had been published again. */
async function publishAgain(page: Page, latest: () => number): Promise<void> {
  const asFirst = async (route: Route): Promise<void> => {
    const url = route.request().url().replace("release=2-", "release=1-").replace("/tiles/2-", "/tiles/1-");
    const response = await route.fetch({ url });
    if (!url.includes("/api/")) return await route.fulfill({ response });
    const body = (await response.text())
      .replace('"release":1', '"release":2')
      .replace('"address":"1-', '"address":"2-');
    await route.fulfill({ response, body });
  };
  await page.route(/release=2-|\/tiles\/2-/, asFirst);
  const { address } = (await (await fetch(`${inject("appUrl")}/api/catalog`)).json()) as Catalog;
  const all = [address, address.replace("1-", "2-")];
  await page.route("**/api/events", (route) => {
    const published = all.slice(0, latest());
    const news: ReleaseEvent = { release: latest(), address: published.at(-1)!, published };
    return route.fulfill({
      contentType: "text/event-stream",
      body: `retry: 300\n\nevent: release\ndata: ${JSON.stringify(news)}\n\n`,
    });
  });
}

test("a release that is published elsewhere appears by itself, a pinned link stays and offers it", async () => {
  let latest = 1;
  const page = await open("/map?layers=none");
  await publishAgain(page, () => latest);
  const { code } = (await (await fetch(`${inject("appUrl")}/api/areas?level=county&limit=1`)).json())
    .areas[0];
  await page.goto(`${inject("appUrl")}/map/${code}?layers=none`);
  await settled(page);
  const address = addressOf(page);
  await expect.poll(() => page.getByTestId("release-notice").count()).toBe(0);
  const seen = tileRequests(page);
  await watchPaint(page);
  const { leastPainted: before } = await paint(page);
  latest = 2;
  await page.getByText("The map now shows release 2").waitFor();
  await settled(page);
  await profile(page)
    .getByText(/No\. 2\b/)
    .waitFor();
  await expect.poll(() => addressOf(page)).toBe(address);
  expect(seen.geometry.map((request) => request.url())).toEqual([]);
  expect(seen.values.every((request) => request.url().includes("/tiles/2-"))).toBe(true);
  expect(seen.values.length).toBeGreaterThan(0);
  expect((await paint(page)).leastPainted).toBeGreaterThan(before - 0.1);

  await page.goto(`${inject("appUrl")}/map/${code}?release=1&layers=none`);
  await settled(page);
  await page.getByText("This link shows release 1. Release 2 has been published since then.").waitFor();
  await profile(page)
    .getByText(/No\. 1\b/)
    .waitFor();
  await page.getByRole("button", { name: "Show the latest" }).click();
  await settled(page);
  await expect.poll(() => addressOf(page)).toBe(address);
  await profile(page)
    .getByText(/No\. 2\b/)
    .waitFor();
  await expect.poll(() => page.getByTestId("release-notice").count()).toBe(0);
});
