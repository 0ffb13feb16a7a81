// A client that cannot be built: an older one is served with a warning, without one the start ends.

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ClientBuildError, isClientStale, renewClient } from "./client_build.ts";

describe("the client that npm start serves", () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "village-lens-client-"));
    symlinkSync(join(import.meta.dirname, "../node_modules"), join(root, "node_modules"));
    mkdirSync(join(root, "client"));
    writeFileSync(join(root, "vite.config.ts"), 'throw new Error("broken on purpose");');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const keepOlder = (): void => {
    mkdirSync(join(root, "dist/client"), { recursive: true });
    writeFileSync(join(root, "dist/client/index.html"), "older");
  };

  it("is an error that says why when there is none and it cannot be built", async () => {
    const failure = renewClient(() => expect.unreachable(), root);
    await expect(failure).rejects.toThrow(ClientBuildError);
    await expect(failure).rejects.toThrow(/^the client cannot be built[\s\S]*broken on purpose/);
  });

  it("is the older one, with a warning, when it cannot be built anew", async () => {
    keepOlder();
    const warnings: string[] = [];
    await renewClient((reason) => warnings.push(reason), root);
    expect(warnings).toEqual([expect.stringContaining("broken on purpose")]);
  });

  it("is stale when missing or older than a source", () => {
    expect(isClientStale(root)).toBe(true);
    keepOlder();
    expect(isClientStale(root)).toBe(false);
    const later = new Date(Date.now() + 60_000);
    utimesSync(join(root, "vite.config.ts"), later, later);
    expect(isClientStale(root)).toBe(true);
  });
});
