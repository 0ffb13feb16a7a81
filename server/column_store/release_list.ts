// What the database says of releases: the list of them, and the channel on which it tells that the list has changed.

import type { ReleaseInfo } from "#domain/contract/releases";
import { RELEASE_IDENTITY_SQL } from "./release_address.ts";

/** The channel on which a database tells its servers that releases have changed. */
export const RELEASE_CHANNEL = "village_lens_release";

/** A release as the database stores it, without what the running program adds. */
export interface ListedRelease extends Omit<ReleaseInfo, "address"> {
  readonly identity: string;
}

/** Releases as `ListedRelease`, newest first. */
export const RELEASES_SQL = `
  select number, state, note, boundary_version as "boundaryVersion", catalog -> 'catalog' -> 'periods' as periods,
         to_char(created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "createdAt",
         to_char(published_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "publishedAt",
         to_char(withdrawn_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "withdrawnAt",
         ${RELEASE_IDENTITY_SQL} as identity
  from release.release r order by number desc`;
