// The parts of one whole as one bar, and a list that names each.

import type { ReactNode } from "react";
import "./stacked_bar.css";

export interface BarPart {
  readonly key: string;
  readonly label: string;
  /** 0–1 of the whole. */
  readonly share: number;
  readonly colour: string;
  /** The number as the list shows it. */
  readonly figure: ReactNode;
}

export function StackedBar({ parts }: { readonly parts: readonly BarPart[] }) {
  return (
    <div className="stacked-bar">
      <i aria-hidden="true">
        {parts.map(({ key, share, colour }) => (
          <b key={key} style={{ width: `${share * 100}%`, background: colour }} />
        ))}
      </i>
      <ul>
        {parts.map(({ key, label, colour, figure }) => (
          <li key={key}>
            <em style={{ background: colour }} aria-hidden="true" />
            <span>{label}</span>
            {figure}
          </li>
        ))}
      </ul>
    </div>
  );
}
