// Findings as people read them: by rule, with a few examples of each.

import type { Finding } from "#domain/import_finding";
import { countOf } from "./finding_log.ts";

const EXAMPLES = 3;
const SEVERITIES: readonly Finding["severity"][] = ["error", "warning", "note"];

export interface FindingGroup {
  readonly severity: Finding["severity"];
  readonly rule: string;
  /** How many there are, with those that are counted and not listed. */
  readonly count: number;
  readonly examples: readonly Finding[];
}

/** Findings by severity and rule, errors first, the most frequent rule of each severity first. */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<
    string,
    { severity: Finding["severity"]; rule: string; count: number; examples: Finding[] }
  >();
  for (const finding of findings) {
    const { severity, rule } = finding;
    const id = `${severity} ${rule}`;
    const group = groups.get(id) ?? { severity, rule, count: 0, examples: [] };
    groups.set(id, group);
    group.count += countOf(finding);
    if (group.examples.length < EXAMPLES) group.examples.push(finding);
  }
  return [...groups.values()].sort(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.count - a.count,
  );
}

/** Where a finding is: `t.csv, row 3, column people`; "" for one of no file. */
const placeOf = ({ file, row, column }: Finding): string =>
  [file, row === null ? null : `row ${row}`, column === null ? null : `column ${column}`]
    .filter((part) => part !== null)
    .join(", ");

/** Lines of text: a rule with its number, its examples below it. */
export function groupLines(groups: readonly FindingGroup[]): string[] {
  return groups.flatMap(({ severity, rule, count, examples }) => [
    `${severity} ${rule}: ${count}`,
    ...examples.map((finding) => {
      const place = placeOf(finding);
      return `  ${place === "" ? "" : `${place}: `}${finding.message}; ${finding.action}`;
    }),
    ...(count > examples.length ? [`  … and ${count - examples.length} more`] : []),
  ]);
}

const COLUMNS = ["severity", "rule", "file", "row", "column", "value", "message", "action"] as const;

/** All findings as CSV, for a spreadsheet: with a byte order mark, and no field that it would take for a formula. */
export function findingsCsv(findings: readonly Finding[]): string {
  const field = (value: string | number | null): string => {
    const text = String(value ?? "");
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = findings.map((finding) => COLUMNS.map((column) => field(finding[column])).join());
  return `\uFEFF${[COLUMNS.join(), ...lines].join("\r\n")}\r\n`;
}
