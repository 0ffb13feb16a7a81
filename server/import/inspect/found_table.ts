// A table of figures as `lens inspect` found it, ready to be written into a profile.

import type { FileSpec } from "#server/import/profile/profile";
import type { CodeColumn } from "./codes.ts";
import type { FoundLevel } from "./levels.ts";
import type { ImpliedWhole } from "./implied_whole.ts";
import type { MeasuredColumn } from "./measured_columns.ts";
import type { PeriodSpec } from "./periods.ts";
import type { SeenSource } from "./seen_source.ts";

export interface FoundTable {
  readonly id: string;
  readonly source: SeenSource;
  readonly spec: FileSpec;
  readonly level: FoundLevel;
  readonly key: CodeColumn;
  /** Null until one is guessed. */
  period: PeriodSpec | null;
  periodRemark: string;
  columns: MeasuredColumn[];
  readonly pivot?: {
    readonly column: string;
    readonly value: string;
    readonly as: Readonly<Record<string, string>>;
  };
  readonly rows?: "sum" | "count";
  readonly join?: { readonly key: CodeColumn; readonly columns: readonly string[] };
  readonly where?: string;
  readonly checks?: readonly string[];
  readonly missing?: Readonly<Record<string, string>>;
  readonly decimal?: ",";
  readonly remarks: readonly string[];
  /** The whole that its counts and shares imply. */
  readonly whole?: ImpliedWhole;
}

/** The key of a table as a profile writes it. */
export const keySpec = ({
  column: { name, asKey },
  pad,
}: CodeColumn): string | Readonly<Record<string, unknown>> =>
  asKey ?? (pad === undefined ? name : { column: name, pad });
