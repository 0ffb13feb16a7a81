// Covers the page while its map is drawn for paper.

import { useWords } from "#client/i18n/words.ts";
import { usePreparingPrint } from "#client/model/printing.ts";
import "./paper_head.css";

/** Nothing at other times. */
export function PreparingNote() {
  const { t } = useWords();
  return usePreparingPrint() ? <output className="preparing-note">{t.bar.preparing}</output> : null;
}
