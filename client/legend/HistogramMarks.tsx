// What stands on the histogram: the open area at its own value, and what a rule asks for.

import type { CatalogIndicator } from "#domain/contract/catalog";
import type { ClassesResponse } from "#domain/contract/values";
import { useProfile } from "#client/data/use_profile.ts";
import { useWords } from "#client/i18n/words.ts";

export interface HistogramMarkProps {
  /** What the histogram shows: only a value of the same indicator and period stands on it. */
  readonly answer: ClassesResponse;
  readonly indicator: CatalogIndicator;
  /** Per cent of the width at which a value stands. */
  place(value: number): number;
}

export function OpenAreaMark({ answer, indicator, place }: HistogramMarkProps) {
  const words = useWords();
  const profile = useProfile().shown?.answer;
  const value = profile?.indicators.find((entry) => entry.indicator === indicator.id)?.value;
  const { min, max } = answer.classes;
  if (!profile || value === undefined || profile.period !== answer.period) return null;
  if (min === null || max === null || value < min || value > max) return null;
  const label = words.t.pair(words.text(profile.area.names), words.number(value, indicator.unit));
  return (
    <svg
      className="open-area-mark"
      width="9"
      height="47"
      role="img"
      aria-label={label}
      style={{ left: `${place(value)}%` }}
    >
      <title>{label}</title>
      <path d="M4.5 5V47" />
      <circle cx="4.5" cy="4.5" r="3.5" />
    </svg>
  );
}

/** The norm of an indicator as a broken line; nothing for a change, or where all areas lie on one side of it. */
export function NormMark({ answer, indicator, place }: HistogramMarkProps) {
  const words = useWords();
  const { min, max } = answer.classes;
  const { norm } = indicator;
  if (!norm || answer.change || min === null || max === null || norm.value < min || norm.value > max)
    return null;
  const label = words.t.bivariate.norm(words.number(norm.value, indicator.unit));
  return (
    <svg
      className="norm-mark"
      width="9"
      height="44"
      role="img"
      aria-label={label}
      style={{ left: `${place(norm.value)}%` }}
    >
      <title>{label}</title>
      <path d="M4.5 0V44" />
    </svg>
  );
}
