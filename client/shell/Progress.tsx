// The line under the bar that runs while something is on its way.

import { useProgress } from "./use_progress.ts";

/** The line under the bar that runs while something is on its way. */
export function Progress() {
  return <div className={useProgress() ? "progress is-on" : "progress"} aria-hidden="true" />;
}
