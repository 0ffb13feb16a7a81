// `lens import`: reads, checks and loads a profile, and prints what was found.

import { join } from "node:path";
import type { Finding } from "#domain/import_finding";
import { readDataset } from "#server/import/dataset";
import { loadDataset } from "#server/import/load/load";
import type { LoadSummary } from "#server/import/load/load_summary";
import type { Command } from "#server/cli/command";

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
  else if (load.draft !== null)
    lines.push(`draft release ${load.draft} is ready: npm run lens -- publish ${load.draft}`);
  return lines;
}

interface ImportArguments {
  readonly profile: string;
  readonly isDryRun: boolean;
  readonly isJson: boolean;
}

export const importCommand: Command<ImportArguments> = {
  name: "import",
  operands: ["PROFILE"],
  options: { "dry-run": { type: "boolean" }, json: { type: "boolean" } },
  summary: "read a dataset, check it, load it and make a draft release of it",
  parse: ({ operands: [profile = ""], options }) => ({
    profile,
    isDryRun: options["dry-run"] === true,
    isJson: options["json"] === true,
  }),
  async run({ profile, isDryRun, isJson }, { database, config, user, onProgress, print }) {
    const { input, findings } = await readDataset(profile, { database, onProgress });
    const summary =
      input &&
      (await loadDataset(database, input, {
        dryRun: isDryRun,
        importedBy: user,
        findings,
        onProgress,
        tempDir: join(config.dataDir, "tmp"),
      }));
    const { findings: all, ...load } = summary ?? { findings };
    const report: ImportReport = {
      ok: summary !== null && !summary.hasErrors,
      profile,
      findings: all,
      load: summary ? (load as Omit<LoadSummary, "findings">) : null,
    };
    const lines = isJson ? [JSON.stringify(report)] : [...all.map(findingLine), ...summaryLines(report)];
    print(lines.join("\n"));
    return report.ok;
  },
};
