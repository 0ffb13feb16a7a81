// The keys, in a dialog.

import { useEffect, useRef } from "react";
import { useWords } from "../i18n/words.ts";
import { Icon } from "./Icon.tsx";
import "./help.css";

export function Help({ onClose }: { onClose(): void }) {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const keys: [string[], string][] = [
    [["/"], t.keys.search],
    [["Esc"], t.keys.up],
    [["1", "2", "3"], t.keys.lenses],
    [["[", "]"], t.keys.periods],
    [["↑", "↓"], t.keys.rows],
    [["Enter"], t.keys.open],
    [["← ↑ → ↓", "+", "−"], t.keys.pan],
    [["?"], t.keys.help],
  ];
  return (
    <dialog
      ref={dialog}
      className="help card"
      aria-label={t.keys.title}
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <header>
        <h2>{t.keys.title}</h2>
        <button
          type="button"
          className="button is-square"
          aria-label={t.close}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </header>
      <dl>
        {keys.map(([strokes, what]) => (
          <div key={what}>
            <dt>
              {strokes.map((stroke) => (
                <kbd key={stroke}>{stroke}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  );
}
