// What either end of a ramp means, in words: ← better … worse →.

import { LENSES } from "#domain/lens";
import type { CatalogIndicator } from "#domain/contract/catalog";
import type { Messages } from "#client/i18n/languages.ts";
import { useWords } from "#client/i18n/words.ts";

export interface RampEndsProps {
  readonly indicator: Pick<CatalogIndicator, "lens" | "polarity">;
  /** Whether the classes are of a change. */
  readonly isChange?: boolean;
}

/** The words at the low and the high end of the ramp of an indicator, or of its change. */
export function endsOf(
  { lens, polarity }: RampEndsProps["indicator"],
  isChange: boolean,
  t: Messages,
): readonly [string, string] {
  const { good, bad, low, high } = isChange
    ? { good: t.better, bad: t.worse, low: t.less, high: t.more }
    : t.rampEnds[LENSES[lens].isNeed ? "need" : "other"];
  const ends = {
    "higher-is-worse": [good, bad],
    "higher-is-better": [bad, good],
    neutral: [low, high],
  } as const;
  return ends[polarity];
}

export function RampEnds({ indicator, isChange = false }: RampEndsProps) {
  const { t } = useWords();
  const [first, last] = endsOf(indicator, isChange, t);
  return (
    <p className="ramp-ends">
      <span>{`← ${first}`}</span>
      <span>{`${last} →`}</span>
    </p>
  );
}
