import { expect, it } from "vitest";
import { GpuCache } from "./gpu_cache.ts";

it("creates once, and frees the least recently used beyond those drawn and 64 to spare", () => {
  const created: number[] = [];
  const freed: number[] = [];
  const cache = new GpuCache<{ id: number }, { id: number }>(
    ({ id }) => {
      created.push(id);
      return { id };
    },
    ({ id }) => freed.push(id),
  );
  const keys = Array.from({ length: 70 }, (_, id) => ({ id }));
  for (const key of keys) expect(cache.get(key).id).toBe(key.id);
  cache.get(keys[0]!);
  cache.trim(3);
  expect(freed).toEqual([1, 2, 3]);
  cache.get(keys[0]!);
  expect(created).toHaveLength(70);
  cache.get(keys[1]!);
  expect(created).toHaveLength(71);
});
