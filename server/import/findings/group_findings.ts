// Findings as people read them: by rule, with a few examples of each.

import type { Finding } from "#domain/import_finding";
import type { Language } from "#domain/language";
import { countOf } from "./finding_log.ts";
import type { RuleId } from "./rules.ts";
import { ruleText } from "./rule_text.ts";

const EXAMPLES = 3;
const SEVERITIES: readonly Finding["severity"][] = ["error", "warning", "note"];

export interface FindingGroup {
  readonly severity: Finding["severity"];
  readonly rule: string;
  /** How many there are, with those that are counted and not listed. */
  readonly count: number;
  readonly examples: readonly Finding[];
}

/** Findings by severity and rule, errors first, the most frequent rule of each severity first. */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<
    string,
    { severity: Finding["severity"]; rule: string; count: number; examples: Finding[] }
  >();
  for (const finding of findings) {
    const { severity, rule } = finding;
    const id = `${severity} ${rule}`;
    const group = groups.get(id) ?? { severity, rule, count: 0, examples: [] };
    groups.set(id, group);
    group.count += countOf(finding);
    if (group.examples.length < EXAMPLES) group.examples.push(finding);
  }
  return [...groups.values()].sort(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.count - a.count,
  );
}

interface FindingWords {
  readonly severities: Readonly<Record<Finding["severity"], string>>;
  readonly row: (row: number) => string;
  readonly column: (column: string) => string;
  readonly between: string;
  readonly colon: string;
  /** First line of a group. */
  readonly head: (severity: string, rule: RuleId, count: number) => string;
  readonly more: (count: number) => string;
  /** Names of the columns of the file with all findings; what rules mean stands there where messages are in another language. */
  readonly columns: readonly string[];
  readonly ruleColumns: (rule: RuleId) => readonly string[];
}

const EN: FindingWords = {
  severities: { error: "error", warning: "warning", note: "note" },
  row: (row) => `row ${row}`,
  column: (column) => `column ${column}`,
  between: ", ",
  colon: ": ",
  head: (severity, rule, count) => `${severity} ${rule}: ${count}`,
  more: (count) => `… and ${count} more`,
  columns: ["severity", "rule", "file", "row", "column", "value", "message", "action"],
  ruleColumns: () => [],
};

const ZH: FindingWords = {
  severities: { error: "错误", warning: "警告", note: "提示" },
  row: (row) => `数据第 ${row} 行`,
  column: (column) => `“${column}”列`,
  between: "，",
  colon: "：",
  head(severity, rule, count) {
    const { input, handling } = ruleText(rule);
    return `${severity} ${rule}：${count} 条。${input.zh}。处理：${handling.zh}`;
  },
  more: (count) => `……另有 ${count} 条`,
  columns: [
    "级别",
    "规则",
    "输入中的问题",
    "处理方式",
    "文件",
    "行",
    "列",
    "值",
    "说明（英文）",
    "处理（英文）",
  ],
  ruleColumns(rule) {
    const { input, handling } = ruleText(rule);
    return [input.zh, handling.zh];
  },
};

/** Messages with their values are in English; of what rule they are an example is said in the language of the reader. */
const WORDS: Readonly<Partial<Record<Language, FindingWords>>> = { en: EN, zh: ZH };

/** Where a finding is: `t.csv, row 3, column people`; "" for one of no file. */
const placeOf = ({ file, row, column }: Finding, words: FindingWords): string =>
  [file, row === null ? null : words.row(row), column === null ? null : words.column(column)]
    .filter((part) => part !== null)
    .join(words.between);

/** Lines of text: a rule with its number, its examples below it. */
export function groupLines(groups: readonly FindingGroup[], language: Language = "en"): string[] {
  const words = WORDS[language] ?? EN;
  return groups.flatMap(({ severity, rule, count, examples }) => [
    words.head(words.severities[severity], rule as RuleId, count),
    ...examples.map((finding) => {
      const place = placeOf(finding, words);
      return `  ${place === "" ? "" : `${place}${words.colon}`}${finding.message}; ${finding.action}`;
    }),
    ...(count > examples.length ? [`  ${words.more(count - examples.length)}`] : []),
  ]);
}

/** All findings as CSV, for a spreadsheet: with a byte order mark, and no field that it would take for a formula. */
export function findingsCsv(findings: readonly Finding[], language: Language = "en"): string {
  const { columns, severities, ruleColumns } = WORDS[language] ?? EN;
  const field = (value: string | number | null): string => {
    const text = String(value ?? "");
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = findings.map(({ severity, rule, file, row, column, value, message, action }) =>
    [severities[severity], rule, ...ruleColumns(rule as RuleId), file, row, column, value, message, action]
      .map(field)
      .join(),
  );
  return `\uFEFF${[columns.join(), ...lines].join("\r\n")}\r\n`;
}
