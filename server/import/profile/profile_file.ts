// Reads a profile file: YAML that is checked against the schema, with the line of everything that is wrong.

import { readFile } from "node:fs/promises";
import path from "node:path";
import { isMap, isNode, LineCounter, parseDocument, type Document } from "yaml";
import type { z } from "zod";
import type { Manifest } from "#domain/manifest";
import { measuresOf, samplingMeasuresOf, type Indicator } from "#domain/indicator";
import { INDICATORS, MEASURES } from "#domain/registry/index";
import { indexIndicators, indexMeasures } from "#domain/register/index_measures";
import { lineIndicators, lineMeasures } from "#domain/register/income_line";
import { furtherLines } from "#server/import/register/lines_profile";
import { declaredIndices } from "#server/import/register/profile";
import type { FindingLog } from "#server/import/findings/finding_log";
import { ImportFault } from "#server/import/findings/import_fault";
import { profileSchema, type ImportProfile } from "./profile.ts";

export interface OpenedProfile {
  readonly profile: ImportProfile;
  readonly manifest: Manifest;
  /** Folder that file names start from. */
  readonly folder: string;
}

type Issue = z.core.$ZodIssue;

/** Issues of the branch of a union that got furthest: it is the one that was meant. */
function flatten(issue: Issue): Issue[] {
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return [issue];
  const depth = (branch: Issue[]): number =>
    Math.max(
      ...branch.map((each) =>
        each.code === "invalid_type" && each.path.length === 0
          ? -1
          : each.path.length * 2 + (each.code === "unrecognized_keys" ? 0 : 1),
      ),
    );
  const branches = issue.errors.filter((branch) => depth(branch) >= 0);
  const best = branches.sort((a, b) => a.length - b.length)[0];
  if (!best) return [issue];
  return best.flatMap((each) => flatten({ ...each, path: [...issue.path, ...each.path] }));
}

