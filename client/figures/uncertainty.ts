// How sure a figure is, in words: its interval, and whether to use it with caution.

import type { CatalogIndicator } from "#domain/contract/catalog";
import type { SampleReliability } from "#domain/method/estimate";
import { plain } from "#client/i18n/rich_text.ts";
import { useWords } from "#client/i18n/words.ts";

interface Estimated {
  readonly value?: number | undefined;
  readonly ciLow?: number | undefined;
  readonly ciHigh?: number | undefined;
  readonly reliability?: SampleReliability | undefined;
  readonly byShare?: number | undefined;
  /** Share 0–1 of the villages that contribute; without it all do. */
  readonly coverage?: number | undefined;
}

export interface Uncertainty {
  /** "12.1–15.3" without the unit; null without an interval. */
  readonly range: string | null;
  /** "95 % interval 12.1 to 15.3%", "full count", "sample size not reported"; null without a value. */
  readonly text: string | null;
  /** Whether it is to be used with caution, or not relied on at all. */
  readonly isDoubtful: boolean;
  /** "estimated: …, 37% of the count came by share"; null where all is counted. */
  readonly byShare: string | null;
}

/** How sure a figure of an indicator, or its change, is, in the words of the reader. */
export function useUncertainty(
  { value, ciLow, ciHigh, reliability, byShare: share, coverage = 1 }: Estimated,
  { unit, sampling, statistic }: Pick<CatalogIndicator, "unit" | "sampling" | "statistic">,
  isChange = false,
): Uncertainty {
  const words = useWords();
  const { t } = words;
  const byShare = share === undefined ? null : plain(t.byShare(words.number(share, "share", { digits: 0 })));
  if (value === undefined) return { range: null, text: null, isDoubtful: false, byShare: null };
  if (!sampling) {
    const isFull = byShare === null && coverage >= 1 && !statistic;
    return { range: null, text: isFull ? t.fullCount : null, isDoubtful: false, byShare };
  }
  const isDoubtful = reliability === "caution" || reliability === "unreliable";
  if (ciLow === undefined || ciHigh === undefined)
    return {
      range: null,
      text: reliability === undefined ? t.sampleUnknown : t.reliability[reliability],
      isDoubtful,
      byShare,
    };
  const bare = (bound: number): string =>
    isChange ? words.difference(bound, unit, { bare: true }) : words.number(bound, unit, { bare: true });
  const whole = isChange ? words.difference(ciHigh, unit) : words.number(ciHigh, unit);
  const [range, interval] = isChange
    ? [t.changeMap.range(bare(ciLow), bare(ciHigh)), t.changeMap.interval(bare(ciLow), whole)]
    : [`${bare(ciLow)}–${bare(ciHigh)}`, t.intervalOf(bare(ciLow), whole)];
  const doubt = isDoubtful ? [isChange ? t.changeMap.uncertainNote : t.reliability[reliability]] : [];
  return { range, text: t.join([interval, ...doubt]), isDoubtful, byShare };
}
