// Walks a wall display through its playlist, by itself and by keys.

import { useEffect, useEffectEvent, useState } from "react";
import { keepEveryAnswer } from "#client/data/query_client.ts";
import { isAnswered } from "#client/data/whole.ts";
import { useView } from "#client/data/view_context.ts";
import { presentLink, replaceAddress, wallAddress } from "#client/model/location.ts";
import { WALL_SECONDS } from "#client/model/playlist.ts";
import { setWallScale } from "#client/model/wall_scale.ts";
import { firstState, step, tick } from "./wall_steps.ts";
import type { WallState } from "./wall_steps.ts";

/** How often the wall looks at itself, in milliseconds. */
const LOOK_MS = 500;

const isPainted = (): boolean =>
  document.querySelector('#room [data-painted="false"], main#room .skeleton') === null;

export interface WallWalk {
  /** Index of the view that is shown, and how many there are. */
  readonly at: number;
  readonly count: number;
  readonly isPaused: boolean;
  /** Whether a view could not be loaded, so that those known are shown again. */
  readonly isAway: boolean;
}

/** Marks the page as a wall while it is one: style sheets and map scale by it. */
function useWallPage(): void {
  useEffect(() => {
    const root = document.documentElement;
    const resize = (): void => {
      root.style.setProperty("--wall-scale", String(setWallScale(true)));
    };
    root.dataset["display"] = "wall";
    keepEveryAnswer();
    resize();
    window.addEventListener("resize", resize);
    return () => {
      delete root.dataset["display"];
      root.style.removeProperty("--wall-scale");
      setWallScale(false);
      window.removeEventListener("resize", resize);
    };
  }, []);
}

export function useWall(): WallWalk {
  const { view, change } = useView();
  const links = view.playlist ?? [];
  const count = Math.max(1, links.length);
  const [isPaused, setPaused] = useState(false);
  const [state, setState] = useState<WallState>(() =>
    firstState(Math.max(0, links.indexOf(presentLink())), performance.now()),
  );
  useWallPage();
  const show = (next: WallState): void => {
    if (next === state) return;
    setState(next);
    const link = links[next.at];
    if (next.at !== state.at && link !== undefined)
      replaceAddress(wallAddress(link, { playlist: view.playlist, seconds: view.seconds }));
  };
  const look = useEffectEvent(() => {
    const now = performance.now();
    const isThere = isAnswered() && isPainted();
    show(tick(state, { now, isThere, isPaused, count, seconds: view.seconds }));
  });
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const by = ({ ArrowRight: 1, ArrowLeft: -1 } as const)[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === " ") setPaused(!isPaused);
    else if (by) show(step(state, by, count, performance.now()));
    else if (event.key === "Escape")
      change({ display: "screen", playlist: null, seconds: WALL_SECONDS.usual });
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  });
  useEffect(() => {
    const timer = setInterval(() => look(), LOOK_MS);
    const listener = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener("keydown", listener, { capture: true });
    return () => {
      clearInterval(timer);
      window.removeEventListener("keydown", listener, { capture: true });
    };
  }, []);
  return { at: state.at, count, isPaused, isAway: state.isAway };
}
