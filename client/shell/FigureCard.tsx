// The one card that says where a number comes from, whichever number was pressed.

import { useEffect, useState } from "react";
import { Dialog, DialogHead } from "#client/ui/Dialog.tsx";
import { useWords } from "#client/i18n/words.ts";
import { useView } from "#client/data/view_context.ts";
import { AddUp } from "#client/profile/AddUp.tsx";
import type { AddUpProps } from "#client/profile/AddUp.tsx";
import { AreaFigure } from "#client/profile/AreaFigure.tsx";
import { ClassesFigure } from "#client/legend/ClassesFigure.tsx";
import { Figure } from "#client/figures/Figure.tsx";
import { MODES } from "#client/modes/modes.ts";
import { SetFigure } from "#client/modes/area_set/SetFigure.tsx";
import { openPreviousFigure, closeFigure, useOpenFigure } from "#client/model/figure_ref.ts";
import type { FigureRef, OpenFigure } from "#client/model/figure_ref.ts";
import { Line } from "#client/figures/definition_rows.tsx";
import "#client/figures/figures.css";

/** Shows the card while a number is asked about. */
export function FigureCard() {
  const asking = useOpenFigure();
  // Who goes back in the history, or comes from another page, has not asked anew.
  useEffect(() => {
    window.addEventListener("popstate", closeFigure);
    return () => {
      window.removeEventListener("popstate", closeFigure);
      closeFigure();
    };
  }, []);
  return asking && <Card {...asking} />;
}

function Card({ figureRef, anchor, before }: OpenFigure) {
  const { t } = useWords();
  const [adding, setAdding] = useState<Omit<AddUpProps, "onClose"> | null>(null);
  return (
    <>
      <Dialog className="provenance" label={t.provenance} beside={anchor} onClose={closeFigure}>
        {before && (
          <button type="button" className="link" onClick={openPreviousFigure}>
            {t.figure.back}
          </button>
        )}
        {figureRef.kind === "area" && (
          <AreaFigure
            key={`${figureRef.code} ${figureRef.shown[0]?.indicator} ${figureRef.shown[0]?.period}`}
            {...figureRef}
            onAddUp={setAdding}
          />
        )}
        {figureRef.kind === "set" && <SetFigure {...figureRef} />}
        {figureRef.kind === "classes" && <ClassesFigure {...figureRef} />}
        {figureRef.kind === "mode" && <ModeFigure {...figureRef} />}
        {figureRef.kind === "derived" && <DerivedFigureDetails {...figureRef} />}
      </Dialog>
      {adding && <AddUp {...adding} onClose={() => setAdding(null)} />}
    </>
  );
}

function ModeFigure({ mode, at }: Extract<FigureRef, { kind: "mode" }>) {
  const Figure = MODES[mode]?.Figure;
  return Figure && <Figure at={at} />;
}

function DerivedFigureDetails({ title, how, from, worth }: Extract<FigureRef, { kind: "derived" }>) {
  const { t } = useWords();
  const { catalog } = useView();
  return (
    <>
      <DialogHead>
        <h3>{title}</h3>
      </DialogHead>
      {worth !== undefined && (
        <p className="worth">
          <b>{worth}</b>
        </p>
      )}
      <p>{how}</p>
      <dl className="derived">
        {from.map(([name, number, of]) => (
          <Line key={name} name={name}>
            <b>{of ? <Figure of={of}>{number}</Figure> : number}</b>
          </Line>
        ))}
        <Line name={t.release}>{t.releaseOf(catalog.release, catalog.publishedAt?.slice(0, 10) ?? "")}</Line>
      </dl>
    </>
  );
}
