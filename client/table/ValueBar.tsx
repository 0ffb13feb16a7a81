// The bar behind a figure in the table; that of a change runs to either side of a middle line, on one scale.

import type { CSSProperties } from "react";

/** What the bars of a table reach from and to; `least` is 0 or below. */
export interface BarSpan {
  readonly least: number;
  readonly most: number;
}

export interface ValueBarProps {
  readonly value: number;
  readonly span: BarSpan;
  readonly colour: string;
  readonly isHatched: boolean;
  readonly isChange: boolean;
}

/** Least length of a bar, as a share of the longest: nothing is not to be mistaken for missing. */
const LEAST = 0.01;

export function ValueBar({ value, span: { least, most }, colour, isHatched, isChange }: ValueBarProps) {
  const style = (share: number): CSSProperties => ({
    ["--share" as string]: share,
    backgroundColor: colour,
  });
  const className = isHatched ? "is-unreliable" : undefined;
  if (!isChange) {
    const longest = Math.max(-least, most);
    return (
      <i className={className} style={style(longest > 0 ? Math.max(LEAST, Math.abs(value) / longest) : 0)} />
    );
  }
  const width = most - least;
  if (width === 0) return null;
  const zero = -least / width;
  const share = Math.max(LEAST, Math.abs(value) / width);
  return (
    <span className="change-bar" aria-hidden="true" style={{ ["--zero" as string]: zero }}>
      <i
        className={className}
        style={{ ...style(share), left: `${(value < 0 ? zero - share : zero) * 100}%` }}
      />
    </span>
  );
}
