// Playing through the periods, one after the other, each as long as it takes to be shown.

import { useEffect, useEffectEvent, useState } from "react";
import { classesContract } from "#domain/contract/values";
import { prefetchAnswer } from "#client/data/answers.ts";
import { classesAsked } from "#client/data/column.ts";
import { useView } from "#client/data/view_context.ts";
import { prefersReducedMotion } from "#client/map/camera.ts";
import { columnsOf } from "#client/model/fill.ts";
import { prefetch } from "#client/model/prefetch.ts";
import { nextStep } from "./playback.ts";
import { useProgress } from "./use_progress.ts";

/** Time each period stays at least, in milliseconds; longer for those who prefer stillness. */
const STEP_MS = 1400;
const STILL_STEP_MS = 3000;

export interface Playback {
  readonly isPlaying: boolean;
  /** Goes on from the shown period, from the first after the last; the classes stay the same throughout. */
  play(): void;
  pause(): void;
}

/** Plays through the periods that have data. */
export function usePlayback(withData: readonly string[]): Playback {
  const here = useView();
  const { resolved, view, change } = here;
  const { indicator, period } = resolved;
  const isLoading = useProgress();
  const [isPlaying, setPlaying] = useState(false);
  const next = nextStep(withData, period);

  const step = useEffectEvent(() => {
    if (isLoading) return;
    if (next === null) setPlaying(false);
    else change({ period: next }, "replace");
  });
  useEffect(() => {
    if (!isPlaying) return undefined;
    const timer = setInterval(() => step(), prefersReducedMotion() ? STILL_STEP_MS : STEP_MS);
    return () => clearInterval(timer);
  }, [isPlaying]);

  // While one period is looked at, the next one is fetched.
  useEffect(() => {
    if (!isPlaying || !indicator || next === null) return undefined;
    const abort = new AbortController();
    prefetch([columnsOf(indicator, next)]);
    void prefetchAnswer(classesContract, classesAsked(here, indicator, next), abort.signal);
    return () => abort.abort();
  }, [isPlaying, indicator, next, here]);

  const play = (): void => {
    change({
      period: next === null ? (withData[0] ?? period) : period,
      scope: view.scope === "period" ? "periods" : view.scope,
    });
    setPlaying(true);
  };
  return { isPlaying, play, pause: () => setPlaying(false) };
}
