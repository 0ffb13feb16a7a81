// One published release as the server reads it: its catalogue, and which columns it has.

import { parseColumnPeriod } from "#domain/column_id";
import type { CatalogIndicator, CatalogLevel } from "#domain/contract/catalog";
import { findIndicator } from "#domain/indicator";
import { ProblemError } from "#server/errors";
import type { ReleaseCatalog } from "#server/column_store/release_record";
import { derivedEntry } from "./columns/derived.ts";
import type { ExactColumn, Store } from "./store.ts";

export interface ColumnEntry {
  readonly level: string;
  readonly indicator: string;
  /** As it was asked for: `2022`, `2014..2022`, `2022~reliability`. */
  readonly period: string;
  /** Of a derived column the hash of what it is made of. */
  readonly contentHash: string;
  /** Makes a column that is not stored. */
  make?(store: Store): Promise<ExactColumn>;
}

/** Values in messages are cut to this length. */
const SHOWN_LENGTH = 60;

const shown = (value: string): string =>
  value.length > SHOWN_LENGTH ? `${value.slice(0, SHOWN_LENGTH)}…` : value;

function unknown(what: string, value: string, known: readonly string[]): ProblemError {
  return new ProblemError(
    404,
    `unknown ${what}`,
    `unknown ${what} "${shown(value)}": known are ${known.join(", ")}`,
  );
}

/** What an entry takes, as measured: by itself, and its place in the list. */
const OWN_BYTES = 350;
const SHARED_BYTES = 30;
const CATALOG_BYTES = 150_000;

const nameOf = ({ level, indicator, period }: Pick<ColumnEntry, "level" | "indicator" | "period">): string =>
  `${level} ${indicator} ${period}`;

export class Release {
  readonly number: number;
  readonly publishedAt: string | null;
  readonly boundaryVersion: number;
  readonly catalog: ReleaseCatalog;
  /** Rough size in memory, without what it shares. */
  readonly byteLength: number;
  readonly #columns: ReadonlyMap<string, ColumnEntry>;

  /** Entries that `like` has too are shared with it: most columns of a release are those of the one before. */
  constructor(
    facts: { number: number; publishedAt: string | null; boundaryVersion: number; catalog: ReleaseCatalog },
    entries: readonly ColumnEntry[],
    like: Release | null,
  ) {
    this.number = facts.number;
    this.publishedAt = facts.publishedAt;
    this.boundaryVersion = facts.boundaryVersion;
    this.catalog = facts.catalog;
    const columns = new Map(like ? like.#columns : []);
    let own = 0;
    for (const entry of entries) {
      const name = nameOf(entry);
      if (columns.get(name)?.contentHash === entry.contentHash) continue;
      columns.set(name, entry);
      own++;
    }
    if (columns.size > entries.length) {
      const names = new Set(entries.map(nameOf));
      for (const name of columns.keys()) if (!names.has(name)) columns.delete(name);
    }
    this.#columns = columns;
    this.byteLength = own * OWN_BYTES + entries.length * SHARED_BYTES + CATALOG_BYTES;
  }

  /** Gives a level by id; throws a 404 that names the known ones. */
  level(id: string): CatalogLevel {
    const level = this.catalog.levels.find((one) => one.id === id);
    if (!level)
      throw unknown(
        "level",
        id,
        this.catalog.levels.map((one) => one.id),
      );
    return level;
  }

  indicator(id: string): CatalogIndicator {
    const indicator = findIndicator(this.catalog.indicators, id);
    if (!indicator)
      throw unknown(
        "indicator",
        id,
        this.catalog.indicators.map((one) => one.id),
      );
    return indicator;
  }

  /** Gives the id of a measure; throws a 404 that names the known ones. */
  measure(id: string): string {
    const known = this.catalog.measures.map((one) => one.id);
    if (!known.includes(id)) throw unknown("measure", id, known);
    return id;
  }

  period(label: string): string {
    if (!this.catalog.periods.includes(label)) throw unknown("period", label, this.catalog.periods);
    return label;
  }

  /** Gives a stored column of an indicator or a measure; null when there is none. */
  find(level: string, id: string, period: string): ColumnEntry | null {
    return this.#columns.get(nameOf({ level, indicator: id, period })) ?? null;
  }

  /** Gives the column of an indicator, stored or derived (`#domain/columns`); throws a 404 that says which of the three is unknown. */
  column(level: string, asked: string, period: string): ColumnEntry {
    this.level(level);
    const { id: indicator, periods } = this.indicator(asked);
    const parsed = parseColumnPeriod(period);
    if (parsed && (parsed.from !== null || parsed.isReliability))
      return derivedEntry(this, level, indicator, parsed);
    this.period(period);
    const entry = this.find(level, indicator, period);
    if (!entry)
      throw new ProblemError(
        404,
        "no figures",
        `${indicator} has no figures in ${period}: it has them in ${periods.join(", ")}`,
      );
    return entry;
  }

  /** Gives the period before one in which the indicator has figures; null when there is none. */
  previousPeriod(indicator: string, period: string): string | null {
    const { periods } = this.indicator(indicator);
    return periods[periods.indexOf(period) - 1] ?? null;
  }
}
