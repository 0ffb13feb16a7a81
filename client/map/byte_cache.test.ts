import { describe, expect, it } from "vitest";
import { ByteCache } from "./byte_cache.ts";

const never = new AbortController().signal;

interface Text {
  readonly text: string;
}

const cacheOf = (maxBytes: number): ByteCache<Text> =>
  new ByteCache<Text>(maxBytes, ({ text }) => text.length);

/** What the cache gives for a key, and whether it had to be made. */
async function ask(cache: ByteCache<Text>, text: string): Promise<"kept" | "made"> {
  let answer: "kept" | "made" = "kept";
  const make = async (): Promise<Text> => {
    answer = "made";
    return { text };
  };
  expect((await cache.get(text, make, never)).text).toBe(text);
  return answer;
}

function slow(): { make: (signal: AbortSignal) => Promise<Text>; finish(): void; signals: AbortSignal[] } {
  const signals: AbortSignal[] = [];
  let finish: () => void = () => undefined;
  const done = new Promise<void>((resolve) => (finish = resolve));
  return {
    signals,
    finish: () => finish(),
    async make(signal) {
      signals.push(signal);
      await done;
      return { text: "made" };
    },
  };
}

describe("a cache bounded by bytes", () => {
  it("drops what was used least recently", async () => {
    const cache = cacheOf(10);
    for (const text of ["aaaa", "bbbb", "aaaa", "cccc"]) await ask(cache, text);
    expect(cache.bytes).toBe(8);
    expect(await ask(cache, "aaaa")).toBe("kept");
    expect(await ask(cache, "bbbb")).toBe("made");
  });

  it("returns a value larger than itself without keeping it or dropping others for it", async () => {
    const cache = cacheOf(10);
    expect([await ask(cache, "aaaa"), await ask(cache, "much too long")]).toEqual(["made", "made"]);
    expect([await ask(cache, "aaaa"), await ask(cache, "much too long")]).toEqual(["kept", "made"]);
  });

  it("keeps what has no bytes, such as a tile without areas", async () => {
    const cache = cacheOf(10);
    expect([await ask(cache, ""), await ask(cache, "")]).toEqual(["made", "kept"]);
  });

  it("makes a value once for all who ask, and goes on while one of them still waits", async () => {
    const cache = cacheOf(10);
    const { make, finish, signals } = slow();
    const leaving = new AbortController();
    const first = cache.get("key", make, leaving.signal);
    const second = cache.get("key", make, never);
    leaving.abort(new Error("gone"));
    await expect(first).rejects.toThrow("gone");
    finish();
    expect(await second).toEqual({ text: "made" });
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
  });

  it("stops the making when the last one leaves, and makes it anew for the next", async () => {
    const cache = cacheOf(10);
    const { make, finish, signals } = slow();
    const leaving = new AbortController();
    const left = cache.get("key", make, leaving.signal);
    leaving.abort(new Error("gone"));
    await expect(left).rejects.toThrow("gone");
    expect(signals[0]!.aborted).toBe(true);
    const again = cache.get("key", make, never);
    finish();
    expect(await again).toEqual({ text: "made" });
    expect(signals).toHaveLength(2);
  });

  it("keeps no failure", async () => {
    const cache = cacheOf(10);
    await expect(cache.get("key", () => Promise.reject(new Error("away")), never)).rejects.toThrow("away");
    expect(await cache.get("key", async () => ({ text: "there" }), never)).toEqual({ text: "there" });
  });
});
