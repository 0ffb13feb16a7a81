// `lens import`: reads, checks and loads a profile, and prints what was found.

import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Finding } from "#domain/import_finding";
import { LANGUAGE_IDS, type Language } from "#domain/language";
import { readDataset } from "#server/import/dataset";
import { countOf } from "#server/import/findings/finding_log";
import { findingsCsv, groupFindings, groupLines } from "#server/import/findings/group_findings";
import { loadDataset } from "#server/import/load/load";
import type { LoadSummary } from "#server/import/load/load_summary";
import { UsageError, type Command } from "#server/cli/command";

interface ImportReport {
  readonly ok: boolean;
  readonly profile: string;
  readonly findings: readonly Finding[];
  /** Null when the profile or its files could not be read. */
  readonly load: Omit<LoadSummary, "findings"> | null;
}

/** Writes all findings into the data folder; returns the line that says where. */
async function saveFindings(
  findings: readonly Finding[],
  dataDir: string,
  { profile, language }: ImportArguments,
): Promise<string> {
  const folder = join(dataDir, "findings");
  const file = join(folder, `${basename(profile).replace(/\.ya?ml$/i, "")}.csv`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(file, findingsCsv(findings, language), { mode: 0o600 });
  return `all findings: ${file}`;
}

function summaryLines({ findings, load }: ImportReport): string[] {
  const count = (severity: Finding["severity"]): number =>
    findings.reduce((sum, finding) => sum + (finding.severity === severity ? countOf(finding) : 0), 0);
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
  for (const { section, id, state } of load.things) lines.push(`${section} ${id}: ${state}`);
  if (load.isDryRun) lines.push("dry run: nothing was changed");
  else if (load.draft !== null)
    lines.push(`draft release ${load.draft} is ready: npm run lens -- publish ${load.draft}`);
  return lines;
}

interface ImportArguments {
  readonly profile: string;
  readonly isDryRun: boolean;
  readonly isJson: boolean;
  /** Of what is said about each rule. */
  readonly language: Language;
}

function languageOf(word: unknown): Language {
  const language = LANGUAGE_IDS.find((id) => id === word);
  if (!language)
    throw new UsageError(`--language is "${String(word)}": known are ${LANGUAGE_IDS.join(", ")}`);
  return language;
}

export const importCommand: Command<ImportArguments> = {
  name: "import",
  operands: ["PROFILE"],
  options: {
    "dry-run": { type: "boolean" },
    json: { type: "boolean" },
    language: { type: "string", value: LANGUAGE_IDS.join("|") },
  },
  summary: "read a dataset, check it, load it and make a draft release of it",
  parse: ({ operands: [profile = ""], options }) => ({
    profile,
    isDryRun: options["dry-run"] === true,
    isJson: options["json"] === true,
    language: languageOf(options["language"] ?? "en"),
  }),
  async run(words, { database, config, user, onProgress, print }) {
    const { profile, isDryRun, isJson, language } = words;
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
    if (isJson) print(JSON.stringify(report));
    else {
      const groups = groupFindings(all);
      const isWhole = groups.every(({ count, examples }) => count === examples.length);
      const saved = isWhole ? [] : [await saveFindings(all, config.dataDir, words)];
      print([...groupLines(groups, language), ...saved, ...summaryLines(report)].join("\n"));
    }
    return report.ok;
  },
};
