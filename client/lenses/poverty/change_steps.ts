// The steps from the index of the first period to that of the present one, and where each number comes from.

import type { Words } from "#client/i18n/words.ts";
import { areaFigureRef } from "#client/model/figure_ref.ts";
import type { DerivedFrom, FigureRef } from "#client/model/figure_ref.ts";
import type { ChangeSplit } from "./change_split.ts";

export const HEADCOUNT_RATIO = "multidimensional_headcount_ratio";
export const INTENSITY = "intensity";

export interface ChangeStep {
  readonly key: "from" | "incidence" | "intensity" | "to";
  readonly label: string;
  /** Values of the index that the step reaches between; from zero for the first and the last. */
  readonly low: number;
  readonly high: number;
  readonly text: string;
  readonly of: FigureRef;
}

/** The index at both ends and the two steps between them, in the order in which they are drawn. */
export function changeSteps(split: ChangeSplit, area: string, words: Words): readonly ChangeStep[] {
  const t = words.t.panels;
  const { from, to, incidence, intensity } = split;
  const middle = from.mpi + incidence;
  const inputs = inputsOf(split, area, words);
  const derived = (title: string, how: string): FigureRef => ({
    kind: "derived",
    title: words.t.join([title, t.between(from.period, to.period)]),
    how,
    from: inputs,
  });
  const end = (key: "from" | "to"): ChangeStep => ({
    key,
    label: split[key].period,
    low: 0,
    high: split[key].mpi,
    text: words.number(split[key].mpi, "index"),
    of: areaFigureRef(area, "mpi", split[key].period),
  });
  return [
    end("from"),
    {
      key: "incidence",
      label: t.byIncidence(incidence),
      low: from.mpi,
      high: middle,
      text: words.difference(incidence, "index"),
      of: derived(t.byIncidence(incidence), t.byIncidenceHow),
    },
    {
      key: "intensity",
      label: t.byIntensity(intensity),
      low: middle,
      high: to.mpi,
      text: words.difference(intensity, "index"),
      of: derived(t.byIntensity(intensity), t.byIntensityHow),
    },
    end("to"),
  ];
}

/** H and A at both ends, which the two steps are computed from. */
function inputsOf(split: ChangeSplit, area: string, words: Words): DerivedFrom[] {
  const atBothEnds = (name: string, id: string, ends: readonly [number, number]): DerivedFrom[] =>
    [split.from, split.to].map(({ period }, end) => [
      `${name} ${period}`,
      words.number(ends[end]!, "share", { digits: 2 }),
      areaFigureRef(area, id, period),
    ]);
  return [
    ...atBothEnds("H", HEADCOUNT_RATIO, split.headcountRatios),
    ...atBothEnds("A", INTENSITY, split.intensities),
  ];
}
