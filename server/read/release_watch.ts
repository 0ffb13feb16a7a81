// Keeps which release is the latest, also when another process publishes, and whether the database answers.

import type { QueryConfig } from "pg";
import type { ReleaseInfo } from "#domain/contract/releases";
import { isDatabaseUnavailable, type Database } from "#sql/connect";
import type { Logger } from "#server/log";
import { isStamped, releaseNumberOf } from "#domain/release_address";
import { stampedAddress } from "#server/column_store/release_address";
import { RELEASES_SQL, type ListedRelease } from "#server/column_store/release_list";
import { ReleaseListener } from "./release_listener.ts";

const POLL_MS = 1_000;
/** A poll that takes longer counts as no answer. */
const ANSWER_MS = 5_000;

/** Cheap: one row, from the few rows of `release.release`. */
const STAMP_SQL = `
  select pg_is_in_recovery() as "isReplica", concat_ws(' ', (select id from catalog.database),
                   string_agg(concat(number, state, content_hash), ',' order by number)) as stamp
  from release.release where state in ('published', 'withdrawn')`;

/** A replica that was killed answers from before what it had told already until it has read its log again; after so long it is believed. */
const CATCHES_UP_MS = 60_000;

/** Whether two stamps are of one database, whose id is their first word. */
const isSameDatabase = (stamp: string, other: string | null): boolean =>
  stamp.split(" ")[0] === other?.split(" ")[0];

/** Whether releases are from before others that are known: one of those is missing, or no longer withdrawn. */
export const isFromBefore = (
  now: readonly Pick<ReleaseInfo, "number" | "state">[],
  known: readonly Pick<ReleaseInfo, "number" | "state">[],
): boolean =>
  known.some(({ number, state }) => {
    const own = now.find((release) => release.number === number);
    return !own || (state === "withdrawn" && own.state !== "withdrawn");
  });

/** A statement that ends, with its connection, when it gets no answer. */
const within = (text: string): QueryConfig & { query_timeout: number } => ({
  text,
  query_timeout: ANSWER_MS,
});

export interface ReleaseSubscriber {
  /** Called when another release becomes the latest; null when none is published any more. */
  onLatest?(release: number | null): void;
  /** Called when any release was published or withdrawn. */
  onReleases?(): void;
  /** Called once, when the server stops. */
  onStop?(): void;
}

export class ReleaseWatch {
  /** Published and withdrawn releases, newest first; the last known ones while the database is away. */
  releases: readonly ReleaseInfo[] = [];
  isReachable = false;
  readonly #database: Database;
  readonly #apiShape: string;
  readonly #log: Logger;
  readonly #listener: ReleaseListener;
  readonly #subscribers = new Set<ReleaseSubscriber>();
  #stamp: string | null = null;
  /** Since when a replica has been answering from before what is known; null where it does not. */
  #behindSince: number | null = null;
  #timer: NodeJS.Timeout | null = null;
  #isStopped = false;
  #looking: Promise<void> | null = null;

  /** `apiShape` goes into the addresses of releases. */
  constructor(database: Database, log: Logger, apiShape: string) {
    this.#database = database;
    this.#apiShape = apiShape;
    this.#log = log;
    this.#listener = new ReleaseListener(database, log, () => void this.#lookAgain());
  }

  /** Calls `subscriber` from now on, until the function that comes back is called. */
  subscribe(subscriber: ReleaseSubscriber): () => void {
    this.#subscribers.add(subscriber);
    return () => this.#subscribers.delete(subscriber);
  }

  /** Whether the database has ever answered. */
  get isKnown(): boolean {
    return this.#stamp !== null;
  }

  get latest(): ReleaseInfo | null {
    return this.releases.find(({ state }) => state === "published") ?? null;
  }

  /** The published or withdrawn release that an address names, by its number alone or with its stamp. */
  find(address: string): ReleaseInfo | undefined {
    return isStamped(address)
      ? this.releases.find((release) => release.address === address)
      : this.releases.find(({ number }) => number === releaseNumberOf(address));
  }

  /** Looks once, then every second until `stop`; where the database tells of a release, at once beside that. */
  async start(): Promise<void> {
    await this.look();
    if (this.#isStopped) return;
    if (this.isReachable) await this.#listener.ensure();
    this.#timer = setTimeout(() => void this.start(), POLL_MS);
    this.#timer.unref();
  }

  /** Stops looking and lets the subscribers go. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    for (const { onStop } of this.#subscribers) onStop?.();
    await this.#listener.stop();
  }

  /** Looks now; callers at the same time share one look. */
  look(): Promise<void> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  /** A look that had begun may have missed what came since. */
  async #lookAgain(): Promise<void> {
    await this.#looking;
    await this.look();
  }

  async #look(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error("the database takes too long")), ANSWER_MS);
    });
    try {
      await Promise.race([this.#read(), late]);
      if (!this.isReachable) this.#log.info("database answers");
      this.isReachable = true;
    } catch (error) {
      if (this.isReachable || !isDatabaseUnavailable(error))
        this.#log.warn({ err: error }, "database does not answer");
      this.isReachable = false;
    } finally {
      clearTimeout(timer);
    }
  }

  async #read(): Promise<void> {
    const { rows } = await this.#database.pool.query<{ stamp: string; isReplica: boolean }>(
      within(STAMP_SQL),
    );
    const { stamp, isReplica } = rows[0]!;
    if (stamp === this.#stamp) {
      this.#behindSince = null;
      return;
    }
    const all = await this.#database.pool.query<ListedRelease>(within(RELEASES_SQL));
    const before = this.latest;
    const listed = all.rows
      .filter(({ state }) => state === "published" || state === "withdrawn")
      .map(({ identity, ...release }) => ({
        ...release,
        address: stampedAddress(release.number, identity, this.#apiShape),
      }));
    if (isReplica && isSameDatabase(stamp, this.#stamp) && isFromBefore(listed, this.releases)) {
      if (this.#behindSince === null)
        this.#log.warn("the replica answers from before what it told already: what is known stays");
      this.#behindSince ??= performance.now();
      if (performance.now() - this.#behindSince < CATCHES_UP_MS) return;
    }
    this.#behindSince = null;
    this.releases = listed;
    this.#stamp = stamp;
    const { latest } = this;
    for (const { onLatest, onReleases } of this.#subscribers) {
      if (latest?.address !== before?.address) onLatest?.(latest?.number ?? null);
      onReleases?.();
    }
  }
}
