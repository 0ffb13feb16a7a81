// Which release a request is about.

import type { Contract } from "#domain/contract/contract";
import type { ReleaseInfo } from "#domain/contract/releases";
import type { Edition } from "#domain/edition";
import { releaseNumberOf } from "#domain/release_address";
import { ProblemError, RETRY_AFTER_SECONDS } from "#server/errors";
import type { Release } from "./release.ts";
import type { ReleaseWatch } from "./release_watch.ts";
import type { Store } from "./store.ts";

export interface WantedRelease {
  /** A number, or number and stamp; undefined for the latest. */
  readonly address: string | undefined;
  readonly edition: Edition;
}

/** The query of every contract that is answered from a release. */
export interface WantedEdition {
  readonly release?: string;
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
 * The release with an address, or the latest, in one of its editions; throws a 404 where there is none, a 410 for a withdrawn
 * one, and a 503 where the database would have to be asked and is away.
 */
export async function findRelease(
  { store, watch }: { readonly store: Store; readonly watch: ReleaseWatch },
  { address, edition }: WantedRelease,
): Promise<Release> {
  if (address !== undefined) return readAs(store, await findPublished(watch, address), edition);
  const { latest } = watch;
  if (latest !== null) return readAs(store, latest, edition);
  if (!watch.isReachable) throw new ProblemError(503, "database away", "the database cannot be reached");
  throw new ProblemError(404, "no release", "nothing is published: import a dataset and publish it");
}

/** Reads a release; where what is in memory has another address, the database was exchanged under the running server. */
async function readAs(store: Store, { number, address }: ReleaseInfo, edition: Edition): Promise<Release> {
  const { releases } = store.of(edition);
  const known = await releases.get(number, edition);
  if (known.address === address) return known;
  store.forget();
  return releases.get(number, edition);
}

async function findPublished(watch: ReleaseWatch, address: string): Promise<ReleaseInfo> {
  // Published a moment ago, by another process.
  if (!watch.find(address)) await watch.look();
  const known = watch.find(address);
  if (known?.state === "published") return known;
  // It may have been published since: what is not known is not denied.
  if (!known && !watch.isReachable)
    throw new ProblemError(
      503,
      "database away",
      `release ${address} is not known here, and the database cannot be reached: try again in ${RETRY_AFTER_SECONDS} s`,
    );
  const published = watch.releases.filter(({ state }) => state === "published");
  const listed = published.map((release) => release.number).join(", ") || "none";
  if (known)
    throw new ProblemError(
      410,
      "release withdrawn",
      `release ${known.number} was withdrawn: published are ${listed}`,
    );
  const namesake = watch.find(String(releaseNumberOf(address)));
  const also = namesake ? `; release ${namesake.number} is ${namesake.address} here` : "";
  throw new ProblemError(
    404,
    "unknown release",
    `unknown release ${address}: published are ${listed}${also}`,
  );
}
