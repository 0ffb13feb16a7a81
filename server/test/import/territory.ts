// A database for the small territory, empty before each case and served when a case asks for it.

import { afterAll, afterEach, beforeAll } from "vitest";
import { valuesContract } from "#domain/contract/values";
import type { DatasetInput } from "#domain/dataset";
import type { Database } from "#sql/connect";
import type { DATABASES, TestDatabase } from "#sql/test/databases";
import { loadDataset, type LoadOptions } from "#server/import/load/load";
import type { LoadSummary } from "#server/import/load/load_summary";
import type { RunningServer } from "#server/running_server";
import { asking, pathOf, serveDatabase, SILENT, type Asking } from "#server/test/running";
import { unprotected } from "#server/test/unprotected";

/** Everything that an import may change. */
const TABLES = [
  "catalog.dataset",
  "catalog.measure",
  "catalog.indicator",
  "geo.level",
  "geo.boundary_version",
  "geo.area",
  "geo.lineage",
  "fact.batch",
  "fact.measure_value",
  "release.release",
  "release.lineage",
  "release.column",
  "release.column_data",
  "release.public_edition",
  "tile.level_zoom",
  "tile.geometry",
];

/** What the cases work with; all but the functions is there only while a case runs. */
export interface SmallTerritory extends Asking {
  readonly database: Database;
  /** Where it is served. */
  readonly url: string;
  load(input: DatasetInput, options?: Partial<LoadOptions>): Promise<LoadSummary>;
  /** Serves the database until the case ends. */
  serve(): Promise<void>;
  /** Everything that is stored, as text. */
  contents(): Promise<string>;
  /** Served headcounts as `CODE numerator/denominator`, or the status that refuses them. */
  values(level: string, period: string, release?: number): Promise<string[] | number>;
}

/** Opens the database before the cases of a suite, empties it after each, and drops it after all. */
export function openSmall(kind: (typeof DATABASES)[number]): SmallTerritory {
  let test: TestDatabase;
  let server: RunningServer | null = null;
  const url = (): string => server!.url;
  beforeAll(async () => {
    test = await kind.open();
  });
  afterEach(async () => {
    await server?.stop();
    server = null;
    await unprotected(test.database, `truncate ${TABLES.join()} restart identity cascade`);
  });
  afterAll(() => test.drop());
  return {
    get database() {
      return test.database;
    },
    get url() {
      return url();
    },
    ...asking(url),
    load: (input, options = {}) => loadDataset(test.database, input, { ...SILENT, ...options }),
    async serve() {
      await server?.stop();
      server = await serveDatabase(test.database, test.config);
    },
    async contents() {
      const parts: string[] = [];
      for (const name of TABLES) {
        const { rows } = await test.database.knex.raw<{ rows: { text: string }[] }>(
          `select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as text from ${name} t`,
        );
        parts.push(`${name} ${rows[0]!.text}`);
      }
      return parts.join("\n");
    },
    async values(level, period, release) {
      const query = {
        indicator: "headcount_ratio",
        period,
        level,
        ...(release ? { release: String(release) } : {}),
      };
      const response = await fetch(url() + pathOf(valuesContract, query));
      if (!response.ok) return response.status;
      const { areas } = valuesContract.response.parse(await response.json());
      return areas.map(({ code, numerator, denominator }) => `${code} ${numerator}/${denominator}`);
    },
  };
}
