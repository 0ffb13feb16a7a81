// Codes of rows that name their area, with a report of what matched how.

import type { FindingLog } from "#server/import/findings/finding_log";
import type { NameKey } from "#server/import/profile/profile";
import { type Files } from "#server/import/readers/files";
import { columnOf } from "#server/import/readers/column";
import type { Source, SourceRow } from "#server/import/readers/source";
import { HOWS, NameMatcher, type Alias, type How, type NamedArea } from "./name_match.ts";

export interface NameReader {
  readonly codeOf: (row: SourceRow) => string | null;
  /** Reports how many rows matched how. */
  readonly end: () => void;
}

async function readAliases(spec: NameKey, files: Files): Promise<Alias[]> {
  if (!spec.aliases) return [];
  const { file, name, code } = spec.aliases;
  const source = await files.open(spec.aliases);
  const [nameAt, codeAt] = [columnOf(source, name, file), columnOf(source, code, file)];
  const aliases: Alias[] = [];
  for await (const { cells } of source.rows())
    if (cells[nameAt] !== "" && cells[codeAt] !== "")
      aliases.push({ name: cells[nameAt]!, code: cells[codeAt]! });
  return aliases;
}

const SAYINGS: Readonly<Record<How, string>> = {
  exact: "exactly",
  folded: "but for case, accents or punctuation",
  alias: "by the alias table",
  ambiguous: "several areas",
  none: "no area",
};

/** Opens a key that matches names; `areas` are those of the table's level. */
export async function openNameReader(
  spec: NameKey,
  source: Source,
  file: string,
  { files, log, areas }: { files: Files; log: FindingLog; areas: readonly NamedArea[] },
): Promise<NameReader> {
  const matcher = new NameMatcher(areas, await readAliases(spec, files));
  const column = columnOf(source, spec.column, file);
  const within = spec.within.map((name) => columnOf(source, name, file));
  const counts = new Map<How, number>();
  const codeOf = ({ cells, number: row }: SourceRow): string | null => {
    const name = cells[column]!;
    const places = within.map((at) => cells[at]!).filter((place) => place !== "");
    const { how, codes } = matcher.find(name, places);
    counts.set(how, (counts.get(how) ?? 0) + 1);
    const asked = [name, ...places].map((part) => `"${part}"`).join(" in ");
    const at = { file, row, column: spec.column, value: name };
    if (how === "folded")
      log.add({
        ...at,
        severity: "note",
        rule: "name_folded",
        message: `${asked} is written otherwise than the name of "${codes[0]}"`,
        action: `taken as ${codes[0]}`,
      });
    if (how === "none" || how === "ambiguous")
      log.add({
        ...at,
        severity: "warning",
        rule: how === "none" ? "name_unknown" : "name_ambiguous",
        message:
          how === "none"
            ? `${asked} is the name of no area`
            : `${asked} may be ${codes.slice(0, 5).join(", ")}${codes.length > 5 ? ", …" : ""}`,
        action: `the row was left out; write name and code into a table of "aliases"${how === "ambiguous" ? ', or name the area above by "within"' : ""}`,
      });
    return codes.length === 1 ? codes[0]! : null;
  };
  const end = (): void =>
    log.add({
      severity: "note",
      rule: "names_matched",
      file,
      column: spec.column,
      message: `rows matched by name: ${HOWS.flatMap((how) => (counts.has(how) ? [`${counts.get(how)} ${SAYINGS[how]}`] : [])).join(", ")}`,
      action: "look at those that are not exact",
    });
  return { codeOf, end };
}
