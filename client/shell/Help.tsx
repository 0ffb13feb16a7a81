// How to read the map, and the keys, in a dialog.

import { useWords } from "#client/i18n/words.ts";
import { Dialog, DialogHead } from "#client/ui/Dialog.tsx";
import "./help.css";

export interface HelpProps {
  onTour(): void;
  onClose(): void;
}

export function Help({ onTour, onClose }: HelpProps) {
  const { t } = useWords();
  const tour = (): void => {
    onClose();
    onTour();
  };
  const keys: [string[], string][] = [
    [["/"], t.keys.search],
    [["Esc"], t.keys.up],
    [["1", "2", "3"], t.keys.lenses],
    [[",", "."], t.keys.periods],
    [["[", "]"], t.keys.panels],
    [["t"], t.keys.drawer],
    [["↑", "↓"], t.keys.rows],
    [["Enter"], t.keys.open],
    [["i"], t.keys.origin],
    [["← ↑ → ↓", "+", "−"], t.keys.pan],
    [["?"], t.keys.help],
  ];
  return (
    <Dialog className="help" label={t.help} onClose={onClose}>
      <DialogHead>
        <h2>{t.guide.title}</h2>
      </DialogHead>
      {t.guide.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <button type="button" className="button" onClick={tour}>
        {t.tour.again}
      </button>
      <h3>{t.keys.title}</h3>
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
      <p className="licences">
        <a href="/licences.txt" target="_blank" rel="noreferrer">
          {t.licences}
        </a>
      </p>
    </Dialog>
  );
}
