// The periods as a slider: arrow keys or a finger move it, the play button goes through them all with fixed breaks.

import { useRef, useState } from "react";
import { Icon } from "#client/ui/Icon.tsx";
import { useWords } from "#client/i18n/words.ts";
import { useView } from "#client/data/view_context.ts";
import { sinceOf } from "#client/model/resolved_view.ts";
import type { Patch } from "#client/model/location.ts";
import { SinceShortcut } from "./SinceShortcut.tsx";
import { TimeTrack } from "./TimeTrack.tsx";
import { usePlayback } from "./use_playback.ts";
import "./time_slider.css";

/** Moves of the slider closer together than this are one step of the history, in milliseconds. */
const ONE_GESTURE_MS = 1000;

export interface TimeSliderProps {
  /** Whether it is a button with the period until it is asked for. */
  readonly isFoldable?: boolean;
}

export function TimeSlider({ isFoldable = false }: TimeSliderProps) {
  const { t } = useWords();
  const { catalog, resolved, change } = useView();
  const [isUnfolded, setUnfolded] = useState(false);
  const isFolded = isFoldable && !isUnfolded;
  const lastMove = useRef(0);
  const { periods } = catalog;
  const { period, indicator } = resolved;
  const withData = indicator?.periods ?? periods;
  const since = sinceOf(resolved);
  const { isPlaying, play, pause } = usePlayback(withData);
  if (periods.length < 2) return null;
  const move = (patch: Patch): void => {
    const now = performance.now();
    const isSameGesture = now - lastMove.current < ONE_GESTURE_MS;
    lastMove.current = now;
    pause();
    change(patch, isSameGesture ? "replace" : "push");
  };
  const order = (wanted: string): number => periods.indexOf(wanted);
  // Of a change the shown period stays behind the one that it is compared with.
  const goTo = (wanted: string): void => {
    if (since === null || order(wanted) > order(since)) move({ period: wanted });
  };
  const compareWith = (wanted: string): void => {
    if (withData.includes(wanted) && order(wanted) < Math.max(0, order(period)))
      move({ mode: { kind: "change", since: wanted } });
  };
  return (
    <nav className={isFolded ? "time card is-folded" : "time card"} aria-label={t.period}>
      <button
        type="button"
        className="button is-square play"
        aria-label={isPlaying ? t.pause : t.play}
        title={isPlaying ? t.pause : t.play}
        onClick={() => {
          if (isPlaying) return pause();
          play();
          setUnfolded(true);
        }}
      >
        <Icon name={isPlaying ? "pause" : "play"} />
      </button>
      {!isFolded && <TimeTrack {...{ periods, withData, period, since, goTo, compareWith }} />}
      {since !== null && !isFolded && (
        <SinceShortcut {...{ withData, since, period }} onChoose={compareWith} />
      )}
      {isFoldable && (
        <button
          type="button"
          className={isFolded ? "button time-fold is-flipped" : "button time-fold"}
          aria-expanded={!isFolded}
          aria-label={isFolded ? t.periods.show(period) : t.periods.hide}
          onClick={() => setUnfolded(isFolded)}
        >
          {isFolded && period}
          <Icon name="down" />
        </button>
      )}
    </nav>
  );
}
