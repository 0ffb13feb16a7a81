// How long an answer may be kept, and by whom.

import { ACCESS, type Access } from "#domain/access";
import { EDITIONS, type Edition } from "#domain/edition";
import { isStamped } from "#domain/release_address";

/** For whom an answer is. */
export interface Audience {
  /** Null for what is of no release. */
  readonly edition: Edition | null;
  readonly access: Access;
}

export const NOT_KEPT = "no-store";

/** Only what anybody may read is kept by caches that many people share. */
const isShared = ({ edition, access }: Audience): boolean =>
  edition !== null && EDITIONS[edition].isShared && ACCESS[access].isAnonymous;

/**
 * Cache-Control of an answer of which the URL names the release by `address`: for a year where that has a stamp, else it is
 * revalidated, since a number means another release in another database.
 */
export const cacheControl = (audience: Audience, address: string | undefined): string =>
  `${isShared(audience) ? "public" : "private"}, ${address !== undefined && isStamped(address) ? "max-age=31536000, immutable" : "max-age=0, must-revalidate"}`;

/**
 * The name under which caches that many people share can drop all answers of a release at once, when it is withdrawn: the same
 * as in its address. None for what they do not keep.
 */
export const cacheTag = (audience: Audience, address: string | undefined): readonly string[] =>
  isShared(audience) && address !== undefined && isStamped(address)
    ? ["Cache-Tag", `release-${address}`]
    : [];
