// Which releases the public has, read through the public's role; the last known ones while the database is away.

import { isDatabaseUnavailable } from "#sql/connect";
import { ProblemError } from "#server/errors";
import type { Release } from "#server/read/release";
import type { Store } from "#server/read/store";

export interface PublicRelease {
  readonly number: number;
  readonly publishedAt: string;
  readonly periods: readonly string[];
  readonly indicators: readonly string[];
}

/** The list is asked for again after this long. */
const KEPT_MS = 1_000;

export class PublicReleases {
  readonly #store: Store;
  #list: readonly PublicRelease[] | null = null;
  #readAt = 0;

  /** `store` reads the public edition. */
  constructor(store: Store) {
    this.#store = store;
  }

  /** Published releases with a public edition, newest first. */
  async list(): Promise<readonly PublicRelease[]> {
    if (this.#list && Date.now() - this.#readAt < KEPT_MS) return this.#list;
    try {
      this.#list = await this.#store.rows<PublicRelease>(
        `select r.number, to_char(r.published_at at time zone 'utc', 'YYYY-MM-DD') as "publishedAt",
                e.catalog -> 'periods' as periods,
                jsonb_path_query_array(e.catalog, '$.indicators[*].id') as indicators
         from release.release r join release.public_edition e on e.release = r.number
         where r.state = 'published' order by r.number desc`,
        [],
      );
    } catch (error) {
      if (!this.#list || !isDatabaseUnavailable(error)) throw error;
    }
    this.#readAt = Date.now();
    return this.#list;
  }

  /** A release by number, or the latest; throws a 404. */
  async find(number?: number): Promise<Release> {
    const list = await this.list();
    const wanted = number === undefined ? list[0] : list.find((release) => release.number === number);
    if (!wanted)
      throw new ProblemError(
        404,
        "no public release",
        `${number === undefined ? "no release" : `release ${number}`} is public: public are ${list.map((release) => release.number).join(", ") || "none"}`,
      );
    return this.#store.releases.get(wanted.number, "public");
  }
}
