import { describe, expect, it } from "vitest";
import { BoundedCache } from "./cache.ts";

const ENTRY_BYTES = 202; // what an entry with a one-letter key costs beside its content

const bytes = (size: number) => async () => new Uint8Array(size);
const cacheOf = (max: number) => new BoundedCache<Uint8Array>(max, (value) => value.length);

describe("a cache bounded by bytes", () => {
  it("makes once what is asked for many times at once", async () => {
    const cache = cacheOf(10_000);
    let made = 0;
    const make = async () => {
      made++;
      return new Uint8Array(1);
    };
    const all = await Promise.all([cache.get("a", make), cache.get("a", make), cache.get("a", make)]);
    expect(made).toBe(1);
    expect(new Set(all).size).toBe(1);
    expect(cache.statistics()).toMatchObject({ entries: 1, hits: 0, misses: 3 });
  });

  it("shows what is in memory at once, and nothing else", async () => {
    const cache = cacheOf(10_000);
    const making = cache.get("a", bytes(1));
    expect(cache.peek("a")).toBeUndefined();
    expect(await making).toBe(cache.peek("a"));
    expect(cache.statistics()).toMatchObject({ hits: 1, misses: 1 });
  });

  it("drops what was used least recently, never above the bound", async () => {
    const cache = cacheOf(2 * (100 + ENTRY_BYTES));
    await cache.get("a", bytes(100));
    await cache.get("b", bytes(100));
    await cache.get("a", bytes(100));
    await cache.get("c", bytes(100));
    const { bytes: used, maxBytes, entries } = cache.statistics();
    expect(used).toBeLessThanOrEqual(maxBytes);
    expect(entries).toBe(2);
    let made = false;
    await cache.get("a", async () => {
      made = true;
      return new Uint8Array(1);
    });
    expect(made).toBe(false);
  });

  it("keeps one entry that is larger than the bound rather than making it every time", async () => {
    const cache = cacheOf(10);
    await cache.get("a", bytes(100));
    expect(cache.statistics().entries).toBe(1);
    await cache.get("b", bytes(100));
    expect(cache.statistics()).toMatchObject({ entries: 1, bytes: 10 });
    expect([cache.peek("a"), cache.peek("b")?.length]).toEqual([undefined, 100]);
  });

  it("makes room for what is small again after one that was larger than the bound", async () => {
    const cache = cacheOf(2 * (100 + ENTRY_BYTES));
    await cache.get("a", bytes(10_000));
    await cache.get("b", bytes(100));
    await cache.get("c", bytes(100));
    expect(cache.statistics()).toMatchObject({ entries: 2, bytes: 2 * (100 + ENTRY_BYTES) });
  });

  it("does not keep a failure", async () => {
    const cache = cacheOf(10_000);
    await expect(cache.get("a", () => Promise.reject(new Error("away")))).rejects.toThrow("away");
    expect(await cache.get("a", bytes(3))).toHaveLength(3);
  });

  it("makes at once what it can, without a promise, and counts its bytes once", async () => {
    const cache = cacheOf(10_000);
    expect(cache.getNow("a", () => undefined)).toBeUndefined();
    expect(cache.statistics()).toMatchObject({ entries: 0, hits: 0, misses: 0 });
    // It is read while it can already be made.
    const flight = cache.get("a", bytes(100));
    expect(cache.getNow("a", () => new Uint8Array(100))).toHaveLength(100);
    await flight;
    expect(cache.statistics()).toMatchObject({ entries: 1, bytes: 100 + ENTRY_BYTES, misses: 2 });
    cache.clear();
    expect(cache.statistics()).toMatchObject({ entries: 0, bytes: 0 });
  });
});

it("gives up what is being made when all who wait have left, and makes it anew for who comes then", async () => {
  const cache = new BoundedCache<string>(1000, ({ length }) => length);
  const signals: AbortSignal[] = [];
  const make = (signal: AbortSignal): Promise<string> => {
    signals.push(signal);
    return new Promise((resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason as Error));
      setTimeout(() => resolve(`made ${signals.length}`), 20);
    });
  };
  const [first, second] = [new AbortController(), new AbortController()];
  const waiting = [first, second].map(({ signal }) => cache.get("a", make, signal).catch(() => "left"));
  first.abort();
  expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
  second.abort();
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  expect(await cache.get("a", make)).toBe("made 2");
  expect(await Promise.all(waiting)).toEqual(["left", "left"]);
});
