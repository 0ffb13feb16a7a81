// The periods as a slider: arrow keys or a finger move it, the play button goes through them all with fixed breaks.

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { Icon } from "#client/ui/Icon.tsx";
import { useWords } from "#client/i18n/words.ts";
import { prefetch } from "#client/model/prefetch.ts";
import { prefersReducedMotion } from "#client/map/camera.ts";
import { columnsOf } from "#client/model/fill.ts";
import { prefetchAnswer } from "#client/data/answers.ts";
import { classesContract } from "#domain/contract/values";
import { classesAsked } from "#client/data/column.ts";
import { useView } from "#client/data/view_context.ts";
import { sinceOf } from "#client/model/resolved_view.ts";
import type { Patch } from "#client/model/location.ts";
import { SinceShortcut } from "./SinceShortcut.tsx";
import { useProgress } from "./use_progress.ts";
import { nextStep } from "./playback.ts";
import "./time_slider.css";

/** Time each period stays at least, in milliseconds; longer for those who prefer stillness. */
const STEP_MS = 1400;
const STILL_STEP_MS = 3000;
/** Moves of the slider closer together than this are one step of the history, in milliseconds. */
const ONE_GESTURE_MS = 1000;

export interface TimeSliderProps {
  /** Whether it is a button with the period until it is asked for. */
  readonly isFoldable?: boolean;
}

export function TimeSlider({ isFoldable = false }: TimeSliderProps) {
  const { t } = useWords();
  const here = useView();
  const { catalog, resolved, view, change } = here;
  const isLoading = useProgress();
  const [isPlaying, setPlaying] = useState(false);
  const [isUnfolded, setUnfolded] = useState(false);
  const isFolded = isFoldable && !isUnfolded;
  const lastMove = useRef(0);
  const { periods } = catalog;
  const withData = resolved.indicator?.periods ?? periods;
  const at = Math.max(0, periods.indexOf(resolved.period));
  const since = sinceOf(resolved);
  const sinceAt = since === null ? at : periods.indexOf(since);

  const step = useEffectEvent(() => {
    if (isLoading) return;
    const next = nextStep(withData, resolved.period);
    if (next === null) setPlaying(false);
    else change({ period: next }, "replace");
  });
  useEffect(() => {
    if (!isPlaying) return undefined;
    const timer = setInterval(() => step(), prefersReducedMotion() ? STILL_STEP_MS : STEP_MS);
    return () => clearInterval(timer);
  }, [isPlaying]);

  // While one period is looked at, the next one is fetched.
  const { indicator } = resolved;
  const next = nextStep(withData, resolved.period);
  useEffect(() => {
    if (!isPlaying || !indicator || next === null) return undefined;
    const abort = new AbortController();
    prefetch([columnsOf(indicator, next)]);
    void prefetchAnswer(classesContract, classesAsked(here, indicator, next), abort.signal);
    return () => abort.abort();
  }, [isPlaying, indicator, next, here]);

  if (periods.length < 2) return null;
  const play = (): void => {
    if (isPlaying) return setPlaying(false);
    const isAtEnd = nextStep(withData, resolved.period) === null;
    change({
      period: isAtEnd ? (withData[0] ?? resolved.period) : resolved.period,
      scope: view.scope === "period" ? "periods" : view.scope,
    });
    setPlaying(true);
    setUnfolded(true);
  };
  const move = (patch: Patch): void => {
    const now = performance.now();
    const isSameGesture = now - lastMove.current < ONE_GESTURE_MS;
    lastMove.current = now;
    setPlaying(false);
    change(patch, isSameGesture ? "replace" : "push");
  };
  // Of a change the shown period stays behind the one that it is compared with.
  const goTo = (period: string): void => {
    if (since === null || periods.indexOf(period) > sinceAt) move({ period });
  };
  const compareWith = (period: string): void => {
    if (withData.includes(period) && periods.indexOf(period) < at)
      move({ mode: { kind: "change", since: period } });
  };
  return (
    <nav className={isFolded ? "time card is-folded" : "time card"} aria-label={t.period}>
      <button
        type="button"
        className="button is-square play"
        aria-label={isPlaying ? t.pause : t.play}
        title={isPlaying ? t.pause : t.play}
        onClick={play}
      >
        <Icon name={isPlaying ? "pause" : "play"} />
      </button>
      {!isFolded && (
        <div
          className={since === null ? "time-track" : "time-track is-change"}
          style={{
            ["--periods" as string]: periods.length,
            ["--since" as string]: sinceAt,
            ["--at" as string]: at,
          }}
        >
          {since !== null && (
            <input
              type="range"
              className="since-handle"
              min={0}
              max={periods.length - 1}
              step={1}
              value={sinceAt}
              aria-label={t.changeMap.since}
              aria-valuetext={since}
              onChange={(event) => compareWith(periods[Number(event.target.value)]!)}
            />
          )}
          <input
            type="range"
            min={0}
            max={periods.length - 1}
            step={1}
            value={at}
            aria-label={t.period}
            aria-valuetext={
              withData.includes(resolved.period) ? resolved.period : t.noDataIn(resolved.period)
            }
            onChange={(event) => goTo(periods[Number(event.target.value)]!)}
          />
          <ol>
            {periods.map((period) => (
              <li key={period}>
                <button
                  type="button"
                  tabIndex={-1}
                  aria-current={period === resolved.period || period === since ? "true" : undefined}
                  className={withData.includes(period) ? "" : "is-empty"}
                  title={withData.includes(period) ? undefined : t.noDataIn(period)}
                  onClick={() =>
                    (since !== null && periods.indexOf(period) <= sinceAt ? compareWith : goTo)(period)
                  }
                >
                  {period}
                </button>
              </li>
            ))}
          </ol>
        </div>
      )}
      {since !== null && !isFolded && (
        <SinceShortcut withData={withData} since={since} period={resolved.period} onChoose={compareWith} />
      )}
      {isFoldable && (
        <button
          type="button"
          className={isFolded ? "button time-fold is-flipped" : "button time-fold"}
          aria-expanded={!isFolded}
          aria-label={isFolded ? t.periods.show(resolved.period) : t.periods.hide}
          onClick={() => setUnfolded(isFolded)}
        >
          {isFolded && resolved.period}
          <Icon name="down" />
        </button>
      )}
    </nav>
  );
}
