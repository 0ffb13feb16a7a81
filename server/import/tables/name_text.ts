// Names as they are stored: of a length that fits a map, without characters that nobody sees.

import { withoutUnseen } from "#domain/visible_text";
import type { FindingLog } from "#server/import/findings/finding_log";

/** Letters; the longest names of places have about half as many. */
const LONGEST_NAME = 200;

/** Where a name stands. */
interface NamePlace {
  readonly file: string;
  readonly row: number;
}

/** A name without what does not belong in it, with a finding for what was left out. */
export function nameText(name: string, place: NamePlace, log: FindingLog): string {
  const seen = withoutUnseen(name);
  if (seen !== name)
    log.addRow({
      ...place,
      severity: "warning",
      rule: "name_unseen_characters",
      message: `the name "${seen.slice(0, LONGEST_NAME)}" holds control characters`,
      action: "they were left out",
    });
  if (seen.length <= LONGEST_NAME) return seen.trim();
  const letters = [...seen];
  if (letters.length <= LONGEST_NAME) return seen.trim();
  log.addRow({
    ...place,
    severity: "warning",
    rule: "name_too_long",
    message: `the name has ${letters.length} letters: at most ${LONGEST_NAME} are kept`,
    action: "the rest was left out",
  });
  return `${letters.slice(0, LONGEST_NAME - 1).join("")}…`;
}
