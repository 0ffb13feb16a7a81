import { defineConfig } from "vitest/config";
import { LongestFirst } from "./.ci/longest_first.ts";

/** How long what must come about is waited for: a machine of two cores is busy with three files. */
const PATIENCE = { timeout: 20_000, interval: 50 };

/**
 * Suites by what they need: `unit` nothing, `database` embedded and native PostGIS, `e2e` Chromium and the built app. They
 * run together, three files at a time: a file of the last two waits for its database or its browser about a third of its time.
 */
export default defineConfig({
  test: {
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: "unit",
          include: ["{domain,tiles,seeds,sql,server,client}/**/*.test.{ts,tsx}"],
          exclude: ["**/node_modules/**", "{sql,server}/test/**", "client/e2e/**"],
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "database",
          include: ["{sql,server}/test/**/*.test.ts"],
          globalSetup: ["sql/test/setup.ts"],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          expect: { poll: PATIENCE },
        },
      },
      {
        test: {
          name: "e2e",
          include: ["client/e2e/**/*.test.ts"],
          globalSetup: ["client/e2e/app.ts"],
          setupFiles: ["client/e2e/ready.ts"],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          expect: { poll: PATIENCE },
        },
      },
    ],
  },
});