function lineOf(document: Document, lines: LineCounter, where: readonly PropertyKey[], key?: string): number {
  for (let length = where.length; length >= 0; length--) {
    const node: unknown = document.getIn(where.slice(0, length), true);
    if (key !== undefined && length === where.length && isMap(node)) {
      const pair = node.items.find((item) => String(item.key) === key);
      if (pair && isNode(pair.key) && pair.key.range) return lines.linePos(pair.key.range[0]).line;
    }
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

const pathText = (where: readonly PropertyKey[]): string =>
  where
    .map((part) => (typeof part === "number" ? `[${part + 1}]` : `.${String(part)}`))
    .join("")
    .replace(/^\./, "");

/** The stated error of a statistic as the registry has it. */
function samplingOf(
  error: NonNullable<ImportProfile["indicators"][number]["error"]>,
): NonNullable<Indicator["sampling"]> {
  return "standard_error" in error ? { standardError: error.standard_error } : error;
}

function toIndicator(row: ImportProfile["indicators"][number]): Indicator {
  const { ratio, sum, statistic, weight, error, unit, ...rest } = row;
  delete rest.replaces;
  if (statistic !== undefined)
    return {
      ...(rest as Omit<Indicator, "unit" | "numerator" | "denominator">),
      unit: unit!,
      numerator: { [statistic]: 1 },
      denominator: null,
      rollUp: weight === undefined ? "own_level" : "weighted_mean",
      statistic: weight === undefined ? {} : { weight },
      ...(error ? { sampling: samplingOf(error) } : {}),
    };
  return {
    ...(rest as Omit<Indicator, "unit" | "numerator" | "denominator">),
    unit: unit ?? "share",
    numerator: ratio ? ratio[0] : (sum ?? {}),
    denominator: ratio ? ratio[1] : null,
  };
}

function toManifest(profile: ImportProfile): Manifest {
  const indices = profile.register ? declaredIndices(profile.register) : [];
  const lines = profile.register ? furtherLines(profile.register) : [];
  return {
    dataset: profile.dataset,
    title: profile.title,
    licence: profile.licence,
    isFictional: profile.fictional ?? false,
    defaultLanguage: profile.language,
    ...(profile.currency ? { currency: profile.currency } : {}),
    levels: profile.levels.map(({ id, label, plural }, ordinal) => ({
      id,
      ordinal,
      label,
      ...(plural ? { plural } : {}),
    })),
    measures: [...profile.measures, ...indices.flatMap(indexMeasures), ...lines.flatMap(lineMeasures)],
    indicators: [
      ...profile.indicators.map(toIndicator),
      ...indices.flatMap(indexIndicators),
      ...lines.flatMap(lineIndicators),
    ],
  };
}

/** Names that point to nothing: levels of tables, measures of tables and indicators. */
function* danglingNames(profile: ImportProfile, manifest: Manifest): Generator<[PropertyKey[], string]> {
  const levels = profile.levels.map((level) => level.id);
  const measures = [...MEASURES, ...manifest.measures].map((measure) => measure.id);
  const known = new Set(measures);
  const statistics = new Set(profile.measures.flatMap(({ id, statistic }) => (statistic ? [id] : [])));
  const unknown = (measure: string): string =>
    `unknown measure "${measure}": known are ${measures.join(", ")}`;
  const ids = new Map<string, PropertyKey[]>();
  for (const [i, table] of profile.tables.entries()) {
    if (!levels.includes(table.level))
      yield [["tables", i, "level"], `unknown level "${table.level}": known are ${levels.join(", ")}`];
    for (const measure of Object.keys(table.columns ?? {}))
      if (!known.has(measure)) yield [["tables", i, "columns", measure], unknown(measure)];
    for (const [value, measure] of Object.entries(table.pivot?.as ?? {}))
      if (!known.has(measure)) yield [["tables", i, "pivot", "as", value], unknown(measure)];
    for (const measure of [...Object.keys(table.columns ?? {}), ...Object.values(table.pivot?.as ?? {})])
      if ((table.rows === "sum" || table.rows === "count") && statistics.has(measure))
        yield [
          ["tables", i, "rows"],
          `"${measure}" is a statistic, of which rows cannot be added or counted`,
        ];
    if (typeof table.sample === "object")
      for (const [key, measure] of Object.entries(table.sample))
        if (!known.has(measure)) yield [["tables", i, "sample", key], unknown(measure)];
    const id = tableId(table);
    if (ids.has(id)) yield [["tables", i], `table id "${id}" is there already: give it an "id" of its own`];
    ids.set(id, ["tables", i]);
  }
  if (typeof profile.sample === "object")
    for (const [key, measure] of Object.entries(profile.sample))
      if (!known.has(measure)) yield [["sample", key], unknown(measure)];
  for (const section of ["facilities", "roads"] as const) {
    const taken = new Set<string>();
    for (const [i, source] of profile[section].entries()) {
      const id = tableId(source);
      if (taken.has(id)) yield [[section, i], `id "${id}" is there already: give it an "id" of its own`];
      taken.add(id);
    }
  }
  // Those behind the profile's own are made of the indices of its register.
  for (const [i, indicator] of manifest.indicators.slice(0, profile.indicators.length).entries()) {
    for (const measure of [...measuresOf(indicator), ...samplingMeasuresOf(indicator)])
      if (!known.has(measure)) yield [["indicators", i], unknown(measure)];
    yield* misusedStatistics(indicator, statistics, ["indicators", i]);
    const isBuiltIn = INDICATORS.some((each) => each.id === indicator.id);
    const { replaces } = profile.indicators[i]!;
    if (isBuiltIn && !replaces)
      yield [
        ["indicators", i, "id"],
        `indicator "${indicator.id}" is built in: choose another id, or write "replaces: built-in"`,
      ];
    if (replaces && !isBuiltIn)
      yield [["indicators", i, "id"], `indicator "${indicator.id}" is not built in: it replaces nothing`];
  }
  for (const [i, level] of profile.levels.entries()) {
    if (levels.indexOf(level.id) !== i) yield [["levels", i, "id"], `level "${level.id}" is there already`];
    if (level.file !== undefined && level.code === undefined)
      yield [["levels", i], `level "${level.id}" has a file but no code`];
    if (level.file !== undefined && i > 0 && level.parent === undefined)
      yield [["levels", i], `level "${level.id}" does not say how an area's parent is found`];
  }
}

/** Measures of an indicator that add up where they may not, or do not where they must. */
function* misusedStatistics(
  indicator: Indicator,
  statistics: ReadonlySet<string>,
  where: PropertyKey[],
): Generator<[PropertyKey[], string]> {
  const [own] = Object.keys(indicator.numerator);
  if (indicator.statistic) {
    for (const measure of [own!, ...samplingMeasuresOf(indicator)])
      if (!statistics.has(measure))
        yield [where, `measure "${measure}" is no statistic: write "statistic: true" in its definition`];
    return;
  }
  for (const measure of measuresOf(indicator))
    if (statistics.has(measure))
      yield [
        where,
        `measure "${measure}" is a statistic, which does not add up: write "statistic: ${measure}" instead of ratio or sum`,
      ];
}

const snakeCase = (name: string): string =>
  name
    .replace(/(\.(csv|tsv|txt|xlsx|gz|zip|geojson|json))+$/i, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^(?=[0-9])/, "t");

/** The stable id of a table: the one of the profile, else its file's name in snake case, or its folder's where the name is a pattern alone. */
export function tableId({ id, file }: { id?: string | undefined; file: string }): string {
  if (id !== undefined) return id;
  const own = snakeCase(path.basename(file));
  return own === "_" ? snakeCase(path.basename(path.dirname(file))) : own;
}

/** Characters of a profile; the longest ones of whole countries have a hundredth of it. */
const LONGEST_PROFILE = 2_000_000;
/** Places where one alias may stand, with all that is in it. */
const MOST_ALIASES = 100;

/** YAML as a document and as the value that it stands for; what is wrong where it has none. */
function openYaml(
  text: string,
  lineCounter: LineCounter,
): { readonly document: Document; readonly value: unknown } | { readonly fault: string } {
  try {
    const document = parseDocument(text, { lineCounter, prettyErrors: false });
    const value: unknown = document.errors.length > 0 ? null : document.toJS({ maxAliasCount: MOST_ALIASES });
    return { document, value };
  } catch (error) {
    if (error instanceof RangeError) return { fault: "is nested too deeply" };
    // An alias of nothing, or more of them than any profile has.
    if (error instanceof ReferenceError) return { fault: error.message };
    throw error;
  }
}

/** Reads and checks the profile at `location`; null when it has errors, which are in `log` with their lines. */
export async function readProfile(
  location: string,
  log: FindingLog,
  dataFolder: string | undefined = process.env["LENS_DATA"],
): Promise<OpenedProfile | null> {
  const name = path.basename(location);
  const report = (line: number, message: string): void =>
    log.add({
      severity: "error",
      rule: "profile_invalid",
      file: name,
      message: `line ${line}: ${message}`,
      action: "nothing was read; correct the profile",
    });
  const text = await readFile(location, "utf8").catch(() => {
    throw new ImportFault(`there is no profile ${location}`, {
      rule: "file_missing",
      file: name,
      action: "name the path of a profile, such as seeds/profiles/example/profile.yaml",
    });
  });
  if (text.length > LONGEST_PROFILE) {
    report(1, `has ${text.length} characters: a profile has at most ${LONGEST_PROFILE}`);
    return null;
  }
  const lines = new LineCounter();
  const opened = openYaml(text, lines);
  if ("fault" in opened) {
    report(1, opened.fault);
    return null;
  }
  const { document, value } = opened;
  for (const error of document.errors) report(lines.linePos(error.pos[0]).line, error.message);
  if (document.errors.length > 0) return null;

  const parsed = profileSchema.safeParse(value);
  if (!parsed.success) {
    for (const issue of parsed.error.issues.flatMap(flatten)) {
      const key = issue.code === "unrecognized_keys" ? issue.keys[0] : undefined;
      const where = pathText(issue.path);
      report(lineOf(document, lines, issue.path, key), `${where === "" ? "" : `${where}: `}${issue.message}`);
    }
    return null;
  }
  const manifest = toManifest(parsed.data);
  const dangling = [...danglingNames(parsed.data, manifest)];
  for (const [where, message] of dangling)
    report(lineOf(document, lines, where), `${pathText(where)}: ${message}`);
  if (dangling.length > 0) return null;
  return {
    profile: parsed.data,
    manifest,
    folder:
      dataFolder === undefined
        ? path.resolve(path.dirname(location), parsed.data.data)
        : path.resolve(dataFolder),
  };
}
