// Releases as they were written, one edition each, in memory or from the database.

import { EDITION_IDS, EDITIONS, mayCarry, type Edition } from "#domain/edition";
import { findIndicator } from "#domain/indicator";
import { BoundedCache, type CacheStatistics } from "#server/cache";
import {
  BOUNDARY_IDENTITY_SQL,
  PUBLISHED_IDENTITY_SQL,
  RELEASE_IDENTITY_SQL,
  stampedAddress,
} from "#server/column_store/release_address";
import { measureColumn, type ReleaseCatalog } from "#server/column_store/release_record";
import { ProblemError } from "#server/errors";
import type { ColumnEntry } from "./columns/column_entry.ts";
import { Release } from "./release.ts";
import type { ReadRows } from "./rows.ts";

const MAX_BYTES = 16 << 20;

interface ReleaseRow {
  readonly number: number;
  readonly publishedAt: string | null;
  readonly boundaryVersion: number;
  readonly catalog: ReleaseCatalog;
  readonly things: readonly number[];
  readonly identity: string;
  readonly boundaryIdentity: string;
}

const DATES_SQL = `number, boundary_version as "boundaryVersion",
  to_char(published_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "publishedAt",
  ${BOUNDARY_IDENTITY_SQL} as "boundaryIdentity"`;

/** The public's role may read neither the catalogue of a release nor what its hash is made of. */
const RELEASE_SQL: Readonly<Record<Edition, string>> = {
  internal: `
    select ${DATES_SQL}, catalog -> 'catalog' as catalog, coalesce(catalog -> 'inputs' -> 'things', '[]') as things,
            ${RELEASE_IDENTITY_SQL} as identity
    from release.release r where number = $1 and published_at is not null`,
  public: `
    select ${DATES_SQL}, e.catalog, '[]'::jsonb as things, ${PUBLISHED_IDENTITY_SQL} as identity
    from release.release r join release.public_edition e on e.release = r.number
    where number = $1 and published_at is not null`,
};

/** Throws where an edition holds a column of an indicator that it may not carry. */
function checkCarried(
  edition: Edition,
  { number, catalog }: ReleaseRow,
  columns: readonly ColumnEntry[],
): void {
  if (EDITIONS[edition].carries === null) return;
  const measures = new Set(catalog.measures.map(({ id }) => measureColumn(id)));
  for (const { indicator: id } of columns) {
    if (measures.has(id)) continue;
    const indicator = findIndicator(catalog.indicators, id);
    if (!indicator || !mayCarry(edition, indicator))
      throw new Error(
        `the ${edition} edition of release ${number} holds ${id}, whose disclosure class ${indicator?.disclosure ?? "(none)"} it may not carry`,
      );
  }
}

export class ReleaseStore {
  readonly #rows: ReadRows;
  readonly #apiShape: string;
  readonly #releases = new BoundedCache<Release>(MAX_BYTES, (release) => release.byteLength);
  /** The next one shares its columns. */
  #lastRead: Release | null = null;

  constructor(rows: ReadRows, apiShape: string) {
    this.#rows = rows;
    this.#apiShape = apiShape;
  }

  statistics(): Record<"releases", CacheStatistics> {
    return { releases: this.#releases.statistics() };
  }

  /** An edition of a release that is or was published; throws a 404 where there is none. */
  get(number: number, edition: Edition): Promise<Release> {
    return this.#releases.get(keyOf(number, edition), () => this.#read(number, edition));
  }

  /** The same where it is in memory; else undefined. */
  inMemory(number: number, edition: Edition): Release | undefined {
    return this.#releases.peek(keyOf(number, edition));
  }

  forget(): void {
    this.#releases.clear();
    this.#lastRead = null;
  }

  async #read(number: number, edition: Edition): Promise<Release> {
    const [row] = await this.#rows<ReleaseRow>(RELEASE_SQL[edition], [number]);
    if (!row) throw await this.#missing(number, edition);
    const columns = await this.#rows<ColumnEntry>(
      `select level, indicator, period, content_hash as "contentHash"
       from release.column where release = $1 and edition = $2`,
      [number, edition],
    );
    checkCarried(edition, row, columns);
    const { identity, boundaryIdentity, ...facts } = row;
    const address = stampedAddress(number, identity, this.#apiShape);
    const boundaryAddress = stampedAddress(row.boundaryVersion, boundaryIdentity, this.#apiShape);
    const release = new Release({ ...facts, address, boundaryAddress, edition }, columns, this.#lastRead);
    return (this.#lastRead = release);
  }

  /** Why an edition of a release is not there. */
  async #missing(number: number, edition: Edition): Promise<ProblemError> {
    const published = await this.#rows(
      "select from release.release where number = $1 and published_at is not null",
      [number],
    );
    if (published.length === 0)
      return new ProblemError(404, "unknown release", `release ${number} is not published`);
    const always = EDITION_IDS.filter((id) => EDITIONS[id].isInEveryRelease).join(", ");
    return new ProblemError(
      404,
      "no such edition",
      `release ${number} has no ${edition} edition: every release has ${always}`,
    );
  }
}

const keyOf = (number: number, edition: Edition): string => `${number} ${edition}`;
