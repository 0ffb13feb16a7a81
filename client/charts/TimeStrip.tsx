// The periods as a strip: one press goes there, the play button goes through them all.

import { useEffect, useEffectEvent, useState } from "react";
import { Icon } from "../chrome/Icon.tsx";
import { useWords } from "../i18n/words.ts";
import { useScreen } from "../screen.ts";
import "./charts.css";

/** Time each period stays, in milliseconds. */
const STEP_MS = 1400;

export function TimeStrip() {
  const { t } = useWords();
  const { catalog, scene, change, classes } = useScreen();
  const [isPlaying, setPlaying] = useState(false);
  const withData = scene.indicator?.periods ?? catalog.periods;

  const step = useEffectEvent(() => {
    if (classes.isLoading) return;
    const at = withData.indexOf(scene.period);
    const next = withData[at + 1];
    if (next) change({ period: next }, "replace");
    else setPlaying(false);
  });
  useEffect(() => {
    if (!isPlaying) return undefined;
    const timer = setInterval(() => step(), STEP_MS);
    return () => clearInterval(timer);
  }, [isPlaying]);

  if (catalog.periods.length < 2) return null;
  const play = (): void => {
    if (!isPlaying && withData.indexOf(scene.period) === withData.length - 1)
      change({ period: withData[0] ?? null }, "replace");
    setPlaying(!isPlaying);
  };
  return (
    <nav className="time card" aria-label={t.period}>
      <button
        type="button"
        className="button is-square play"
        aria-label={isPlaying ? t.pause : t.play}
        title={isPlaying ? t.pause : t.play}
        onClick={play}
      >
        <Icon name={isPlaying ? "pause" : "play"} />
      </button>
      <ol>
        {catalog.periods.map((period) => {
          const hasData = withData.includes(period);
          return (
            <li key={period}>
              <button
                type="button"
                aria-current={period === scene.period ? "true" : undefined}
                className={hasData ? "" : "is-empty"}
                title={hasData ? undefined : t.noDataIn(period)}
                onClick={() => change({ period })}
              >
                {period}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
