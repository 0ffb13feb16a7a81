// The views of a wall display, a link in each line, and how long each stays.

import { useState } from "react";
import type { FormEvent } from "react";
import { useWords } from "#client/i18n/words.ts";
import { keep, readKept } from "#client/model/device_storage.ts";
import { goTo, presentLink, wallAddress } from "#client/model/location.ts";
import { MOST_VIEWS, WALL_SECONDS, linksOfText } from "#client/model/playlist.ts";
import { Dialog, DialogHead } from "#client/ui/Dialog.tsx";
import "./wall_settings.css";

/** Where the list is kept on this device, so that views can be gathered one after another. */
const KEPT = "village-lens:playlist";

export function WallSettings({ onClose }: { onClose(): void }) {
  const { t } = useWords();
  const [lines, setLines] = useState(() => readKept("device", KEPT) ?? presentLink());
  const [seconds, setSeconds] = useState(String(WALL_SECONDS.usual));
  const [problem, setProblem] = useState("");
  const write = (next: string): void => {
    setLines(next);
    setProblem("");
    keep("device", KEPT, next);
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    const { links, bad } = linksOfText(lines, window.location.origin);
    if (bad !== null) return setProblem(t.wall.bad(bad));
    const [first] = links;
    if (first === undefined) return setProblem(t.wall.none);
    if (links.length > MOST_VIEWS) return setProblem(t.wall.tooMany(links.length, MOST_VIEWS));
    onClose();
    goTo(wallAddress(first, { playlist: links.length > 1 ? links : null, seconds: Number(seconds) }));
  };
  return (
    <Dialog className="wall-settings" label={t.wall.title} onClose={onClose}>
      <DialogHead>
        <h2>{t.wall.title}</h2>
        <p>{t.wall.what}</p>
      </DialogHead>
      <form onSubmit={onSubmit}>
        <label>
          <span>{t.wall.links}</span>
          <textarea
            className="text-field"
            rows={7}
            wrap="off"
            spellCheck={false}
            value={lines}
            aria-invalid={problem !== ""}
            aria-describedby="wall-problem"
            onChange={(event) => write(event.target.value)}
          />
        </label>
        <button
          type="button"
          className="button"
          onClick={() => write([...lines.split("\n").filter(Boolean), presentLink()].join("\n"))}
        >
          {t.wall.add}
        </button>
        <label className="wall-seconds">
          <span>{t.wall.seconds}</span>
          <input
            className="text-field"
            type="number"
            required
            min={WALL_SECONDS.least}
            max={WALL_SECONDS.most}
            value={seconds}
            onChange={(event) => setSeconds(event.target.value)}
          />
        </label>
        <p id="wall-problem" className="bad" role="alert">
          {problem}
        </p>
        <footer>
          <small>{t.wall.keys}</small>
          <button type="submit" className="button is-main">
            {t.wall.start}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
