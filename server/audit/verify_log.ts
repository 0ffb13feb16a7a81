// Whether the audit log is what was written, and whether releases are what it says of them.

import type { Database } from "#sql/connect";
import { query } from "#sql/query";
import { ChainReader, type AuditEntry, type AuditEvent } from "./chain.ts";

/** Entries in one statement. */
const PAGE_ENTRIES = 2000;

/** All entries from one on, in order. */
export async function* readEntries(knex: Database["knex"], from = 1): AsyncGenerator<AuditEntry> {
  for (let last = from - 1; ;) {
    const rows = await query<AuditEntry>(
      knex,
      `select seq, event, hash from audit.entry where seq > ? order by seq limit ${PAGE_ENTRIES}`,
      [last],
    );
    yield* rows;
    if (rows.length < PAGE_ENTRIES) return;
    last = rows.at(-1)!.seq;
  }
}

export interface VerifiedLog {
  readonly entries: number;
  /** Hash of the last entry: kept elsewhere, it shows later whether entries were cut off or the whole log was written anew. */
  readonly head: string;
  /** One line for each thing that is not what was written, in the order of the log. */
  readonly faults: readonly string[];
}

/** What is found when the log is hashed anew, and whether one of the `known` hashes, which were noted earlier, is no longer in it. */
export async function verifyLog(knex: Database["knex"], known: readonly string[] = []): Promise<VerifiedLog> {
  const faults: string[] = [];
  const chain = new ChainReader();
  const missing = new Set(known);
  /** What the log says of releases, by number. */
  const logged = new Map<number, LoggedRelease>();
  let entries = 0;
  for await (const entry of readEntries(knex)) {
    entries++;
    missing.delete(entry.hash);
    const fault = chain.follow(entry);
    if (fault === null) noteRelease(logged, entry);
    else faults.push(`audit log: ${fault}`);
  }
  for (const hash of missing)
    faults.push(`audit log: it holds no entry ${hash}: entries were cut off, or it was written anew`);
  faults.push(...(await contradictions(knex, logged)));
  return { entries, head: chain.head.hash, faults };
}

interface LoggedRelease {
  readonly seq: number;
  readonly content: string;
  readonly state: "published" | "withdrawn";
}

/** Notes what an entry says of a release. */
function noteRelease(logged: Map<number, LoggedRelease>, { event }: AuditEntry): void {
  const { seq, action, object, after } = JSON.parse(event) as AuditEvent;
  const release = Number(object.split(":")[1]);
  if (action === "release.publish")
    logged.set(release, { seq, content: (after as { content: string }).content, state: "published" });
  const earlier = logged.get(release);
  if (action === "release.withdraw" && earlier) logged.set(release, { ...earlier, seq, state: "withdrawn" });
}

/** Releases that are not what the log says. */
async function contradictions(
  knex: Database["knex"],
  logged: ReadonlyMap<number, LoggedRelease>,
): Promise<string[]> {
  const rows = await query<{ number: number; state: string; content: string | null }>(
    knex,
    "select number, state, content_hash as content from release.release where published_at is not null",
  );
  const stored = new Map(rows.map((row) => [row.number, row]));
  return [...logged].flatMap(([number, { seq, content, state }]) => {
    const release = stored.get(number);
    if (!release)
      return [`release ${number}: entry ${seq} of the audit log says ${state}, and it is not there`];
    if (release.content !== content) return [`release ${number}: it is not the content that was published`];
    return release.state === state
      ? []
      : [`release ${number}: entry ${seq} of the audit log says ${state}, and it is ${release.state}`];
  });
}
