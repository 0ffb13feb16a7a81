// The API over the demo, for the cases of this folder: opened once for all of them.

import { afterAll, beforeAll } from "vitest";
import { catalogContract, type Catalog } from "#domain/contract/catalog";
import { valuesContract, type AreaValue } from "#domain/contract/values";
import type { Database } from "#sql/connect";
import type { DATABASES } from "#sql/test/databases";
import { openDemo, type DemoServer } from "#server/test/running";

type Kind = (typeof DATABASES)[number];

/** What the cases ask; all but the functions is there only while a case runs. */
export interface Api extends Pick<DemoServer, "url" | "ask" | "refuse"> {
  readonly kind: Kind["name"];
  readonly database: Database;
  readonly catalog: Catalog;
  values(indicator: string, period: string, level: string, parent?: string): Promise<AreaValue[]>;
}

/** Opens the demo before the cases of a suite and stops it after them. */
export function openApi(kind: Kind): Api {
  let server: DemoServer;
  let catalog: Catalog;
  beforeAll(async () => {
    server = await openDemo(kind);
    catalog = await server.ask(catalogContract);
  });
  afterAll(() => server.stop());
  return {
    kind: kind.name,
    get url() {
      return server.url;
    },
    get database() {
      return server.test.database;
    },
    get catalog() {
      return catalog;
    },
    ask: (contract, query, params) => server.ask(contract, query, params),
    refuse: (path) => server.refuse(path),
    async values(indicator, period, level, parent) {
      const query = { indicator, period, level, ...(parent ? { parent } : {}) };
      return (await server.ask(valuesContract, query)).areas;
    },
  };
}
