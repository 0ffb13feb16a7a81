// How values become classes; every change is seen on the map at once.

import { CLASS_METHODS, MAX_CLASSES } from "#domain/classing";
import { useWords } from "../i18n/words.ts";
import { useScreen } from "../screen.ts";

const COUNTS = Array.from({ length: MAX_CLASSES - 1 }, (_, i) => i + 2);

export function ClassSettings() {
  const { t } = useWords();
  const { view, change } = useScreen();
  return (
    <div className="class-settings">
      <fieldset>
        <legend>{t.classMethod}</legend>
        <div className="choices">
          {CLASS_METHODS.map((method) => (
            <button
              key={method}
              type="button"
              aria-pressed={view.method === method}
              onClick={() => change({ method }, "replace")}
            >
              {t.methods[method]}
            </button>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>{t.classCount}</legend>
        <div className="choices">
          {COUNTS.map((classes) => (
            <button
              key={classes}
              type="button"
              aria-pressed={view.classes === classes}
              onClick={() => change({ classes }, "replace")}
            >
              {classes}
            </button>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
