// The foot of a wall display: of when the figures are, where it stands in its playlist, what time it is.

import { useEffect, useState } from "react";
import { useView } from "#client/data/view_context.ts";
import { LANGUAGES } from "#domain/language";
import { useWords } from "#client/i18n/words.ts";
import { Icon } from "#client/ui/Icon.tsx";
import { useWall } from "./use_wall.ts";
import "./wall.css";

/** The time of day, followed. */
function useClock(): string {
  const { language } = useWords();
  const write = (): string =>
    new Date().toLocaleTimeString(LANGUAGES[language].htmlLang, {
      hour: "2-digit",
      minute: "2-digit",
      hour12: false,
    });
  const [time, setTime] = useState(write);
  useEffect(() => {
    const timer = setInterval(() => setTime(write()), 5000);
    return () => clearInterval(timer);
  });
  return time;
}

export function Wall({ period }: { readonly period: string }) {
  const { t, text } = useWords();
  const { catalog } = useView();
  const { at, count, isPaused, isAway } = useWall();
  const time = useClock();
  return (
    <footer className="wall" aria-label={t.wall.title} data-covers-map>
      <p className="wall-figures">
        <b>{t.wall.figures(period)}</b>
        <span>
          {t.join([
            text(catalog.title),
            t.releaseOf(catalog.release, catalog.publishedAt?.slice(0, 10) ?? ""),
            ...(catalog.isFictional ? [t.bar.demo] : []),
            t.attribution(catalog.licence.name),
          ])}
        </span>
      </p>
      <output className="wall-state">
        {isPaused ? (
          <>
            <Icon name="pause" />
            {t.wall.paused}
          </>
        ) : (
          isAway && t.wall.away
        )}
      </output>
      {count > 1 && <small>{t.wall.at(at + 1, count)}</small>}
      <time>{time}</time>
    </footer>
  );
}
