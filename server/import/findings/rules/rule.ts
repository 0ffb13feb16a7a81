// A rule: what a check of incoming data looks for, and what becomes of what breaks it.

import type { Finding } from "#domain/import_finding";

export interface Rule {
  /** The gravest that a finding of the rule has. */
  readonly severity: Finding["severity"];
  /** What was found in the input. */
  readonly input: string;
  /** What is done about it. */
  readonly handling: string;
}
