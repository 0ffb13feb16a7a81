// Two indicators at once: the need, and supply or help that should meet it.

import { pairAreasContract, pairsContract } from "#domain/contract/bivariate";
import { isFilled } from "#domain/column_kind";
import { SECOND_LENS_IDS, LENSES, NEED_LENS } from "#domain/lens";
import { classedBy } from "#client/modes/mode.ts";
import type { ModeEntry, ModeRow } from "#client/modes/mode.ts";
import { bivariateFill, pickOfClass } from "#client/model/bivariate_fill.ts";
import { bivariateMode, changedBivariate } from "#client/model/view.ts";
import { BivariateFigure } from "./BivariateFigure.tsx";
import { BivariateFinding } from "./BivariateFinding.tsx";
import { BivariateHover } from "./BivariateHover.tsx";
import { BivariateLegend } from "./BivariateLegend.tsx";
import { BivariatePane } from "./BivariatePane.tsx";
import { BivariateSettings } from "./BivariateSettings.tsx";
import { bivariateAsked, bivariateListAsked } from "./use_bivariate.ts";

export const bivariate: ModeRow = {
  entries: SECOND_LENS_IDS.map((lens): ModeEntry => ({
    id: lens,
    title: (t) => t.modes.bivariate[lens],
    what: (t) => t.modes.bivariateWhat[lens],
    enter: ({ catalog, view, resolved: { indicator } }) => {
      const candidates = catalog.indicators.filter((candidate) => candidate.lens === lens);
      const second = candidates.find(({ id }) => id === LENSES[lens].secondIndicator) ?? candidates[0];
      if (!second) return null;
      const mode =
        view.mode.kind === "bivariate"
          ? changedBivariate(view.mode, { second: second.id, class: null })
          : bivariateMode(second.id);
      const isNeed = view.lens === NEED_LENS && indicator !== null && isFilled(indicator);
      return { mode, lens: NEED_LENS, indicator: isNeed ? indicator.id : null };
    },
    isOn: (mode) => mode.kind === "bivariate" && mode.second.lens === lens,
  })),
  against: (mode, words) => (mode.kind === "bivariate" ? words.title(mode.second) : ""),
  Finding: BivariateFinding,
  classed: classedBy(pairsContract, {
    asked: bivariateAsked,
    level: ({ level }) => level,
    fill: (answer, { view }) => bivariateFill(answer, view.theme),
    pick: (answer, { resolved: { mode } }) =>
      mode.kind === "bivariate" && mode.class !== null ? pickOfClass(answer, mode.class) : null,
  }),
  listed: { contract: pairAreasContract, asked: bivariateListAsked },
  Legend: BivariateLegend,
  Pane: BivariatePane,
  Hover: BivariateHover,
  Figure: BivariateFigure,
  Settings: BivariateSettings,
  onEscape: ({ view: { mode }, resolved }) =>
    resolved.mode.kind === "bivariate" && mode.kind === "bivariate" && mode.class !== null
      ? { mode: changedBivariate(mode, { class: null }) }
      : null,
};
