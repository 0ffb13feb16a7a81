// `import`: reads, checks and loads a profile, and says what was found.

import type { Finding } from "#domain/import_finding";
import type { Database } from "#sql/connect";
import { readDataset } from "#server/import/dataset";
import { loadDataset } from "#server/import/load/load";
import type { LoadSummary } from "#server/import/load/load_summary";
import { progressTo } from "#server/progress";
import type { Command } from "./command_line.ts";

interface ImportReport {
  readonly ok: boolean;
  readonly profile: string;
  readonly findings: readonly Finding[];
  /** Null when the profile or its files could not be read. */
  readonly load: Omit<LoadSummary, "findings"> | null;
}

function findingLine(finding: Finding): string {
  const place = [
    finding.file,
    finding.row === null ? null : `row ${finding.row}`,
    finding.column === null ? null : `column ${finding.column}`,
  ].filter((part) => part !== null);
  return `${finding.severity} ${finding.rule}${place.length > 0 ? ` (${place.join(", ")})` : ""}: ${finding.message}; ${finding.action}`;
}

function summaryLines({ findings, load }: ImportReport): string[] {
  const count = (severity: Finding["severity"]): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const counts = `${count("error")} errors, ${count("warning")} warnings, ${count("note")} notes`;
  if (!load || load.hasErrors) return [counts, "nothing was changed"];
  if (load.isUnchanged) return [counts, "everything is stored already: nothing was changed"];
  const areas = Object.entries(load.boundaries.areas).map(([level, n]) => `${n} ${level}`);
  const lines = [counts];
  if (load.boundaries.state === "new") lines.push(`boundaries: ${areas.join(", ")}`);
  for (const table of load.tables)
    lines.push(`table ${table.id}: ${table.state}${table.rows === null ? "" : `, ${table.rows} rows`}`);
  if (load.register)
    lines.push(
      `register: ${load.register.state}${load.register.households === null ? "" : `, ${load.register.households} households, ${load.register.persons} people`}`,
    );
  if (load.isDryRun) lines.push("dry run: nothing was changed");
  else if (load.draft !== null) lines.push(`draft release ${load.draft} is ready: npm run lens -- publish`);
  return lines;
}

/** Runs the import and tells whether all is well. */
export async function runImport(
  database: Database,
  command: Extract<Command, { name: "import" }>,
  context: { importedBy: string; tempDir: string },
): Promise<boolean> {
  const onProgress = progressTo(process.stderr);
  const { input, findings } = await readDataset(command.profile, { database, onProgress });
  const summary =
    input &&
    (await loadDataset(database, input, { dryRun: command.isDryRun, findings, onProgress, ...context }));
  const { findings: all, ...load } = summary ?? { findings };
  const report: ImportReport = {
    ok: summary !== null && !summary.hasErrors,
    profile: command.profile,
    findings: all,
    load: summary ? (load as Omit<LoadSummary, "findings">) : null,
  };
  const lines = command.isJson
    ? [JSON.stringify(report)]
    : [...all.map(findingLine), ...summaryLines(report)];
  process.stdout.write(`${lines.join("\n")}\n`);
  return report.ok;
}
