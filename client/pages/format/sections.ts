// The page about the format as sections of rows, and which of them hold the words that a reader types.

import type { Format } from "#domain/contract/format";
import type { Words } from "#client/i18n/words.ts";

export interface FormatColumn {
  readonly name: string;
  /** Per cent of the width. */
  readonly width: number;
  /** Text as it is written in a file, in the letters of code. */
  readonly isCode?: true;
}

export interface FormatRow {
  readonly id: string;
  readonly cells: readonly string[];
  /** All that is searched. */
  readonly text: string;
}

export interface FormatSection {
  readonly id: string;
  /** Sections of one part stand together in the contents. */
  readonly part: string;
  readonly title: string;
  readonly columns: readonly FormatColumn[];
  readonly rows: readonly FormatRow[];
}

const fold = (text: string): string => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();

const row = (id: string, cells: readonly string[], ...further: readonly string[]): FormatRow => ({
  id,
  cells,
  text: fold([...cells, ...further].join(" ")),
});

const code = (name: string, width: number): FormatColumn => ({ name, width, isCode: true });
const plain = (name: string, width: number): FormatColumn => ({ name, width });

/** Every section of the page, in the order they are read. */
export const sectionsOf = (format: Format, words: Words): FormatSection[] => [
  ...keySections(format, words),
  measureSection(format, words),
  indicatorSection(format, words),
  unitSection(format, words),
  ...ruleSections(format, words),
];

function keySections(format: Format, words: Words): FormatSection[] {
  const f = words.t.format;
  return format.sections.map(({ id, title, keys }) => ({
    id: `keys-${id}`,
    part: f.keys,
    title: words.text(title),
    columns: [code(f.key, 21), plain(f.holds, 33), code(f.type, 19), code(f.usual, 9), code(f.example, 18)],
    rows: keys.map(({ path, holds, type, isRequired, default: usual, example }, at) =>
      row(
        `${at} ${path}`,
        [
          path,
          words.text(holds),
          type.replaceAll("`", ""),
          isRequired ? f.needed : (usual ?? ""),
          example ?? "",
        ],
        ...Object.values(holds),
      ),
    ),
  }));
}

function measureSection(format: Format, words: Words): FormatSection {
  const f = words.t.format;
  return {
    id: "measures",
    part: f.measures,
    title: f.measures,
    columns: [code(f.id, 32), plain(f.name, 42), plain(f.unit, 12), plain(f.ofRegister, 14)],
    rows: format.measures.map(({ id, label, unit, isOfRegister }) =>
      row(
        id,
        [id, words.label(label), words.unit(unit) || unit, isOfRegister ? "✓" : ""],
        unit,
        ...Object.values(label),
      ),
    ),
  };
}

function indicatorSection(format: Format, words: Words): FormatSection {
  const f = words.t.format;
  return {
    id: "indicators",
    part: f.indicators,
    title: f.indicators,
    columns: [code(f.id, 25), plain(f.name, 30), plain(f.unit, 11), code(f.formula, 34)],
    rows: format.indicators.map(({ id, label, unit, formula, lens }) =>
      row(
        id,
        [id, words.label(label), words.unit(unit) || unit, formula],
        unit,
        lens,
        ...Object.values(label),
      ),
    ),
  };
}

function unitSection(format: Format, words: Words): FormatSection {
  const f = words.t.format;
  return {
    id: "units",
    part: f.units,
    title: f.units,
    columns: [code(f.id, 25), plain(f.name, 30), code(f.stored, 20), plain(f.shown, 25)],
    rows: format.units.map(({ id, label, stored, shown }) =>
      row(id, [id, words.text(label), String(stored), words.text(shown)], ...Object.values(label)),
    ),
  };
}

function ruleSections(format: Format, words: Words): FormatSection[] {
  const f = words.t.format;
  return format.rules.map(({ id, title, rules }) => ({
    id: `rules-${id}`,
    part: f.rules,
    title: words.text(title),
    columns: [plain(f.input, 37), plain(f.handling, 37), plain(f.severity, 8), code(f.id, 18)],
    rows: rules.map((rule) =>
      row(
        rule.id,
        [
          words.text(rule.input).replaceAll("`", ""),
          words.text(rule.handling).replaceAll("`", ""),
          f.severities[rule.severity] ?? rule.severity,
          rule.id,
        ],
        ...Object.values(rule.input),
        ...Object.values(rule.handling),
      ),
    ),
  }));
}

/** The sections with the rows that hold every typed word, without those that have none. */
export function matching(sections: readonly FormatSection[], typed: string): FormatSection[] {
  const parts = fold(typed).split(/\s+/).filter(Boolean);
  if (parts.length === 0) return [...sections];
  return sections
    .map((section) => ({
      ...section,
      rows: section.rows.filter(({ text }) => parts.every((part) => text.includes(part))),
    }))
    .filter(({ rows }) => rows.length > 0);
}
