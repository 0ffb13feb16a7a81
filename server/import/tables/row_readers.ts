// How the code, the parent and the names of a row are found, as the profile asks.

import { type Files } from "#server/import/readers/files";
import { codeText } from "./code_text.ts";
import { columnOf } from "#server/import/readers/column";
import type { FindingLog } from "#server/import/findings/finding_log";
import { compileKey, type CodeKey } from "./key_text.ts";
import type { AreaFile, ParentSpec } from "#server/import/profile/profile";
import type { Source, SourceRow } from "#server/import/readers/source";

/** Text for a row: a name, or the code of its parent. */
export type PickText = (cells: readonly string[], code: string) => string;

/** Codes of a column or an expression, with a finding for each that had lost zeros, is empty or was turned into a power of ten. */
export function codeReader(
  spec: CodeKey,
  source: Source,
  file: string,
  log: FindingLog,
): (row: SourceRow) => string | null {
  const key = compileKey(spec, source, file);
  return ({ cells, number }) => {
    const cell = key.raw(cells);
    const code = key.code(cell);
    const at = { file, row: number, column: key.name, value: cell };
    if (code === "") {
      log.add({
        ...at,
        severity: "warning",
        rule: "code_missing",
        message: "the code is empty",
        action: "the row was left out",
      });
      return null;
    }
    if (/^\d(\.\d+)?e\+?\d+$/i.test(code)) {
      log.add({
        ...at,
        severity: "warning",
        rule: "code_damaged",
        message: `"${cell}" is a code that a spreadsheet turned into a number`,
        action: "the row was left out; format the column as text",
      });
      return null;
    }
    const bare = cell.normalize("NFKC").trim();
    const unmarked = key.code(cell, true);
    if (unmarked !== bare)
      log.addRow({
        ...at,
        severity: "note",
        rule: "code_mended",
        message: `"${cell}" bears the mark of a spreadsheet`,
        action: `read as ${code}`,
      });
    const { strip = "", prefix = "", pad } = spec;
    const own = unmarked.startsWith(strip) ? unmarked.slice(strip.length) : unmarked;
    if (code.length - prefix.length > own.length)
      log.add({
        ...at,
        severity: "note",
        rule: "leading_zero_lost",
        message: `"${cell}" has ${own.length} digits: ${pad} are expected`,
        action: `read as ${code}`,
      });
    return code;
  };
}

/** How the parent code of a row is found; it is "" when there is none. */
export async function parentPick(
  spec: ParentSpec | undefined,
  source: Source,
  file: string,
  files: Files,
): Promise<PickText> {
  if (spec === undefined) return () => "";
  if ("expr" in spec) {
    const key = compileKey(spec, source, file);
    return (cells) => key.code(key.raw(cells));
  }
  if (!("column" in spec)) return (_, code) => code.slice(0, spec.prefix);
  if ("file" in spec) {
    const from = spec.from === undefined ? null : columnOf(source, spec.from, file);
    const entries = await files.lookup(spec);
    return (cells, code) => entries.get(from === null ? code : cells[from]!) ?? "";
  }
  const column = columnOf(source, spec.column, file);
  return (cells) => codeText(cells[column]!, spec);
}

/** How the names of a row are found, by language. */
export async function namePicks(
  spec: AreaFile["name"],
  source: Source,
  file: string,
  files: Files,
): Promise<[string, PickText][]> {
  const picks: [string, PickText][] = [];
  for (const [language, name] of Object.entries(spec ?? {})) {
    if (typeof name === "string") {
      const column = columnOf(source, name, file);
      picks.push([language, (cells) => cells[column]!]);
      continue;
    }
    const from = name.from === undefined ? null : columnOf(source, name.from, file);
    const entries = await files.lookup(name);
    picks.push([language, (cells, code) => entries.get(from === null ? code : cells[from]!) ?? ""]);
  }
  return picks;
}
