// The one card that says where a number comes from, whichever number was pressed.

import { useEffect, useState } from "react";
import { Dialog, DialogHead } from "#client/ui/Dialog.tsx";
import { useWords } from "#client/i18n/words.ts";
import { useScreen } from "#client/data/screen.ts";
import { AddUp } from "#client/profile/AddUp.tsx";
import type { AddUpProps } from "#client/profile/AddUp.tsx";
import { AreaFigure } from "#client/profile/AreaFigure.tsx";
import { ClassesFigure } from "#client/legend/ClassesFigure.tsx";
import { Figure } from "#client/figures/Figure.tsx";
import { PairFigure } from "#client/modes/bivariate/BivariateFigure.tsx";
import { SetFigure } from "#client/modes/area_set/SetFigure.tsx";
import { askBefore, stopAsking, useAsking } from "#client/model/figure_ref.ts";
import type { Asked, Asking } from "#client/model/figure_ref.ts";
import { Line } from "#client/figures/definition_rows.tsx";
import "#client/figures/figures.css";

/** Shows the card while a number is asked about. */
export function ProvenanceCard() {
  const asking = useAsking();
  // Who goes back in the history, or comes from another page, has not asked anew.
  useEffect(() => {
    window.addEventListener("popstate", stopAsking);
    return () => {
      window.removeEventListener("popstate", stopAsking);
      stopAsking();
    };
  }, []);
  return asking && <Card {...asking} />;
}

function Card({ asked, anchor, before }: Asking) {
  const { t } = useWords();
  const [adding, setAdding] = useState<Omit<AddUpProps, "onClose"> | null>(null);
  return (
    <>
      <Dialog className="provenance" label={t.provenance} beside={anchor} onClose={stopAsking}>
        {before && (
          <button type="button" className="link" onClick={askBefore}>
            {t.figure.back}
          </button>
        )}
        {asked.kind === "area" && (
          <AreaFigure
            key={`${asked.code} ${asked.shown[0]?.indicator} ${asked.shown[0]?.period}`}
            {...asked}
            onAddUp={setAdding}
          />
        )}
        {asked.kind === "set" && <SetFigure {...asked} />}
        {asked.kind === "classes" && <ClassesFigure {...asked} />}
        {asked.kind === "pair" && <PairFigure at={asked.at} />}
        {asked.kind === "worked" && <WorkedFigure {...asked} />}
      </Dialog>
      {adding && <AddUp {...adding} onClose={() => setAdding(null)} />}
    </>
  );
}

function WorkedFigure({ title, how, from, worth }: Extract<Asked, { kind: "worked" }>) {
  const { t } = useWords();
  const { catalog } = useScreen();
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
      <dl className="worked">
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
