// A log of findings about personal records: they name row, column and rule, and never what stands in a field.

import type { Finding } from "#domain/import_finding";
import { FindingLog, ImportFault, type FindingPart } from "#server/import/findings/finding_log";

/** Findings of one rule in one column above this many are counted, not listed. */
const LISTED = 200;

/** What general readers may find in a file, said without quoting it. */
const SAFE_MESSAGES: Readonly<Record<string, string>> = {
  csv_malformed: "is no table: a quote is not closed, or stands where none may",
  file_empty: "holds no row",
  byte_order_mark: "starts with a byte order mark",
  not_utf8: "holds bytes that are not UTF-8",
  line_ends: "mixes line ends",
};

/** Takes everything that might quote the file out of a finding. */
function withoutContent(part: FindingPart, isOurs: boolean): FindingPart {
  return {
    ...part,
    value: null,
    message: isOurs ? part.message : (SAFE_MESSAGES[part.rule] ?? `breaks the rule ${part.rule}`),
  };
}

export class PrivateLog extends FindingLog {
  readonly #counts = new Map<string, { count: number; last: FindingPart }>();

  /** Adds what a reader of any file has found. */
  override add(part: FindingPart): void {
    super.add(withoutContent(part, false));
  }

  /** Adds a finding whose message the register's own code has written, without content. */
  note(part: Omit<FindingPart, "value">): void {
    const id = [part.rule, part.file, part.column].join("\n");
    const count = (this.#counts.get(id)?.count ?? 0) + 1;
    this.#counts.set(id, { count, last: part });
    if (count <= LISTED) super.add(withoutContent(part, true));
  }

  override addFault(error: unknown): void {
    if (!(error instanceof ImportFault)) throw error;
    // A missing column or file is named by the profile, not by the file's content.
    const isOfProfile = ["column_unknown", "file_missing"].includes(error.part.rule);
    super.add({
      ...withoutContent({ ...error.part, severity: "error", message: error.message }, isOfProfile),
      ...(error.part.rule === "column_unknown"
        ? { message: `has no column "${error.part.column ?? ""}": look at the profile and the header` }
        : null),
    });
  }

  /** All findings, with one that counts those of a rule that are not listed. */
  finished(): Finding[] {
    const more = [...this.#counts.values()]
      .filter(({ count }) => count > LISTED)
      .map(({ count, last }): Finding => ({
        file: null,
        column: null,
        ...last,
        row: null,
        value: null,
        message: `${count - LISTED} more like the ones before`,
      }));
    return [...this.all, ...more];
  }
}
