// A run that needed a second try says so in its last lines.

import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "village-lens-retried-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("what passed at the second try is named at the end, what passed at once is not", () => {
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  writeFileSync(
    join(folder, "some.test.ts"),
    `import { expect, test } from "vitest";
     let tries = 0;
     test("passes late", () => expect(++tries).toBe(2));
     test("passes at once", () => undefined);`,
  );
  writeFileSync(
    join(folder, "vitest.config.ts"),
    `import { RetriedReporter } from ${JSON.stringify(join(ROOT, ".ci/retried_reporter.ts"))};
     export default { test: { retry: 1, reporters: ["default", new RetriedReporter()] } };`,
  );
  const vitest = join(ROOT, "node_modules/vitest/vitest.mjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [vitest, "run"], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: process.env["PATH"], NO_COLOR: "1" },
  });
  expect(status, stderr).toBe(0);
  expect(stdout.trimEnd().split("\n").slice(-2)).toEqual([
    "retried, to be mended (1):",
    "  some.test.ts > passes late: passed",
  ]);
});
