// What stands on the histogram: the open area at its own value, and what a rule asks for.

import { classOf } from "#domain/classes";
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

/** Per cent of the width of a ramp at which a value stands: within its class as far as between the bounds of that. */
export function placeOnRamp(
  value: number,
  { min, max, breaks, hasZeroClass }: ClassesResponse["classes"],
): number {
  if (min === null || max === null) return 0;
  const count = breaks.length + 1 + Number(hasZeroClass);
  if (hasZeroClass && value === 0) return 50 / count;
  const at = classOf(value, { breaks });
  const [low, high] = [breaks[at - 1] ?? min, breaks[at] ?? max];
  const within = high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) : 0.5;
  return ((at + Number(hasZeroClass) + within) / count) * 100;
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
    <>
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
      <svg
        className="ramp-mark"
        width="9"
        height="6"
        role="img"
        aria-label={label}
        style={{ left: `${placeOnRamp(value, answer.classes)}%` }}
      >
        <title>{label}</title>
        <path d="M0 0H9L4.5 6Z" />
      </svg>
    </>
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
