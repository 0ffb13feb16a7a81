// What the address of a tile asks for, checked part by part; which release it names is found by the caller.

import { parseColumnId } from "#domain/column_id";
import { MAX_TILE_COLUMNS } from "#domain/contract/tiles";
import { EDITION_IDS, isEdition, type Edition } from "#domain/edition";
import { RELEASE_ADDRESS, RELEASE_ADDRESS_RULE } from "#domain/release_address";
import { ProblemError } from "#server/errors";
import type { ColumnEntry } from "#server/read/columns/column_entry";
import { findColumn } from "#server/read/columns/derived";
import { checkEdition } from "#server/read/find_release";
import type { Release } from "#server/read/release";
import type { TileKey } from "./tile_store.ts";
import type { TileForm } from "./tile_format.ts";

/** Above this a tile number no longer fits. */
const MAX_Z = 30;

/** Parts of the address as they are written. */
export type TileAddress = Readonly<Record<"release" | "edition" | "level" | "z" | "x" | "y", string>>;

/** The parts that can be checked without a release. */
export interface TilePlace {
  /** Of the release; undefined for `latest`. */
  readonly address: string | undefined;
  readonly edition: Edition;
  readonly level: string;
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

export interface TileRequest {
  /** The address of its release; not the record, which would stay in memory with a request that is kept. */
  readonly release: string;
  readonly edition: Edition;
  readonly key: TileKey;
  readonly form: TileForm;
  /** Columns whose values it holds. */
  readonly entries: readonly ColumnEntry[];
  /** For how many columns its prefix is; not used by a form without one. */
  readonly columnCount: number;
  /** What its bytes depend on beside the tile; letters that may stand in an ETag. */
  readonly content: string;
}

/** Parses `latest` or the address of a release. */
export function parseReleaseAddress(text: string): string | undefined {
  if (text === "latest") return undefined;
  if (!RELEASE_ADDRESS.test(text))
    throw new ProblemError(
      400,
      "bad release",
      `release "${text.slice(0, 60)}" is neither "latest" nor ${RELEASE_ADDRESS_RULE}`,
    );
  return text;
}

/** Parses an edition; throws a 404 that names the known ones. */
export function parseEdition(text: string): Edition {
  if (isEdition(text)) return text;
  throw new ProblemError(
    404,
    "unknown edition",
    `unknown edition "${text.slice(0, 60)}": known are ${EDITION_IDS.join(", ")}`,
  );
}

/** Parses one of z, x, y: digits only. */
function tileNumber(name: string, text: string, below: number): number {
  const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (!(number < below))
    throw new ProblemError(
      400,
      "bad tile address",
      `${name} is "${text.slice(0, 60)}": it is a whole number from 0 to ${below - 1}`,
    );
  return number;
}

/** Parses what stands in the path; throws a 400 for its form and a 404 for an unknown edition. */
export function parsePlace(address: TileAddress): TilePlace {
  const z = tileNumber("z", address.z, MAX_Z + 1);
  const x = tileNumber("x", address.x, 2 ** z);
  const y = tileNumber("y", address.y, 2 ** z);
  const release = parseReleaseAddress(address.release);
  return { address: release, edition: parseEdition(address.edition), level: address.level, z, x, y };
}

/** Parses `indicator@period,…`; throws a 400 for its form and a 404 that names what is known. */
export function parseColumns(release: Release, level: string, c: string | undefined): ColumnEntry[] {
  release.level(level);
  if (c === undefined || c === "") return [];
  const parts = c.split(",");
  if (parts.length > MAX_TILE_COLUMNS)
    throw new ProblemError(
      400,
      "too many columns",
      `c names ${parts.length} columns: at most ${MAX_TILE_COLUMNS}`,
    );
  return parts.map((part) => {
    const column = parseColumnId(part);
    if (!column)
      throw new ProblemError(
        400,
        "bad column",
        `column "${part.slice(0, 60)}" is not of the form indicator@period`,
      );
    return findColumn(release, level, column.indicator, column.period);
  });
}

/** What an address says beside the place, by the form of the tile. */
export interface TileParameters {
  /** Columns, as they are written. */
  readonly c?: string | undefined;
  /** For how many columns the prefix of a geometry is. */
  readonly n?: number;
  readonly boundary?: string;
}

/** Letters of a content hash that keep columns apart. */
const HASH_LETTERS = 24;

/** Looks a place up in its release; throws a 404 that names what is known. */
export function requestOf(
  release: Release,
  { level, z, x, y }: TilePlace,
  form: TileForm,
  { c, n, boundary }: TileParameters,
): TileRequest {
  const { boundaryVersion, boundaryAddress } = release;
  checkEdition(form.contract, release.edition);
  if (boundary !== undefined && boundary !== String(boundaryVersion) && boundary !== boundaryAddress)
    throw new ProblemError(
      404,
      "other boundaries",
      `release ${release.number} has boundary version ${boundaryAddress}, not "${boundary.slice(0, 60)}"`,
    );
  const { minZoom, maxZoom } = release.level(level);
  if (z < minZoom || z > maxZoom)
    throw new ProblemError(
      404,
      "no such zoom",
      `level ${level} has tiles at zooms ${minZoom} to ${maxZoom}, not ${z}`,
    );
  const entries = n === undefined ? parseColumns(release, level, c) : [];
  return {
    release: release.address,
    edition: release.edition,
    key: { boundaryVersion, level, z, x, y },
    form,
    entries,
    columnCount: n ?? entries.length,
    content:
      n === undefined
        ? entries.map(({ contentHash }) => contentHash.slice(0, HASH_LETTERS)).join(".")
        : String(n),
  };
}

/** The ETag, without quotes, of a request's answer: of what it is made of, never of its bytes. */
export const tagOf = ({ release, key, content }: TileRequest): string =>
  `${release}-${key.boundaryVersion}-${content}`;
