// A profile that `lens inspect` wrote, edited by hand, beside the hand-written one of the same files: do both make the same release?

import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "vitest";
import { parse, stringify } from "yaml";
import type { DatasetInput } from "#domain/dataset";
import type { Finding } from "#domain/import_finding";
import type { Indicator, Term } from "#domain/indicator";
import { FindingLog } from "#server/import/findings/finding_log";
import { readDataset } from "#server/import/dataset";
import type { ImportProfile } from "#server/import/profile/profile";
import { readProfile } from "#server/import/profile/profile_file";
import { run } from "./processes.ts";
import { DATA, type RealDataset } from "./real_dataset.ts";

const PROFILES = path.resolve(import.meta.dirname, "../../seeds/profiles");

/** An edit of a written profile: the line that is found, and the lines that stand in its place. */
export interface Edit {
  readonly line: string;
  readonly becomes: readonly string[];
}

/** A profile after edits, and how many lines were changed or added. */
function edited(text: string, edits: readonly Edit[]): { text: string; count: number } {
  const lines = text.split("\n");
  let count = 0;
  for (const { line, becomes } of edits) {
    const at = lines.indexOf(line);
    expect(at, `the written profile has the line "${line}"`).toBeGreaterThanOrEqual(0);
    lines.splice(at, 1, ...becomes);
    count += Math.max(1, becomes.length - (becomes.includes(line) ? 1 : 0));
  }
  return { text: lines.join("\n"), count };
}

/** What a profile says of its areas: all but the words for its levels. */
const areasOf = ({ levels, lineage }: ImportProfile): unknown => [
  levels.map(({ label: _label, plural: _plural, ...area }) => area),
  lineage,
];

async function opened(file: string): Promise<ImportProfile> {
  const log = new FindingLog();
  const profile = await readProfile(file, log, undefined);
  expect(log.all).toEqual([]);
  return profile!.profile;
}

/** Every measure by a hash of all that a dataset states of it: level, period, code, value. */
async function hashesOf({ tables }: DatasetInput): Promise<Map<string, string>> {
  const facts = new Map<string, string[]>();
  for (const { level, measures, rows } of tables)
    for await (const batch of rows())
      for (const { code, period, values } of batch)
        for (const [at, measure] of measures.entries()) {
          const own = facts.get(measure) ?? [];
          facts.set(measure, own);
          own.push(`${level} ${period} ${code} ${values[at]}`);
        }
  return new Map(
    [...facts].map(([measure, own]) => [
      measure,
      createHash("sha256").update(own.toSorted().join("\n")).digest("hex"),
    ]),
  );
}

/** An indicator by the facts that it divides. */
function formulaOf({ numerator, denominator }: Indicator, hashes: ReadonlyMap<string, string>): string {
  const term = (sum: Term): unknown =>
    Object.entries(sum)
      .map(([measure, weight]) => [hashes.get(measure) ?? `no figures of ${measure}`, weight])
      .toSorted();
  return JSON.stringify([term(numerator), denominator && term(denominator)]);
}

export interface Comparison {
  readonly editedLines: number;
  readonly findings: readonly Finding[];
  /** Indicators of the hand-written profile that the other lacks. */
  readonly lacking: readonly string[];
}

/**
 * Has the files of a real dataset inspected, edits the profile, and compares it with the hand-written one. The areas of both are the same by
 * what they say of them; the figures are read by both onto the boundaries that are stored.
 */
export async function compareWritten(
  name: string,
  { test: { database } }: RealDataset,
  edits: readonly Edit[],
): Promise<Comparison> {
  const folder = await mkdtemp(path.join(tmpdir(), "inspect-"));
  try {
    const file = path.join(folder, `${name}.yaml`);
    const written = await run("server/cli/lens.ts", ["inspect", path.join(DATA, name), "--out", file], {})
      .finished;
    expect(written, written.stderr).toMatchObject({ status: 0 });
    const { text, count } = edited(await readFile(file, "utf8"), edits);
    await writeFile(file, text);
    const byHand = path.join(PROFILES, `${name}.yaml`);
    expect(areasOf(await opened(file))).toEqual(areasOf(await opened(byHand)));
    const figures = async (profile: string) => {
      const copy = path.join(folder, `figures_of_${path.basename(path.dirname(profile))}.yaml`);
      await writeFile(copy, await withoutAreas(profile));
      const { input, findings } = await readDataset(copy, { database, onProgress: () => {} });
      expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
      return { hashes: await hashesOf(input!), indicators: input!.manifest.indicators, findings };
    };
    const [ours, theirs] = [await figures(file), await figures(byHand)];
    const formulas = new Set(ours.indicators.map((indicator) => formulaOf(indicator, ours.hashes)));
    return {
      editedLines: count,
      findings: ours.findings,
      lacking: theirs.indicators
        .filter((indicator) => !formulas.has(formulaOf(indicator, theirs.hashes)))
        .map(({ id }) => id),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The profile without the files of its areas, so that its tables are read onto stored boundaries. */
async function withoutAreas(profile: string): Promise<string> {
  const content = parse(await readFile(profile, "utf8")) as Record<string, unknown> & {
    levels: { id: string; label: unknown }[];
    data: string;
  };
  return stringify({
    ...content,
    data: path.resolve(path.dirname(profile), content.data),
    levels: content.levels.map(({ id, label }) => ({ id, label })),
    lineage: [],
  });
}
