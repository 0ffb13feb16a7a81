// A number that can be asked where it comes from: a press opens the card.

import type { KeyboardEvent, ReactNode } from "react";
import { useWords } from "#client/i18n/words.ts";
import { openFigure } from "#client/model/figure_ref.ts";
import type { FigureRef } from "#client/model/figure_ref.ts";

export interface FigureProps {
  readonly of: FigureRef;
  readonly children: ReactNode;
  readonly className?: string;
  /** In lists where Tab would stop too often: there the key `i` asks. */
  readonly isPassed?: boolean;
}

export function Figure({ of, children, className = "", isPassed = false }: FigureProps) {
  const { t } = useWords();
  // The row or the list around it has its own meaning for these keys.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter" || event.key === " ") event.stopPropagation();
  };
  return (
    <button
      type="button"
      className={`figure ${className}`}
      title={t.provenance}
      aria-haspopup="dialog"
      tabIndex={isPassed ? -1 : undefined}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        event.stopPropagation();
        openFigure(of, event.currentTarget.getBoundingClientRect());
      }}
    >
      {children}
    </button>
  );
}
