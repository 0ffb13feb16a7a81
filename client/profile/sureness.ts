// How sure a figure is, in words: its interval, and whether to use it with caution.

import type { CatalogIndicator } from "#domain/contract/catalog";
import type { SampleReliability } from "#domain/method/estimate";
import { useWords } from "../i18n/words.ts";

interface Estimated {
  readonly value?: number | undefined;
  readonly ciLow?: number | undefined;
  readonly ciHigh?: number | undefined;
  readonly reliability?: SampleReliability | undefined;
}

export interface Sureness {
  /** "12.1–15.3" without the unit; null without an interval. */
  readonly range: string | null;
  /** "95 % interval 12.1 to 15.3%", "full count", "sample size not reported"; null without a value. */
  readonly said: string | null;
  /** Whether it is to be used with caution, or not relied on at all. */
  readonly isDoubtful: boolean;
}

/** Gives how sure a figure of an indicator, or its change, is, in the words of the reader. */
export function useSureness(
  { value, ciLow, ciHigh, reliability }: Estimated,
  { unit, sampling }: Pick<CatalogIndicator, "unit" | "sampling">,
  isChange = false,
): Sureness {
  const words = useWords();
  const { t } = words;
  if (value === undefined) return { range: null, said: null, isDoubtful: false };
  if (!sampling) return { range: null, said: t.fullCount, isDoubtful: false };
  const isDoubtful = reliability === "caution" || reliability === "unreliable";
  const doubt = isDoubtful ? [isChange ? t.changeMap.unsureSaid : t.reliability[reliability]] : [];
  if (ciLow === undefined || ciHigh === undefined)
    return {
      range: null,
      said: reliability === undefined ? t.sampleUnknown : t.reliability[reliability],
      isDoubtful,
    };
  if (isChange) {
    const [low, high] = [words.difference(ciLow, unit), words.difference(ciHigh, unit)];
    const range = t.changeMap.range(low.split(" ")[0]!, high.split(" ")[0]!);
    return {
      range,
      said: t.join([t.changeMap.interval(low.split(" ")[0]!, high), ...doubt]),
      isDoubtful,
    };
  }
  const bare = (bound: number): string => words.number(bound, unit, { bare: true });
  return {
    range: `${bare(ciLow)}–${bare(ciHigh)}`,
    said: t.join([t.intervalOf(bare(ciLow), words.number(ciHigh, unit)), ...doubt]),
    isDoubtful,
  };
}
