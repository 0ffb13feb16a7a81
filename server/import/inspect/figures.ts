// The measures and indicators that the tables of a profile need and the built-in registry lacks, each once.

import { INDICATORS } from "#domain/registry/index";
import type { Indicator, Term } from "#domain/indicator";
import type { Measure } from "#domain/measure";
import type { Text } from "#domain/text";
import type { UnitId } from "#domain/unit";
import { lensOf, polarityOf } from "./headers.ts";

/** An indicator as a profile writes it. */
export interface FoundIndicator {
  readonly id: string;
  readonly replaces?: "built-in";
  readonly lens: Indicator["lens"];
  readonly label: Text;
  readonly symbol?: string;
  readonly ratio?: readonly [Term, Term];
  readonly sum?: string;
  readonly statistic?: string;
  readonly unit?: UnitId;
  readonly polarity?: Indicator["polarity"];
}

export class Figures {
  readonly measures: Measure[] = [];
  readonly indicators: FoundIndicator[] = [];

  /** Adds a measure, and returns its id: that of one with the same name and unit that is there already, or a free one. */
  measure(wanted: Measure): string {
    const same = this.measures.find(
      ({ label, unit, statistic }) =>
        JSON.stringify(label) === JSON.stringify(wanted.label) &&
        unit === wanted.unit &&
        statistic === wanted.statistic,
    );
    if (same) return same.id;
    const id = free(wanted.id, (each) => this.measures.some((measure) => measure.id === each));
    this.measures.push({ ...wanted, id });
    return id;
  }

  /** A sum of a count. */
  addSum(measure: string, header: string): void {
    const { label, unit } = this.measures.find(({ id }) => id === measure)!;
    this.#add({ id: measure, lens: lensOf(header), label, sum: measure, unit, polarity: polarityOf(header) });
  }

  /** A figure of its own level. */
  addStatistic(measure: string, header: string): void {
    const { label, unit } = this.measures.find(({ id }) => id === measure)!;
    this.#add({
      id: measure,
      lens: lensOf(header),
      label,
      statistic: measure,
      unit,
      polarity: polarityOf(header),
    });
  }

  /** A share or a mean. */
  addRatio(id: string, header: string, label: Text, ratio: readonly [Term, Term], unit?: UnitId): void {
    this.#add({
      id,
      lens: lensOf(header),
      label,
      ratio,
      ...(unit ? { unit } : {}),
      polarity: polarityOf(header),
    });
  }

  /** Indicators in place of built-in ones. */
  replace(indicators: readonly FoundIndicator[]): void {
    for (const indicator of indicators)
      if (!this.indicators.some(({ id }) => id === indicator.id)) this.indicators.push(indicator);
  }

  #add(wanted: FoundIndicator): void {
    const formula = ({ ratio, sum, statistic }: FoundIndicator): string =>
      JSON.stringify([ratio, sum, statistic]);
    if (this.indicators.some((indicator) => formula(indicator) === formula(wanted))) return;
    const isTaken = (id: string): boolean =>
      [...INDICATORS, ...this.indicators].some((indicator) => indicator.id === id);
    this.indicators.push({ ...wanted, id: free(wanted.id, isTaken) });
  }
}

/** `wanted`, or with a number behind it where that is taken. */
function free(wanted: string, isTaken: (id: string) => boolean): string {
  if (!isTaken(wanted)) return wanted;
  for (let n = 2; ; n++) {
    const id = `${wanted.slice(0, 60)}_${n}`;
    if (!isTaken(id)) return id;
  }
}
