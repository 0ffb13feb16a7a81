import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { TileName } from "#client/map/tiles_store.ts";
import { TileSet } from "./tile_set.ts";
import type { TileWithGeometry } from "./tile_set.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const HERE = { z: 1, x: 0, y: 0 };
const BESIDE = { z: 1, x: 1, y: 0 };
const EMPTY: TileWithGeometry = { geometry: null };

/** A set whose tiles fail as often as `failing` says, and what it requested and aborted. */
function setOf(failing: Partial<Record<TileName, number>>) {
  const requested: TileName[] = [];
  const aborted: TileName[] = [];
  const tiles = new TileSet<TileWithGeometry>(
    { minZoom: 0 },
    async (name, signal) => {
      requested.push(name);
      signal.addEventListener("abort", () => aborted.push(name));
      const left = failing[name] ?? 0;
      failing[name] = left - 1;
      if (left > 0) throw new Error("away");
      return EMPTY;
    },
    () => tiles.setInView(tiles.inView),
  );
  return { tiles, requested, aborted };
}

const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

it("asks for what is in view once, and keeps it when it leaves", async () => {
  const { tiles, requested } = setOf({});
  tiles.setInView([HERE]);
  tiles.setInView([HERE]);
  expect(tiles.isComplete).toBe(false);
  await pass(0);
  expect(tiles.isComplete).toBe(true);
  tiles.setInView([BESIDE]);
  await pass(0);
  tiles.setInView([HERE]);
  expect(tiles.tile(HERE)).toBe(EMPTY);
  expect(requested).toEqual(["1/0/0", "1/1/0"]);
});

it("gives up on what leaves the view before it is there", async () => {
  const { tiles, aborted } = setOf({});
  tiles.setInView([HERE]);
  tiles.setInView([BESIDE]);
  await pass(0);
  expect(aborted).toEqual(["1/0/0"]);
  expect(tiles.tile(HERE)).toBeUndefined();
});

it("asks again for what could not be had, later each time, while the rest is there", async () => {
  const { tiles, requested } = setOf({ "1/0/0": 2 });
  tiles.setInView([HERE, BESIDE]);
  await pass(0);
  expect([tiles.hasFailed, tiles.isSettled, tiles.isComplete]).toEqual([true, true, false]);
  expect(tiles.draws().map(({ tile }) => tile)).toEqual([BESIDE]);
  await pass(4999);
  expect(requested.length).toBe(2);
  await pass(1);
  expect(requested.length).toBe(3);
  expect(tiles.hasFailed).toBe(true);
  await pass(9999);
  expect(requested.length).toBe(3);
  await pass(1);
  expect([tiles.hasFailed, tiles.isComplete, requested.length]).toEqual([false, true, 4]);
});

it("asks for it at once when the reader wishes, and forgets it when it leaves the view", async () => {
  const { tiles, requested } = setOf({ "1/0/0": 1, "1/1/0": 1 });
  tiles.setInView([HERE]);
  await pass(0);
  tiles.retry();
  await pass(0);
  expect([tiles.hasFailed, tiles.isComplete, requested.length]).toEqual([false, true, 2]);
  tiles.setInView([BESIDE]);
  await pass(0);
  expect(tiles.hasFailed).toBe(true);
  tiles.setInView([HERE]);
  expect(tiles.hasFailed).toBe(false);
  await pass(60_000);
  expect(requested.length).toBe(3);
});
