// What a card says while the answer to the present question is on its way, or did not come: the old numbers keep their own name.

import type { AnsweredColumn } from "#client/data/column.ts";
import type { Wait } from "#client/data/use_wait.ts";
import { useWords } from "#client/i18n/words.ts";
import "./waiting.css";

/** A column in words: indicator, period or periods, level. */
export function useColumnName(): (
  column: Omit<AnsweredColumn, "level"> & { level?: AnsweredColumn["level"] | undefined },
) => string {
  const words = useWords();
  const { t } = words;
  return ({ indicator, period, since, level }) =>
    t.join([
      words.title(indicator),
      since === null ? period : t.panels.between(since, period),
      ...(level ? [words.plural(level)] : []),
    ]);
}

/** Attributes of a card by how long it waits: dimmed at first, the old numbers still under their own name. */
export const waitProps = (wait: Wait, className = ""): { className: string; "aria-busy": boolean } => ({
  className: wait === "stale" ? `${className} is-stale`.trim() : className,
  "aria-busy": wait === "stale" || wait === "overdue",
});

export interface WaitNoteProps {
  readonly wait: Wait;
  /** What is waited for. */
  readonly what: string;
}

/** The line that says what is on its way, or what did not come. */
export function WaitNote({ wait, what }: WaitNoteProps) {
  const { t } = useWords();
  if (wait === "ready" || what === "") return null;
  return (
    <p className={`wait-note is-${wait}`} data-testid="wait-note">
      {wait === "failed" ? t.coming.failed(what) : t.coming.loading(what)}
    </p>
  );
}

export interface WaitBlockProps extends WaitNoteProps {
  /** In pixels. */
  readonly height: number;
}

/** The shape of a card without numbers, with the line that says what is on its way. */
export const WaitBlock = ({ wait, what, height }: WaitBlockProps) => (
  <div className="wait-block" aria-busy={wait !== "failed"}>
    <WaitNote wait={wait === "ready" ? "overdue" : wait} what={what} />
    <div className="skeleton" style={{ height }} />
  </div>
);
