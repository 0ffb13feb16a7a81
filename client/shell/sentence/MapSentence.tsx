// The sentence over the map: title of the page and control of what is shown, in one.

import { Fragment } from "react";
import type { ReactNode } from "react";
import { useView } from "#client/data/view_context.ts";
import type { Phrase, Slot } from "#client/i18n/en/shell.ts";
import { useWords } from "#client/i18n/words.ts";
import { modeRow } from "#client/modes/modes.ts";
import { AgainstSlot } from "./AgainstSlot.tsx";
import { IndicatorSlot } from "./IndicatorSlot.tsx";
import { LevelSlot } from "./LevelSlot.tsx";
import { PeriodSlot, SinceSlot } from "./PeriodSlot.tsx";
import { usePhrases, useSentenceText } from "./use_phrases.ts";
import "./map_sentence.css";

const SLOTS: Readonly<Record<Slot, () => ReactNode>> = {
  indicator: IndicatorSlot,
  level: LevelSlot,
  period: PeriodSlot,
  since: SinceSlot,
  against: AgainstSlot,
};

/** Whether a dot parts a phrase from the next one. Style sheets draw it, so that no line begins or ends with one. */
const endsWithDot = (phrase: Phrase | undefined): boolean => phrase?.at(-1) === "·";

export function MapSentence() {
  const { t } = useWords();
  const { resolved } = useView();
  const phrases = usePhrases();
  const text = useSentenceText(phrases);
  const { Finding } = modeRow(resolved.mode);
  return (
    <section className="sentence card" aria-label={t.sentence.label}>
      <h1 className="visually-hidden">{text}</h1>
      {resolved.indicator && (
        <div className={phrases.some(endsWithDot) ? "sentence-line has-dots" : "sentence-line"}>
          {phrases.map((phrase, at) => (
            <span key={at} className={endsWithDot(phrases[at - 1]) ? "phrase is-after-dot" : "phrase"}>
              {(endsWithDot(phrase) ? phrase.slice(0, -1) : phrase).map((part, index) => {
                if (typeof part === "string") return <span key={index}>{part}</span>;
                const Part = SLOTS[part.slot];
                return (
                  <Fragment key={part.slot}>
                    <Part />
                  </Fragment>
                );
              })}
            </span>
          ))}
        </div>
      )}
      {resolved.indicator && Finding && (
        <p className="sentence-finding">
          <Finding />
        </p>
      )}
    </section>
  );
}
