// Cells of personal records → typed fields. What cannot be read is not known, with a finding that does not quote it.

import { parseNumber } from "#server/import/tables/number";
import type { FindingLog } from "#server/import/findings/finding_log";
import type { RuleId } from "#server/import/findings/rules";

export const YES = new Set(["yes", "y", "true", "1", "是", "有", "√"]);
export const NO = new Set(["no", "n", "false", "0", "否", "无", "没有"]);
export const UNKNOWN = new Set(["", "-", "—", "n/a", "na", "不详", "未知", "/"]);

/** Where a cell stands. */
export interface Place {
  readonly file: string;
  readonly row: number;
  readonly column: string;
}

interface Coded<Id extends string> {
  readonly id: Id;
  readonly label: Readonly<Record<string, string>>;
}

/** Reads cells of one file; every method returns null for what is not known. */
export class FieldReader {
  readonly #log: FindingLog;

  constructor(log: FindingLog) {
    this.#log = log;
  }

  /** Without the character that no database stores. */
  text(cell: string): string | null {
    return UNKNOWN.has(cell.toLowerCase()) ? null : cell.normalize("NFC").replaceAll("\0", "");
  }

  /** Yes or no; `action` is what the caller does without it. */
  flag(cell: string, place: Place, action?: string): boolean | null {
    const text = cell.normalize("NFKC").toLowerCase();
    if (YES.has(text)) return true;
    if (NO.has(text)) return false;
    if (!UNKNOWN.has(text)) this.#refuse(place, "not_yes_or_no", "is neither yes nor no", action);
    return null;
  }

  /** A number from `least` to `most`. */
  number(cell: string, place: Place, least: number, most: number, isWhole = true): number | null {
    if (UNKNOWN.has(cell.toLowerCase())) return null;
    const parsed = parseNumber(cell, ".");
    // A part in a hundred is no amount of anything that is asked of people.
    if (!parsed || parsed.sign) {
      this.#refuse(place, "not_a_number", "is no number");
      return null;
    }
    const { value } = parsed;
    if (value < least || value > most || (isWhole && !Number.isInteger(value))) {
      this.#refuse(
        place,
        "number_out_of_range",
        `is no ${isWhole ? "whole " : ""}number from ${least} to ${most}`,
      );
      return null;
    }
    return value;
  }

  /** One of a code list, by id or by its word in any language. */
  code<Id extends string>(
    cell: string,
    list: readonly Coded<Id>[],
    place: Place,
    action?: string,
  ): Id | null {
    if (UNKNOWN.has(cell.toLowerCase()) && !list.some(({ id }) => id === cell)) return null;
    const text = cell.normalize("NFKC").toLowerCase();
    const found = list.find(
      ({ id, label }) =>
        id.toLowerCase() === text || Object.values(label).some((word) => word.toLowerCase() === text),
    );
    if (found) return found.id;
    this.#refuse(place, "code_unknown", `is none of ${list.map(({ id }) => id).join(", ")}`, action);
    return null;
  }

  /** Several of a code list, between commas, semicolons or 、. */
  codes<Id extends string>(cell: string, list: readonly Coded<Id>[], place: Place): Id[] {
    return cell
      .split(/[,;，；、]/)
      .map((part) => this.code(part.trim(), list, place))
      .filter((id) => id !== null);
  }

  #refuse(place: Place, rule: RuleId, message: string, action = "taken as not known"): void {
    this.#log.addRow({ ...place, severity: "warning", rule, message, action });
  }
}
