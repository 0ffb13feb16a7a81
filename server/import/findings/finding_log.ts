// Collects findings while a dataset is read, and says them in a few lines.

import type { Finding } from "#domain/import_finding";

/** What a check hands in; what is left out is null. */
export type FindingPart = Pick<Finding, "severity" | "rule" | "message" | "action"> & Partial<Finding>;

/** An error that ends the reading of a file or a profile; it becomes a finding of severity `error`. */
export class ImportFault extends Error {
  readonly part: Omit<FindingPart, "severity" | "message">;

  constructor(message: string, part: Omit<FindingPart, "severity" | "message">) {
    super(message);
    this.name = "ImportFault";
    this.part = part;
  }
}

/** All findings of one import, in the order they were made; a file that is read twice says a thing once. */
export class FindingLog {
  readonly all: Finding[] = [];
  private readonly said = new Set<string>();

  add(part: FindingPart): void {
    const id = [part.rule, part.file, part.row, part.column, part.message].join("\n");
    if (this.said.has(id)) return;
    this.said.add(id);
    this.all.push({ file: null, row: null, column: null, value: null, ...part });
  }

  /** Turns a fault into a finding; rethrows anything else. */
  addFault(error: unknown): void {
    if (!(error instanceof ImportFault)) throw error;
    this.add({ ...error.part, severity: "error", message: error.message });
  }

  get hasErrors(): boolean {
    return this.all.some((finding) => finding.severity === "error");
  }
}

const ORDER = { error: 0, warning: 1, note: 2 } as const;
const EXAMPLES = 3;

function place(finding: Finding): string {
  const parts = [finding.file, finding.row === null ? null : `row ${finding.row}`, finding.column];
  const text = parts.filter((part) => part !== null).join(", ");
  return text === "" ? "" : `${text}: `;
}

/**
 * Writes findings for a person: errors first, one block per rule with its count and the first three examples;
 * the empty list gives "no findings".
 */
export function summarizeFindings(findings: readonly Finding[]): string {
  if (findings.length === 0) return "no findings";
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const id = `${finding.severity} ${finding.rule}`;
    const group = groups.get(id);
    if (group) group.push(finding);
    else groups.set(id, [finding]);
  }
  const blocks = [...groups.values()].sort((a, b) => ORDER[a[0]!.severity] - ORDER[b[0]!.severity]);
  const lines = blocks.flatMap((group) => {
    const first = group[0]!;
    const rest = group.length - EXAMPLES;
    return [
      `${first.severity}  ${first.rule} × ${group.length}`,
      ...group
        .slice(0, EXAMPLES)
        .map((finding) => `  ${place(finding)}${finding.message} → ${finding.action}`),
      ...(rest > 0 ? [`  … and ${rest} more`] : []),
    ];
  });
  const count = (severity: Finding["severity"]): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return [...lines, `${count("error")} errors, ${count("warning")} warnings, ${count("note")} notes`].join(
    "\n",
  );
}
