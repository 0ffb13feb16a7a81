import { describe, expect, it } from "vitest";
import { ByteCache } from "./byte_cache.ts";

const never = new AbortController().signal;

function slow(): { make: (signal: AbortSignal) => Promise<string>; finish(): void; signals: AbortSignal[] } {
  const signals: AbortSignal[] = [];
  let finish: () => void = () => undefined;
  const done = new Promise<void>((resolve) => (finish = resolve));
  return {
    signals,
    finish: () => finish(),
    async make(signal) {
      signals.push(signal);
      await done;
      return "made";
    },
  };
}

describe("a cache bounded by bytes", () => {
  it("drops what was used least recently, and never what has just come", async () => {
    const cache = new ByteCache<string>(10, (text) => text.length);
    for (const key of ["aaaa", "bbbb"]) await cache.get(key, async () => key, never);
    cache.peek("aaaa");
    await cache.get("cccc", async () => "cccc", never);
    expect([cache.peek("aaaa"), cache.peek("bbbb"), cache.bytes]).toEqual(["aaaa", undefined, 8]);
    await cache.get("long", async () => "much too long", never);
    expect([cache.peek("long"), cache.bytes]).toEqual(["much too long", 13]);
  });

  it("makes a value once for all who ask, and goes on while one of them still waits", async () => {
    const cache = new ByteCache<string>(10, (text) => text.length);
    const { make, finish, signals } = slow();
    const leaving = new AbortController();
    const first = cache.get("key", make, leaving.signal);
    const second = cache.get("key", make, never);
    leaving.abort(new Error("gone"));
    await expect(first).rejects.toThrow("gone");
    finish();
    expect(await second).toBe("made");
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
  });

  it("stops the making when the last one leaves, and makes it anew for the next", async () => {
    const cache = new ByteCache<string>(10, (text) => text.length);
    const { make, finish, signals } = slow();
    const leaving = new AbortController();
    const left = cache.get("key", make, leaving.signal);
    leaving.abort(new Error("gone"));
    await expect(left).rejects.toThrow("gone");
    expect(signals[0]!.aborted).toBe(true);
    const again = cache.get("key", make, never);
    finish();
    expect(await again).toBe("made");
    expect(signals).toHaveLength(2);
  });

  it("keeps no failure", async () => {
    const cache = new ByteCache<string>(10, (text) => text.length);
    await expect(cache.get("key", () => Promise.reject(new Error("away")), never)).rejects.toThrow("away");
    expect(await cache.get("key", async () => "there", never)).toBe("there");
  });
});
