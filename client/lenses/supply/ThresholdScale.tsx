// A value on a ruler whose bands are the breaks of a policy.

import { useWords } from "#client/i18n/words.ts";
import { AreaFigureLink } from "#client/figures/AreaFigureLink.tsx";
import type { IndicatorValue } from "#client/lenses/indicator_value.ts";
import "./threshold_scale.css";

export interface ThresholdScaleProps {
  readonly known: IndicatorValue;
  readonly parent: string | null;
}

export function ThresholdScale({ known: { indicator, entry, value }, parent }: ThresholdScaleProps) {
  const words = useWords();
  const breaks = indicator.policyBreaks ?? [];
  const last = breaks[breaks.length - 1];
  if (last === undefined) return null;
  const step = last - (breaks[breaks.length - 2] ?? 0);
  const max = Math.max(last + step, value);
  const at = (place: number): string => `${Math.min(100, (place / max) * 100)}%`;
  const ends = [0, ...breaks, max];
  const steps = ends.length - 1;
  const write = (number: number): string => words.number(number, indicator.unit, { bare: true, digits: 0 });
  return (
    <div className="threshold-scale">
      <p>
        {words.label(indicator.label)}
        <AreaFigureLink indicator={indicator}>{words.number(value, indicator.unit)}</AreaFigureLink>
      </p>
      <div aria-hidden="true">
        {ends.slice(0, -1).map((from, i) => (
          <b
            key={from}
            style={{
              left: at(from),
              width: at(ends[i + 1]! - from),
              background: `color-mix(in oklab, var(--c4) ${(i / Math.max(1, steps - 1)) * 100}%, var(--c1))`,
            }}
          />
        ))}
        {entry.parentValue !== undefined && parent && <u style={{ left: at(entry.parentValue) }} />}
        <em style={{ left: at(value) }} />
        {breaks.map((place) => (
          <small key={place} style={{ left: at(place) }}>
            {write(place)}
          </small>
        ))}
      </div>
    </div>
  );
}
