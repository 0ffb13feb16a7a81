// Numbers above what they are a share of: they are taken as they are, and reported.

import { isAboveWhole, measuresOf, type Indicator, type Term } from "#domain/indicator";
import type { Value } from "#domain/missing";
import type { FindingLog } from "#server/import/findings/finding_log";
import type { Fact } from "./fact_set.ts";

/**
 * Reports every share above 1 that the numbers of one row make: a warning where the numerator is part of the denominator, a
 * note where the indicator says that it may exceed it.
 */
export function reportSharesAboveOne(
  file: string,
  facts: ReadonlyMap<string, Fact>,
  measures: readonly string[],
  { indicators, log }: { readonly indicators: readonly Indicator[]; readonly log: FindingLog },
): void {
  const shares = indicators.filter(
    (indicator) =>
      indicator.unit === "share" &&
      indicator.denominator &&
      measuresOf(indicator).every((measure) => measures.includes(measure)),
  );
  const rates = indicators.filter(
    ({ unit, statistic, numerator }) =>
      unit === "share" && statistic && measures.includes(Object.keys(numerator)[0]!),
  );
  for (const { code, period, row, values } of facts.values()) {
    for (const { id, numerator } of rates) {
      const rate = sum(numerator, measures, values);
      if (rate > 1)
        log.add({
          severity: "warning",
          rule: "rate_above_one",
          file,
          row,
          column: id,
          value: code,
          message: `"${code}" in ${period}: ${id} is ${rate}, a share above 1`,
          action: 'it was taken as it is; write { expr: "COLUMN / 100" } if the column is in per cent',
        });
    }
    for (const indicator of shares) {
      const top = sum(indicator.numerator, measures, values);
      const bottom = sum(indicator.denominator!, measures, values);
      if (!(bottom > 0 && top > bottom)) continue;
      const isFault = isAboveWhole(indicator, top / bottom);
      log.add({
        severity: isFault ? "warning" : "note",
        rule: isFault ? "rate_above_one" : "coverage_above_one",
        file,
        row,
        column: indicator.id,
        value: code,
        message: `"${code}" in ${period}: ${indicator.id} is ${top} / ${bottom}`,
        action: isFault
          ? 'both numbers were taken as they are; look at them, or write "mayExceedOne: true" in the indicator'
          : "both numbers were taken as they are",
      });
    }
  }
}

/** A term of a row; NaN where a number is missing. */
const sum = (term: Term, measures: readonly string[], values: readonly (Value | undefined)[]): number =>
  Object.entries(term).reduce((total, [measure, weight]) => {
    const value = values[measures.indexOf(measure)];
    return total + (typeof value === "number" ? value * weight : Number.NaN);
  }, 0);
