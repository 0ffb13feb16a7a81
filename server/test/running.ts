// Databases with the demo in them and servers over them, for the tests of this folder.

import { expect } from "vitest";
import type { z } from "zod";
import type { Contract } from "#domain/contract/contract";
import { problemSchema, type Problem } from "#domain/contract/contract";
import type { DatasetInput } from "#domain/dataset";
import { demoDataset } from "#seeds/demo/dataset";
import type { Database, DatabaseConfig } from "#sql/connect";
import type { DATABASES, TestDatabase } from "#sql/test/databases";
import type { Preparation } from "#sql/test/preparation";
import { readConfig } from "#server/config";
import { loadDataset, type LoadOptions } from "#server/import/load/load";
import type { LoadSummary } from "#server/import/load/load_summary";
import { makeLog } from "#server/log";
import { startServer, type RunningServer } from "#server/running_server";
import { publish } from "#server/release/publish";

export const SILENT: LoadOptions = {
  dryRun: false,
  importedBy: "test",
  findings: [],
  onProgress: () => undefined,
};

/** The demo at a size at which every level has several areas and the suites stay quick. */
export const smallDemo = () => demoDataset({ villages: 300 });

export const loadDemo = (database: Database, dataset: DatasetInput = smallDemo()): Promise<LoadSummary> =>
  loadDataset(database, dataset, SILENT);

/** A database in which a dataset is published. */
export const publishing = (name: string, dataset: () => DatasetInput): Preparation => ({
  name,
  async fill(database) {
    await loadDemo(database, dataset());
    await publish(database, "the demo");
  },
});

export const WITH_DEMO = publishing("demo", smallDemo);

/** Serves a database on a free port; stopping the server leaves the database open. */
export function serveDatabase(database: Database, config: DatabaseConfig): Promise<RunningServer> {
  return startServer(
    { ...readConfig({}), port: 0, dataDir: config.dataDir },
    { ...database, close: async () => undefined },
    makeLog("silent"),
  );
}

/** Ways to ask a server. */
export interface Asking {
  /** Asks by a contract: 200, and the answer has the shape that the contract declares, nothing more. */
  ask<P extends z.ZodObject, Q extends z.ZodObject, R extends z.ZodObject>(
    contract: Contract<P, Q, R>,
    query?: Record<string, string>,
    params?: Record<string, string>,
  ): Promise<z.infer<R>>;
  /** Asks for what must fail, and gives status and problem. */
  refuse(path: string): Promise<{ status: number; problem: Problem }>;
}

export interface DemoServer extends Asking {
  readonly url: string;
  readonly test: TestDatabase;
  stop(): Promise<void>;
}

/** The path of a contract with its parameters filled in. */
export function pathOf(
  contract: Pick<Contract, "path">,
  query: Record<string, string> = {},
  params: Record<string, string> = {},
): string {
  const path = contract.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name]!));
  const search = new URLSearchParams(query).toString();
  return search ? `${path}?${search}` : path;
}

/** The ways to ask the server at `url`, which may come and go. */
export const asking = (url: () => string): Asking => ({
  async ask(contract, query, params) {
    const response = await fetch(url() + pathOf(contract, query, params));
    const body: unknown = await response.json();
    expect(response.status, JSON.stringify(body).slice(0, 500)).toBe(200);
    const parsed = contract.response.parse(body);
    expect(body).toEqual(parsed);
    return parsed;
  },
  async refuse(path) {
    const response = await fetch(url() + path);
    expect(response.headers.get("content-type"), path).toContain("application/problem+json");
    return { status: response.status, problem: problemSchema.parse(await response.json()) };
  },
});

/** Opens and serves a database with the demo in it. */
export async function openDemo(
  kind: (typeof DATABASES)[number],
  preparation: Preparation = WITH_DEMO,
): Promise<DemoServer> {
  const test = await kind.open(preparation);
  const server = await serveDatabase(test.database, test.config);
  return {
    url: server.url,
    test,
    ...asking(() => server.url),
    async stop() {
      await server.stop();
      await test.drop();
    },
  };
}
