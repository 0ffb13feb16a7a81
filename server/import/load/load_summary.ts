// What a load did, for people and programs.

import type { DatasetInput } from "#domain/dataset";
import type { Finding } from "#domain/import_finding";
import type { Draft } from "#server/release/make_draft";
import type { CutLevel } from "./cut_tiles.ts";
import type { News } from "./dataset_diff.ts";
import type { NumberedLevel } from "#server/import/boundaries/number_areas";
import type { ReadTable } from "#server/import/tables/read_facts";
import type { StagedRegister } from "#server/import/register/stage_register";

export interface LoadSummary {
  readonly dataset: string;
  readonly isDryRun: boolean;
  /** True when everything was stored already. */
  readonly isUnchanged: boolean;
  /** True when some finding is an error: nothing was written. */
  readonly hasErrors: boolean;
  readonly findings: readonly Finding[];
  readonly boundaries: {
    readonly state: "new" | "unchanged" | "none";
    /** Areas by level id, where they were read. */
    readonly areas: Readonly<Record<string, number>>;
    readonly tiles: number;
  };
  readonly tables: readonly {
    readonly id: string;
    readonly fileName: string;
    readonly state: "new" | "replaced" | "unchanged";
    readonly rows: number | null;
  }[];
  /** Records of households and people; null where the dataset brings none. */
  readonly register: {
    readonly state: "new" | "replaced" | "unchanged";
    readonly households: number | null;
    readonly persons: number | null;
  } | null;
  /** The draft that shows the new state; null in a dry run, after errors and when nothing changed. */
  readonly draft: number | null;
}

/** What was done of what is new. */
export interface Done {
  readonly isDryRun: boolean;
  readonly hasErrors: boolean;
  readonly findings: readonly Finding[];
  /** Levels that were read. */
  readonly levels: readonly NumberedLevel[];
  readonly cut: readonly CutLevel[];
  readonly read: readonly ReadTable[];
  readonly staged: StagedRegister | undefined;
  /** Null where none was made. */
  readonly draft: Draft | null;
}

/** Sums up what a load did with a dataset. */
export function summarise(input: DatasetInput, news: News, done: Done): LoadSummary {
  const { draft, staged } = done;
  return {
    dataset: input.manifest.dataset,
    isDryRun: done.isDryRun,
    isUnchanged: !news.hasBoundaries && news.tables.length === 0 && !news.register && !draft?.isNew,
    hasErrors: done.hasErrors,
    findings: done.findings,
    boundaries: {
      state: news.hasBoundaries ? "new" : input.boundaries ? "unchanged" : "none",
      areas: Object.fromEntries(done.levels.map((level) => [level.id, level.codes.length])),
      tiles: done.cut.reduce((sum, { records }) => sum + records.length, 0),
    },
    tables: input.tables.map((table) => ({
      id: table.id,
      fileName: table.fileName,
      state: !news.tables.includes(table)
        ? "unchanged"
        : news.batches.some(({ tableId }) => tableId === table.id)
          ? "replaced"
          : "new",
      rows: done.read.find((one) => one.table === table)?.rowCount ?? null,
    })),
    register: input.register
      ? {
          state: !news.register ? "unchanged" : news.registerBatch ? "replaced" : "new",
          households: staged?.householdCount ?? null,
          persons: staged?.personCount ?? null,
        }
      : null,
    draft: draft?.isNew ? draft.number : null,
  };
}
