// What is the same for all periods of a public edition that is being made.

import type { PeriodInput } from "#analysis/disclosure/areas";
import type { FigureCounter, PeriodAudit } from "#analysis/disclosure/certificate";
import type { CatalogIndicator } from "#domain/contract/catalog";
import type { ReleaseCatalog } from "#server/column_store/release_record";
import type { ColumnWriter } from "#server/release/column_writer";
import type { Database } from "#sql/connect";
import type { SeenRelease } from "./earlier_releases.ts";
import type { LevelCells, ListedColumn } from "./internal_columns.ts";

export interface Levels {
  readonly cells: readonly LevelCells[];
  readonly codes: readonly string[];
  readonly areas: PeriodInput["areas"];
}

/** Why the figures of a column are withheld: a byte by idx, deflated. */
export interface WithheldColumn {
  readonly level: string;
  readonly indicator: string;
  readonly period: string;
  readonly reasons: Buffer;
}

/** Everything that is the same for all periods. */
export interface Work {
  readonly database: Database;
  readonly catalog: ReleaseCatalog;
  readonly indicators: readonly CatalogIndicator[];
  readonly shownMeasures: readonly string[];
  readonly levels: Levels;
  readonly internal: ReadonlyMap<string, ListedColumn>;
  readonly seen: readonly SeenRelease[];
  readonly writer: ColumnWriter;
  readonly counter: FigureCounter;
  readonly withheld: string[];
  /** Why figures are withheld, by level, indicator and period. */
  readonly reasons: WithheldColumn[];
  /** By period. */
  readonly audits: Record<string, PeriodAudit>;
}
