// The addresses under which a release is named in URLs, and what they are made of.

import { createHash } from "node:crypto";
import { STAMP_DIGITS } from "#domain/release_address";

/**
 * All that the answers about a release depend on beside the program, of a `release.release r`: the database, its content, the
 * time of its publication. Releases from before the hash was kept are hashed here.
 */
export const RELEASE_IDENTITY_SQL = `
  concat_ws(' ', (select id from catalog.database), coalesce(r.content_hash, release.hash_of_content(r)),
            extract(epoch from r.published_at))`;

/** The same text for a release whose hash was kept, as that of every one with a public edition is. */
export const PUBLISHED_IDENTITY_SQL = `
  concat_ws(' ', (select id from catalog.database), r.content_hash, extract(epoch from r.published_at))`;

/** The same of its geometry, which releases with the same boundaries share. */
export const BOUNDARY_IDENTITY_SQL = `
  concat_ws(' ', (select id from catalog.database),
            (select checksum from geo.boundary_version where id = r.boundary_version))`;

/** `7-0f3a…`: a number and the stamp of what it names here; `apiShape` is that of the program that answers. */
export const stampedAddress = (number: number, identity: string, apiShape: string): string =>
  `${number}-${createHash("sha256").update(`${apiShape} ${identity}`).digest("hex").slice(0, STAMP_DIGITS)}`;
