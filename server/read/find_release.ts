// Which release a request is about.

import type { Contract } from "#domain/contract/contract";
import type { Edition } from "#domain/edition";
import { ProblemError, RETRY_AFTER_SECONDS } from "#server/errors";
import type { Release } from "./release.ts";
import type { ReleaseWatch } from "./release_watch.ts";
import type { Store } from "./store.ts";

export interface WantedRelease {
  /** Undefined for the latest. */
  readonly number: number | undefined;
  readonly edition: Edition;
}

/** The query of every contract that is answered from a release. */
export interface WantedEdition {
  readonly release?: number;
  readonly edition: Edition;
}

/** Throws a 404 where a contract does not answer from an edition. */
export function checkEdition(
  { path, editions }: Pick<Contract, "path" | "editions">,
  edition: Edition,
): void {
  if (editions.includes(edition)) return;
  throw new ProblemError(
    404,
    "no such edition",
    `${path} has no ${edition} edition: it answers from ${editions.join(", ")}`,
  );
}

/**
 * The release with a number, or the latest, in one of its editions; throws a 404 where there is none, a 410 for a withdrawn
 * one, and a 503 where the database would have to be asked and is away.
 */
export async function findRelease(
  { store, watch }: { readonly store: Store; readonly watch: ReleaseWatch },
  { number, edition }: WantedRelease,
): Promise<Release> {
  if (number !== undefined) {
    await checkPublished(watch, number);
    return store.releases.get(number, edition);
  }
  const { latest } = watch;
  if (latest !== null) return store.releases.get(latest, edition);
  if (!watch.isReachable) throw new ProblemError(503, "database away", "the database cannot be reached");
  throw new ProblemError(404, "no release", "nothing is published: import a dataset and publish it");
}

async function checkPublished(watch: ReleaseWatch, number: number): Promise<void> {
  const find = () => watch.releases.find((release) => release.number === number);
  // Published a moment ago, by another process.
  if (!find()) await watch.look();
  const known = find();
  if (known?.state === "published") return;
  // It may have been published since: what is not known is not denied.
  if (!known && !watch.isReachable)
    throw new ProblemError(
      503,
      "database away",
      `release ${number} is not known here, and the database cannot be reached: try again in ${RETRY_AFTER_SECONDS} s`,
    );
  const published = watch.releases.filter(({ state }) => state === "published");
  const listed = published.map((release) => release.number).join(", ") || "none";
  if (known)
    throw new ProblemError(
      410,
      "release withdrawn",
      `release ${number} was withdrawn: published are ${listed}`,
    );
  throw new ProblemError(404, "unknown release", `unknown release ${number}: published are ${listed}`);
}
