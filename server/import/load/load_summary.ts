// What a load did, for people and programs.

import type { DatasetInput } from "#domain/dataset";
import type { Finding } from "#domain/import_finding";
import type { Draft } from "#server/release/make_draft";
import { summariseThings, type ThingSummary } from "#server/import/things/stored_things";
import type { CutLevel } from "./cut_tiles.ts";
import type { DatasetDiff } from "./dataset_diff.ts";
import type { StagedDataset } from "./stage_dataset.ts";

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
  /** Layers beside the areas. */
  readonly context: readonly { readonly layer: string; readonly state: "new" | "unchanged" }[];
  /** Records of households and people; null where the dataset brings none. */
  readonly register: {
    readonly state: "new" | "replaced" | "unchanged";
    readonly households: number | null;
    readonly persons: number | null;
  } | null;
  /** Facilities and roads, by source. */
  readonly things: readonly ThingSummary[];
  /** The draft that shows the new state; null in a dry run, after errors and when nothing changed. */
  readonly draft: number | null;
}

/** What a load did with what is new. */
interface LoadResult {
  readonly isDryRun: boolean;
  readonly hasErrors: boolean;
  readonly findings: readonly Finding[];
  readonly cut: readonly CutLevel[];
  readonly staged: StagedDataset;
  /** Null where none was made. */
  readonly draft: Draft | null;
}

/** Summary of a load. */
export function summarise(input: DatasetInput, diff: DatasetDiff, result: LoadResult): LoadSummary {
  const { draft, staged } = result;
  return {
    dataset: input.manifest.dataset,
    isDryRun: result.isDryRun,
    isUnchanged:
      !diff.hasBoundaries &&
      diff.tables.length === 0 &&
      !diff.register &&
      diff.things.facilities.length + diff.things.roads.length === 0 &&
      diff.context.length === 0 &&
      !draft?.isNew,
    hasErrors: result.hasErrors,
    findings: result.findings,
    boundaries: {
      state: diff.hasBoundaries ? "new" : input.boundaries ? "unchanged" : "none",
      areas: Object.fromEntries(staged.levels.map((level) => [level.id, level.codes.length])),
      tiles: result.cut.reduce((sum, { records }) => sum + records.length, 0),
    },
    tables: input.tables.map((table) => ({
      id: table.id,
      fileName: table.fileName,
      state: !diff.tables.includes(table)
        ? "unchanged"
        : diff.batches.some(({ tableId }) => tableId === table.id)
          ? "replaced"
          : "new",
      rows: staged.tables.find((stagedTable) => stagedTable.table === table)?.rowCount ?? null,
    })),
    context: (input.context ?? []).map((layer) => ({
      layer: layer.layer,
      state: diff.context.includes(layer) ? "new" : "unchanged",
    })),
    register: input.register
      ? {
          state: !diff.register ? "unchanged" : diff.registerBatch ? "replaced" : "new",
          households: staged.register?.householdCount ?? null,
          persons: staged.register?.personCount ?? null,
        }
      : null,
    things: summariseThings(input.things, diff.things),
    draft: draft?.isNew ? draft.number : null,
  };
}
