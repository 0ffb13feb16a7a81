import { defineConfig } from "vitest/config";
import { LongestFirst } from "./.ci/longest_first.ts";
import { RetriedReporter } from "./.ci/retried_reporter.ts";

/** How long what must come about is waited for: a machine of two cores is busy with three files. */
const PATIENCE = { timeout: 20_000, interval: 50 };

/**
 * Suites by what they need: `unit` nothing, `database` embedded and native PostGIS, `e2e` Chromium and the built app. The
 * first two run together, three files at a time, since a file waits while its database works; meanwhile the app is made, which
 * therefore stands first. Then come the browsers, two at a time: more would keep each other waiting for the one connection of
 * the embedded database.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    reporters: ["default", new RetriedReporter()],
    // Of tests that wait most of their time.
    maxConcurrency: 3,
    projects: [
      {
        test: {
          name: "e2e",
          include: ["client/e2e/**/*.test.ts", ".ci/additions.test.ts"],
          globalSetup: ["client/e2e/app.ts"],
          setupFiles: ["client/e2e/ready.ts"],
          maxWorkers: 2,
          // Browsers share two busy cores: one more try where nobody looks on, which the last lines of the run name. Mend those.
          retry: process.env["CI"] ? 1 : 0,
          sequence: { groupOrder: 1 },
          // Of a machine ten times slower than this needs.
          testTimeout: 300_000,
          hookTimeout: 300_000,
          expect: { poll: PATIENCE },
        },
      },
      {
        test: {
          name: "unit",
          include: ["{.ci,domain,analysis,tiles,seeds,sql,server,client,bench}/**/*.test.{ts,tsx}"],
          exclude: ["**/node_modules/**", "{sql,server}/test/**", "client/e2e/**", ".ci/additions.test.ts"],
          setupFiles: [".ci/property_seed.ts"],
          isolate: false,
          maxWorkers: 3,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "database",
          include: ["{sql,server}/test/**/*.test.ts"],
          setupFiles: [".ci/property_seed.ts"],
          globalSetup: ["sql/test/setup.ts"],
          maxWorkers: 3,
          // Real clusters are locked, cut off and killed here on a busy machine: as above, and named in the report.
          retry: process.env["CI"] ? 1 : 0,
          // Of a machine ten times slower than this needs.
          testTimeout: 300_000,
          hookTimeout: 300_000,
          expect: { poll: PATIENCE },
        },
      },
    ],
  },
});
