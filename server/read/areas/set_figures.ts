// The figures of a hand-picked set of areas: sums, statistics and their estimates, as if the set were one area.

import type { CatalogIndicator } from "#domain/contract/catalog";
import { samplingMeasuresOf } from "#domain/indicator";
import type { ExactColumn } from "#server/column_store/column";
import { measureColumn } from "#server/column_store/release_record";
import { estimateColumn, type ColumnSums } from "#server/read/columns/estimate";
import {
  columnOfOne,
  estimateFields,
  withoutSums,
  type EstimateFields,
  type ValueFields,
} from "#server/read/columns/value";
import type { Release } from "#server/read/release";
import type { Store } from "#server/read/store";
import { meanOfSet, sumSet, type SetMember } from "./area_set.ts";

/** A column at each of the levels; levels without it are left out. */
export async function readLevels(
  store: Store,
  release: Release,
  levels: Iterable<string>,
  indicator: string,
  period: string,
): Promise<Map<string, ExactColumn>> {
  const columns = new Map<string, ExactColumn>();
  for (const level of levels) {
    const entry = release.find(level, indicator, period);
    if (entry) columns.set(level, await store.columns.exact(entry));
  }
  return columns;
}

/** Reads the figures of one set of areas. */
export class SetFigures {
  readonly #store: Store;
  readonly #release: Release;
  readonly #members: readonly SetMember[];
  readonly #levels: ReadonlySet<string>;

  constructor(store: Store, release: Release, members: readonly SetMember[]) {
    this.#store = store;
    this.#release = release;
    this.#members = members;
    this.#levels = new Set(members.map(({ level }) => level));
  }

  #read(id: string, period: string): Promise<Map<string, ExactColumn>> {
    return readLevels(this.#store, this.#release, this.#levels, id, period);
  }

  /** The sums of a column, and their quotient. */
  async sum(id: string, period: string) {
    const columns = await this.#read(id, period);
    return sumSet(this.#members, (level) => columns.get(level));
  }

  /** A statistic over the set: the mean by its weight; not applicable without one. */
  async #mean({ id, statistic }: CatalogIndicator, period: string) {
    const weight = statistic!.weight;
    const values = await this.#read(id, period);
    const weights = weight === undefined ? new Map() : await this.#read(measureColumn(weight), period);
    const { coverage, ...fields } = meanOfSet(
      this.#members,
      (level) => values.get(level),
      (level) => weights.get(level),
    );
    return { ...withoutSums(fields), coverage };
  }

  /** The estimates of a sum, from the sums of its samples, as for an area of an upper level. */
  async #estimated(
    indicator: CatalogIndicator,
    summed: ValueFields,
    period: string,
  ): Promise<EstimateFields> {
    // How the errors of statistics add up is not known.
    if (indicator.statistic) return {};
    const samples = new Map<string, ColumnSums>();
    for (const id of samplingMeasuresOf(indicator))
      samples.set(id, columnOfOne(await this.sum(measureColumn(id), period)));
    const estimates = estimateColumn(indicator, period, columnOfOne(summed), (id) => samples.get(id));
    return estimates ? estimateFields(estimates, 0) : {};
  }

  /** An indicator of the set, with its coverage and how sure it is. */
  async figure(indicator: CatalogIndicator, period: string) {
    const summed = await (indicator.statistic
      ? this.#mean(indicator, period)
      : this.sum(indicator.id, period));
    return { ...summed, ...(await this.#estimated(indicator, summed, period)) };
  }
}
