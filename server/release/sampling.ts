// Which figures of a release come from a sample: the tables say it, not the indicator.

import type { Indicator } from "#domain/indicator";
import { errorMeasureId } from "#domain/registry/income_errors";
import type { BatchRow } from "./release_inputs.ts";

type Sampling = NonNullable<Indicator["sampling"]>;

/** Measures that count a sample where a table says only that it is one. */
const USUAL: Sampling = { sample: "surveyed_households", population: "survey_frame_households" };

export interface SampledFigures {
  /** How the error is computed; undefined for a full count. */
  readonly sampling: Sampling | undefined;
  /** Periods whose figures come from a sample. */
  readonly sampledIn: readonly string[];
}

/** Periods in which a batch is a sample: all where it says so, none where it denies it, else those in which the sizes of a sample are reported. */
function sampledPeriods(
  batch: BatchRow,
  sampling: Sampling | undefined,
  batches: readonly BatchRow[],
): string[] {
  if (batch.sample === false) return [];
  if (batch.sample !== null) return [...batch.periods];
  if (!sampling) return [];
  const size = "sample" in sampling ? sampling.sample : Object.values(sampling)[0]!;
  const sized = batches.filter(({ measures }) => measures.includes(size));
  return batch.periods.filter((period) => sized.some(({ periods }) => periods.includes(period)));
}

/** What of an indicator comes from a sample, by the batches that report its numerator. */
export function sampledFigures(indicator: Indicator, batches: readonly BatchRow[]): SampledFigures {
  const needs = Object.keys(indicator.numerator);
  const reporting = batches.filter(({ measures }) => measures.some((measure) => needs.includes(measure)));
  const periods = new Set(reporting.flatMap((batch) => sampledPeriods(batch, indicator.sampling, batches)));
  if (periods.size === 0) return { sampling: undefined, sampledIn: [] };
  const standardError = errorMeasureId(indicator.id);
  if (batches.some(({ measures }) => measures.includes(standardError)))
    return { sampling: { standardError }, sampledIn: [...periods].sort() };
  const named = reporting
    .map(({ sample }) => sample)
    .find((sample) => typeof sample === "object" && sample !== null);
  const sampling = { ...(indicator.sampling ?? USUAL), ...(typeof named === "object" ? named : {}) };
  return { sampling, sampledIn: [...periods].sort() };
}
