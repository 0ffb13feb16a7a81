// An error that ends the reading of a file or a profile.

import type { Finding } from "#domain/import_finding";
import type { RuleId } from "./rules.ts";

/** What a check hands in; what is left out is null. */
export type FindingPart = Pick<Finding, "severity" | "message" | "action"> &
  Partial<Omit<Finding, "rule">> & { readonly rule: RuleId };

/** An error that ends the reading of a file or a profile; it becomes a finding of severity `error`. */
export class ImportFault extends Error {
  readonly part: Omit<FindingPart, "severity" | "message">;

  constructor(message: string, part: Omit<FindingPart, "severity" | "message">) {
    super(message);
    this.name = "ImportFault";
    this.part = part;
  }
}

/** The message of anything that was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Fault of a file whose content is not what its format asks for; `error` is what its decoder threw. */
export const unreadable = (file: string, message: string, error?: unknown): ImportFault =>
  error instanceof ImportFault
    ? error
    : new ImportFault(error === undefined ? message : `${message}: ${messageOf(error)}`, {
        rule: "file_unreadable",
        file,
        action: "nothing was read",
      });
