// Findings about personal records, without anything that stands in a field.

import type { FindingPart } from "./import_fault.ts";

/** What readers of any file may find, in words that quote nothing of it. */
const SAFE_MESSAGES: Readonly<Record<string, string>> = {
  csv_malformed: "is no table: a quote is not closed, or stands where none may",
  file_empty: "holds no row",
  byte_order_mark: "starts with a byte order mark",
  not_utf8: "holds bytes that are not UTF-8",
  line_ends: "mixes line ends",
};

/** A finding with a message that is made from its rule alone, and without its value. */
export const withoutContent = (part: FindingPart): FindingPart => ({
  ...part,
  value: null,
  message: SAFE_MESSAGES[part.rule] ?? `breaks the rule ${part.rule}`,
});

/** The same for a fault; a missing column or file is named, since its name comes from the profile and not from the file. */
export function withoutContentOfFault(part: FindingPart): FindingPart {
  if (part.rule === "file_missing") return { ...part, value: null };
  if (part.rule === "column_unknown")
    return {
      ...part,
      value: null,
      message: `has no column "${part.column ?? ""}": look at the profile and the header`,
    };
  if (part.rule === "expression_invalid")
    // Its text is the profile's; the columns it lists stand in the file.
    return { ...part, value: null, message: part.message.replace(/: known are .*$/s, "") };
  return withoutContent(part);
}
