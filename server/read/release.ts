// One edition of a published release as the server reads it: its catalogue, and which columns it has.

import type { CatalogIndicator, CatalogLevel } from "#domain/contract/catalog";
import type { Edition } from "#domain/edition";
import { findIndicator } from "#domain/indicator";
import { ProblemError } from "#server/errors";
import type { ReleaseCatalog } from "#server/column_store/release_record";
import type { ColumnEntry } from "./columns/column_entry.ts";

interface ReleaseFacts {
  readonly number: number;
  /** Number and stamp. */
  readonly address: string;
  readonly edition: Edition;
  readonly publishedAt: string | null;
  readonly boundaryVersion: number;
  /** Version and stamp. */
  readonly boundaryAddress: string;
  readonly catalog: ReleaseCatalog;
  /** Batches of facilities and roads that it shows. */
  readonly things: readonly number[];
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

const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

const nameOf = ({ level, indicator, period }: Pick<ColumnEntry, "level" | "indicator" | "period">): string =>
  `${level} ${indicator} ${period}`;

export class Release {
  readonly number: number;
  readonly address: string;
  readonly edition: Edition;
  readonly publishedAt: string | null;
  readonly boundaryVersion: number;
  readonly boundaryAddress: string;
  readonly catalog: ReleaseCatalog;
  readonly things: readonly number[];
  /** Rough size in memory, without what it shares. */
  readonly byteLength: number;
  readonly #columns: ReadonlyMap<string, ColumnEntry>;

  /** Entries that `like` has too are shared with it: most columns of a release are those of the one before. */
  constructor(facts: ReleaseFacts, entries: readonly ColumnEntry[], like: Release | null) {
    this.number = facts.number;
    this.address = facts.address;
    this.edition = facts.edition;
    this.publishedAt = facts.publishedAt;
    this.boundaryVersion = facts.boundaryVersion;
    this.boundaryAddress = facts.boundaryAddress;
    this.catalog = facts.catalog;
    this.things = facts.things;
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

  /** A level by id; throws a 404 that names the known ones. */
  level(id: string): CatalogLevel {
    const { levels } = this.catalog;
    const level = levels.find((candidate) => candidate.id === id);
    if (!level) throw unknown("level", id, idsOf(levels));
    return level;
  }

  indicator(id: string): CatalogIndicator {
    const indicator = findIndicator(this.catalog.indicators, id);
    if (!indicator) throw unknown("indicator", id, idsOf(this.catalog.indicators));
    return indicator;
  }

  /** The id of a measure; throws a 404 that names the known ones. */
  measure(id: string): string {
    const known = idsOf(this.catalog.measures);
    if (!known.includes(id)) throw unknown("measure", id, known);
    return id;
  }

  period(label: string): string {
    if (!this.catalog.periods.includes(label)) throw unknown("period", label, this.catalog.periods);
    return label;
  }

  /** A stored column of an indicator or a measure; null when there is none. */
  find(level: string, id: string, period: string): ColumnEntry | null {
    return this.#columns.get(nameOf({ level, indicator: id, period })) ?? null;
  }

  /** The stored column of an indicator in a period; throws a 404 that says which of the three is unknown. */
  column(level: string, indicatorId: string, period: string): ColumnEntry {
    this.level(level);
    const { id: indicator, periods } = this.indicator(indicatorId);
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

  /** The period before one in which the indicator has figures; null when there is none. */
  previousPeriod(indicator: string, period: string): string | null {
    const { periods } = this.indicator(indicator);
    return periods[periods.indexOf(period) - 1] ?? null;
  }
}
