// How long an answer may be kept, and by whom.

import { ACCESS, type Access } from "#domain/access";
import { EDITIONS, type Edition } from "#domain/edition";

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

/** Cache-Control of an answer: for a year where the URL names the release (`isPinned`), else it is revalidated. */
export const cacheControl = (audience: Audience, isPinned: boolean): string =>
  `${isShared(audience) ? "public" : "private"}, ${isPinned ? "max-age=31536000, immutable" : "max-age=0, must-revalidate"}`;
