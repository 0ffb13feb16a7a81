// What comes with the form of a report, checked: every fault names the field, what it holds and the rule.

import {
  MAX_CONTACT,
  MAX_WORDS,
  MIN_WORDS,
  readAbout,
  type ReportAbout,
  type ReportFault,
} from "#domain/report";
import { withoutUnseenInLines } from "#domain/visible_text";

export interface ReportForm {
  readonly about: ReportAbout;
  readonly words: string;
  readonly contact: string | null;
}

/** Text as it is kept: one kind of line break, no spaces around it. */
export const textOf = (value: string): string => withoutUnseenInLines(value.replace(/\r\n?/g, "\n")).trim();

const fault = (field: ReportFault["field"], rule: ReportFault["rule"], value = ""): ReportFault => ({
  field,
  rule,
  value: value.slice(0, 60),
});

/** The fields of a form as a report, and what is wrong with them; the form is null where anything is. */
export function readForm(fields: Readonly<Record<string, string>>): {
  readonly form: ReportForm | null;
  readonly faults: readonly ReportFault[];
} {
  const { about: aboutText = "", website = "" } = fields;
  const words = textOf(fields["words"] ?? "");
  const contact = textOf(fields["contact"] ?? "");
  const about = readAbout(aboutText);
  const faults: ReportFault[] = [];
  if (about === null) faults.push(fault("about", aboutText === "" ? "missing" : "unknown", aboutText));
  // As the database counts: letters, not halves of them.
  const letters = [...words].length;
  if (letters < MIN_WORDS) faults.push(fault("words", letters === 0 ? "missing" : "short", words));
  if (letters > MAX_WORDS) faults.push(fault("words", "long", words));
  if ([...contact].length > MAX_CONTACT) faults.push(fault("contact", "long", contact));
  if (website !== "") faults.push(fault("website", "filled", website));
  return faults.length > 0 || about === null
    ? { form: null, faults }
    : { form: { about, words, contact: contact === "" ? null : contact }, faults };
}
