// What the printed map says beside its title: day, place for office and map review number, and the way back to the view.

import { useState } from "react";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { shareLink } from "#client/model/location.ts";
import { usePrinting } from "#client/model/printing.ts";
import { QrCode } from "#client/ui/QrCode.tsx";
import "./paper_head.css";

/** Nothing on the screen. */
export function PaperHead() {
  return usePrinting() && <Lines />;
}

function Lines() {
  const { t } = useWords();
  const { catalog } = useView();
  // Swedish writes dates as ISO does.
  const [today] = useState(() => new Date().toLocaleDateString("sv-SE"));
  return (
    <div className="paper-only paper-head" aria-hidden="true">
      <ul>
        <li>{t.overview.printedOn(today)}</li>
        <li>
          {t.overview.office} <i />
        </li>
        <li>
          {t.overview.reviewNumber} <i />
        </li>
      </ul>
      <QrCode link={shareLink(catalog.release)} className="paper-qr" />
    </div>
  );
}
