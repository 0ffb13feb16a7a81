// The chain of the audit log: what an entry says, its canonical JSON, and the hash that holds the entry before.

import { createHash } from "node:crypto";

/** What canonical JSON is defined for here: no fractions, whose digits other languages write otherwise. */
export type CanonicalValue =
  string | number | boolean | null | readonly CanonicalValue[] | { readonly [key: string]: CanonicalValue };

/** What changes the system. */
export type AuditAction =
  | "import"
  | "draft"
  | "release.publish"
  | "release.withdraw"
  | "restore"
  | "office.write"
  | "plan.adopt"
  | "scenario.add"
  | "scenario.change"
  | "scenario.remove"
  | "report.forward"
  | "report.answer"
  | "report.close"
  | "report.reopen"
  | "report.release";

/** What was done to what; of people nothing, not even who did it. */
export interface AuditChange {
  readonly action: AuditAction;
  /** Kind and id, as `release:3`. */
  readonly object: string;
  readonly before: CanonicalValue;
  readonly after: CanonicalValue;
}

export interface AuditEvent extends AuditChange {
  readonly seq: number;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** An entry as it is stored. */
export interface AuditEntry {
  readonly seq: number;
  /** Canonical JSON of an AuditEvent. */
  readonly event: string;
  readonly hash: string;
}

/** The hash before the first entry. */
export const GENESIS = "0".repeat(64);

/** JSON with keys sorted by code unit and without spaces (RFC 8785, for strings and whole numbers). */
export function canonicalJson(value: CanonicalValue): string {
  if (typeof value === "number" && !Number.isSafeInteger(value))
    throw new RangeError(`${value} is not a whole number: canonical JSON here holds no others`);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${(value as CanonicalValue[]).map(canonicalJson).join()}]`;
  // Sorted by code unit, which is how `sort` compares.
  const members = Object.entries(value as Record<string, CanonicalValue>).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join()}}`;
}

/** SHA-256 of an entry, which holds the hash of the one before. */
export const hashOfEntry = (previous: string, event: string): string =>
  createHash("sha256").update(`${previous}\n${event}`).digest("hex");

/** Verifies a chain entry by entry and keeps its head. */
export class ChainReader {
  #seq = 0;
  #hash = GENESIS;

  /** Number and hash of the last entry that was followed. */
  get head(): { readonly seq: number; readonly hash: string } {
    return { seq: this.#seq, hash: this.#hash };
  }

  /** Why the next entry is not what was written; null where it is. What follows is compared with the entry as it is stored. */
  follow({ seq, event, hash }: AuditEntry): string | null {
    const expected = this.#seq + 1;
    const isRight = hash === hashOfEntry(this.#hash, event);
    this.#seq = seq;
    this.#hash = hash;
    if (seq !== expected)
      return seq - expected === 1
        ? `entry ${expected} is missing`
        : `entries ${expected} to ${seq - 1} are missing`;
    return isRight ? null : `entry ${seq} is not what its hash names`;
  }
}
