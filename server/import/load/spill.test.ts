import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { Spill } from "./spill.ts";

it("gives records back in any order, also while it grows, and leaves no file behind", () => {
  const directory = mkdtempSync(join(tmpdir(), "spill-test-"));
  const spill = new Spill(directory);
  const sizes = [0, 1, 700_000, 400_000, 3];
  for (const [at, size] of sizes.entries()) expect(spill.add(Buffer.alloc(size, at))).toBe(at);
  expect(spill.read(2).equals(Buffer.alloc(700_000, 2))).toBe(true);
  spill.add(Buffer.from("end"));
  expect(spill.read(5).toString()).toBe("end");
  expect(spill.read(1).equals(Buffer.from([1]))).toBe(true);
  expect(spill.read(0)).toHaveLength(0);
  expect(spill.sizeOf(3)).toBe(400_000);
  expect(readdirSync(directory)).toEqual([]);
  spill.close();
});
