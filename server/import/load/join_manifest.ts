// What a further import makes of what earlier ones said of the dataset: additions add, and nothing goes unless it is named.

import { isDeepStrictEqual } from "node:util";
import type { DatasetInput } from "#domain/dataset";
import type { Finding } from "#domain/import_finding";
import type { AreaLevel } from "#domain/level";
import type { Manifest } from "#domain/manifest";
import type { RuleId } from "#server/import/findings/rules";

type Licence = Manifest["licence"];

interface JoinedManifest {
  readonly manifest: Manifest;
  /** What changes, and what stays that this import does not name. */
  readonly findings: readonly Finding[];
}

const finding = (
  rule: RuleId,
  value: string | null,
  message: string,
  action: string,
  severity: Finding["severity"] = "note",
): Finding => ({ severity, rule, file: null, row: null, column: null, value, message, action });

/** The stored manifest with what an import adds and changes; an import without boundaries decides neither title nor levels. */
export function joinManifest(stored: Manifest | null, input: DatasetInput): JoinedManifest {
  const { manifest: given, boundaries, removes } = input;
  if (!stored) return { manifest: given, findings: [] };
  const measures = joinRows("measures", stored.measures, given.measures, removes?.measures);
  const indicators = joinRows("indicators", stored.indicators, given.indicators, removes?.indicators);
  const main = boundaries ? given : stored;
  const licence = removes?.licence ? given.licence : joinLicences(stored.licence, given.licence);
  const isFictional = given.isFictional || (stored.isFictional && !removes?.isFictional);
  const manifest: Manifest = {
    dataset: given.dataset,
    title: main.title,
    licence,
    isFictional,
    defaultLanguage: main.defaultLanguage,
    ...((main.currency ?? given.currency) ? { currency: (main.currency ?? given.currency)! } : {}),
    levels: joinLevels(main.levels, boundaries ? stored.levels : given.levels, boundaries !== null),
    measures: measures.rows,
    indicators: indicators.rows,
  };
  const findings = [...measures.findings, ...indicators.findings, ...unknownLevels(stored, input)];
  const stays = (what: string, rule: RuleId, action: string): void => {
    findings.push(finding(rule, null, `${what} of an earlier import stays`, action));
  };
  if (!isDeepStrictEqual(main.title, given.title))
    stays("the title", "title_kept", "give the title in the profile that brings the boundaries");
  if (isFictional && !given.isFictional)
    stays("the mark of invented data", "fictional_kept", 'write "fictional: false" to take it away');
  if (!isDeepStrictEqual(licence, stored.licence))
    findings.push(
      finding(
        "licence_changed",
        licence.name,
        `the licence "${stored.licence.name}" becomes "${licence.name}"`,
        removes?.licence
          ? "the earlier one goes"
          : 'both are shown; "removes: { licence: true }" takes the earlier one away',
      ),
    );
  return { manifest, findings };
}

/** Both licences, unless one says what the other says. */
function joinLicences(stored: Licence, given: Licence): Licence {
  const join = (a: string, b: string): string => (a.includes(b) ? a : b.includes(a) ? b : `${a}; ${b}`);
  return { name: join(stored.name, given.name), attribution: join(stored.attribution, given.attribution) };
}

/** Levels with the plurals, and for tables alone the labels, that another import has for them. */
const joinLevels = (
  levels: readonly AreaLevel[],
  others: readonly AreaLevel[],
  areNew: boolean,
): AreaLevel[] =>
  levels.map((level) => {
    const other = others.find(({ id }) => id === level.id);
    const plural = areNew ? { ...other?.plural, ...level.plural } : { ...level.plural, ...other?.plural };
    const label = areNew ? level.label : { ...level.label, ...other?.label };
    return {
      id: level.id,
      ordinal: level.ordinal,
      label,
      ...(Object.keys(plural).length > 0 ? { plural } : {}),
    };
  });

function unknownLevels(stored: Manifest, { manifest, boundaries }: DatasetInput): Finding[] {
  if (boundaries) return [];
  const known = stored.levels.map(({ id }) => id);
  return manifest.levels
    .filter(({ id }) => !known.includes(id))
    .map(({ id }) =>
      finding(
        "unknown_level",
        id,
        `level "${id}" is none of the stored boundaries: known are ${known.join(", ")}`,
        "nothing is imported; name the levels as the profile of the boundaries does",
        "error",
      ),
    );
}

/** The stored rows with those that are given; one of a known id takes the place of the stored one. */
function joinRows<Row extends { readonly id: string }>(
  what: "measures" | "indicators",
  stored: readonly Row[],
  given: readonly Row[],
  removed: readonly string[] = [],
): { rows: Row[]; findings: Finding[] } {
  const own = new Map(given.map((row) => [row.id, row]));
  const known = new Map(stored.map((row) => [row.id, row]));
  const kept = stored.filter(({ id }) => own.has(id) || !removed.includes(id));
  const ids = (rows: readonly Row[]): string[] => rows.map(({ id }) => id);
  const groups: readonly [
    done: "added" | "changed" | "kept" | "removed",
    ids: string[],
    message: string,
    action: string,
  ][] = [
    ["added", ids(given.filter(({ id }) => !known.has(id))), "are new", "they are added"],
    [
      "changed",
      ids(
        given.filter((row) => known.has(row.id) && !isDeepStrictEqual(plain(known.get(row.id)), plain(row))),
      ),
      "are defined otherwise than before",
      "the new definitions hold, for figures of earlier imports too",
    ],
    [
      "kept",
      ids(kept.filter(({ id }) => !own.has(id))),
      "of earlier imports are not in this profile",
      `they stay; name them under "removes" to take them away`,
    ],
    [
      "removed",
      ids(stored.filter((row) => !kept.includes(row))),
      "are named under removes",
      "they are taken away",
    ],
  ];
  return {
    rows: [...new Map([...kept, ...given].map((row) => [row.id, row])).values()],
    findings: groups.flatMap(([done, named, message, action]) =>
      named.length === 0
        ? []
        : [finding(`${what}_${done}`, named.join(", "), `${what} ${named.join(", ")} ${message}`, action)],
    ),
  };
}

/** As it is stored: without what is undefined. */
const plain = (row: unknown): unknown => JSON.parse(JSON.stringify(row));
