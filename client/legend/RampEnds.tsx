// What either end of a ramp means, in words: ← better … worse →.

import { LENSES } from "#domain/lens";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { useWords } from "#client/i18n/words.ts";

export interface RampEndsProps {
  readonly indicator: Pick<CatalogIndicator, "lens" | "polarity">;
}

export function RampEnds({ indicator: { lens, polarity } }: RampEndsProps) {
  const { t } = useWords();
  const { good, bad, low, high } = t.rampEnds[LENSES[lens].isNeed ? "need" : "other"];
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
