// The button that enlarges the scatter, and the scatter over the whole page.

import { useState } from "react";
import { useWords } from "#client/i18n/words.ts";
import { Dialog, DialogHead } from "#client/ui/Dialog.tsx";
import { Icon } from "#client/ui/Icon.tsx";
import { ScatterChart } from "./Scatter.tsx";
import "./enlarged_scatter.css";

export interface EnlargedScatterProps {
  /** What the dots are: "24 counties by class". */
  readonly title: string;
}

export function EnlargedScatter({ title }: EnlargedScatterProps) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      <button
        type="button"
        className="enlarge"
        aria-label={t.panels.scatterEnlarge}
        title={t.panels.scatterEnlarge}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Icon name="frame" />
      </button>
      {isOpen && (
        <Dialog className="enlarged-scatter" label={t.panels.scatter} onClose={close}>
          <DialogHead>
            <h2>{title}</h2>
          </DialogHead>
          <ScatterChart onOpen={close} />
        </Dialog>
      )}
    </>
  );
}
