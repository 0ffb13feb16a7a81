// The documents in seeds/profiles that are made from the schema, the registry and the table of rules.

import type { Format } from "#domain/contract/format";
import { pickText } from "#domain/text";
import { formatOfImports } from "./format.ts";

const MADE =
  "<!-- Made by `npm run lens -- documents`; edit the schema, the registry or the rules instead. -->";

/** A cell of a table: the bar that ends one is escaped. */
const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");
const code = (text: string | undefined): string => (text === undefined ? "" : `\`${cell(text)}\``);

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

const english = (text: Readonly<Record<string, string>>): string => pickText(text, "en");

function keysDocument({ sections }: Format): string {
  return [
    "# Every key of a profile",
    MADE,
    "`[]` is an entry of a list, `*` any name. What keys mean together is in [GUIDE.md](GUIDE.md), built-in measures and indicators in [BUILT_IN.md](BUILT_IN.md). A wrong key is answered with its line and the keys there are.",
    ...sections.flatMap(({ title, keys }) => [
      `## ${english(title)}`,
      table(
        ["key", "type", "default", "holds", "example"],
        keys.map(({ path, type, isRequired, default: usual, holds, example }) => [
          code(path),
          cell(type),
          isRequired ? "needed" : code(usual),
          cell(holds["en"]!),
          code(example),
        ]),
      ),
    ]),
  ].join("\n\n");
}

function builtInDocument({ measures, indicators, units }: Format): string {
  return [
    "# Built-in measures, indicators and units",
    MADE,
    "A table states measures by these ids, and the indicators made of them appear by themselves. Measures of the register are counted from household and person records where there are some.",
    "## Measures",
    table(
      ["measure", "English", "中文", "unit", "of the register"],
      measures.map(({ id, label, unit, isOfRegister }) => [
        code(id),
        cell(english(label)),
        cell(pickText(label, "zh")),
        code(unit),
        isOfRegister ? "yes" : "",
      ]),
    ),
    "## Indicators",
    table(
      ["indicator", "English", "中文", "lens", "unit", "formula"],
      indicators.map(({ id, label, lens, unit, formula }) => [
        code(id),
        cell(english(label)),
        cell(pickText(label, "zh")),
        lens,
        code(unit),
        code(formula),
      ]),
    ),
    "## Units",
    "Numbers are stored as the second column shows: shares are 0–1, money is in hundredths.",
    table(
      ["unit", "stored", "shown", "显示"],
      units.map(({ id, stored, shown }) => [
        code(id),
        String(stored),
        cell(english(shown)),
        cell(pickText(shown, "zh")),
      ]),
    ),
  ].join("\n\n");
}

function badInputDocument({ rules }: Format): string {
  return [
    "# What happens to bad input",
    MADE,
    "Everything odd becomes a finding: severity, file, row, column, value, what is wrong, what was done. Errors stop the import and leave the database as it was; warnings and notes do not. They are printed by rule with three examples each; all of them are in `DATA_DIR/findings/PROFILE.csv`, or in `--json`: of one rule, file and column the first 10,000 (200 of records and of rows that do not fit), and the number of the others. The severity here is the gravest of a rule. Findings about people name row, column and rule and quote nothing.",
    ...rules.flatMap(({ title, rules: rows }) => [
      `## ${english(title)}`,
      table(
        ["input", "handling", "severity", "rule"],
        rows.map(({ id, severity, input, handling }) => [
          cell(english(input)),
          cell(english(handling)),
          severity,
          code(id),
        ]),
      ),
    ]),
  ].join("\n\n");
}

/** The text of every document by its file name in seeds/profiles. */
export function documents(): Readonly<Record<string, string>> {
  const format = formatOfImports();
  return {
    "KEYS.md": `${keysDocument(format)}\n`,
    "BUILT_IN.md": `${builtInDocument(format)}\n`,
    "BAD_INPUT.md": `${badInputDocument(format)}\n`,
  };
}
