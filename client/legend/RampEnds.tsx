// What either end of a ramp means, in words: ← better … worse →.

import { LENSES } from "#domain/lens";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { useWords } from "#client/i18n/words.ts";

export interface RampEndsProps {
  readonly indicator: Pick<CatalogIndicator, "lens" | "polarity">;
  /** Whether the classes are of a change. */
  readonly isChange?: boolean;
}

export function RampEnds({ indicator: { lens, polarity }, isChange = false }: RampEndsProps) {
  const { t } = useWords();
  const { good, bad, low, high } = isChange
    ? { good: t.better, bad: t.worse, low: t.less, high: t.more }
    : t.rampEnds[LENSES[lens].isNeed ? "need" : "other"];
  const [first, last] = {
    "higher-is-worse": [good, bad],
    "higher-is-better": [bad, good],
    neutral: [low, high],
  }[polarity];
  return (
    <p className="ramp-ends">
      <span>{`← ${first}`}</span>
      <span>{`${last} →`}</span>
    </p>
  );
}
