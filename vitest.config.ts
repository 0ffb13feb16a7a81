import { defineConfig } from "vitest/config";

/** Suites by what they need: `unit` nothing, `database` embedded and native PostGIS, `e2e` Chromium and the built app. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["{domain,tiles,seeds,sql,server,client}/**/*.test.{ts,tsx}"],
          exclude: ["**/node_modules/**", "{sql,server}/test/**", "client/e2e/**"],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "database",
          include: ["{sql,server}/test/**/*.test.ts"],
          globalSetup: ["sql/test/setup.ts"],
          // Each file has databases of its own; more at a time would wait for each other.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["client/e2e/**/*.test.ts"],
          globalSetup: ["client/e2e/app.ts"],
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          // Software rendering on a busy machine may miss a frame; what is broken fails twice.
          retry: 1,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
