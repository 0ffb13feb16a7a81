// What every handler can reach.

import type { Knex } from "knex";
import type { Contract } from "#domain/contract/contract";
import type { Format } from "#domain/contract/format";
import type { CacheStatistics } from "#server/cache";
import type { Planning } from "#server/planning/planning";
import type { ReleaseWatch } from "#server/read/release_watch";
import type { Store } from "#server/read/store";
import type { Database } from "#sql/connect";
import type { Admission } from "./admission.ts";
import type { Metrics } from "./metrics.ts";

/** Facts about the database that is served. */
export interface ServedDatabase extends Pick<Database, "mode" | "version"> {
  readonly isRegisterBarred: boolean;
}

export interface Services {
  readonly store: Store;
  readonly watch: ReleaseWatch;
  readonly database: ServedDatabase;
  /** Before an answer is computed that is not in memory. */
  readonly admission: Admission;
  readonly metrics: Metrics;
  readonly planning: Planning;
  /** The database that takes what is written. */
  readonly primary: Knex;
  /** Of the answers to tiles that are given in front of Express. */
  tileStatistics(): CacheStatistics;
  /** What an import understands; loaded when somebody asks. */
  format(): Promise<Format>;
}

/** With the contracts that the app serves. */
export interface AppServices extends Services {
  readonly contracts: readonly Contract[];
}
