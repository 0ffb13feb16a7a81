// What fills the map in the mode of the view: the last good classes, and which of them stands out.

import { useMemo } from "react";
import { useAnswer } from "#client/data/use_answer.ts";
import { useView } from "#client/data/view_context.ts";
import { useChosenClass, useHoveredClass } from "#client/model/class_pick.ts";
import { NOTHING } from "#client/model/fill.ts";
import type { ClassPick, Fill } from "#client/model/fill.ts";
import { modeRow } from "#client/modes/modes.ts";

export interface ModeFill {
  readonly fill: Fill;
  /** Level of the classes that answer the present question; null until they are there. */
  readonly level: string | null;
  /** The class that stands out; null for none. */
  readonly pick: ClassPick | null;
}

/** The fill of the map, of the last good classes of the mode. */
export function useModeFill(): ModeFill {
  const here = useView();
  const { classed } = modeRow(here.resolved.mode);
  const classes = useAnswer(classed.contract, classed.asked(here));
  const hovered = useHoveredClass();
  const chosen = useChosenClass();
  // After a change of the mode the last answer is still one of another kind.
  const answer = classes.data ?? (classes.shown?.contract === classed.contract ? classes.shown.answer : null);
  const fill = useMemo(
    () => (answer === null ? NOTHING : classed.fill(answer, here)),
    [answer, classed, here],
  );
  const fixed = classed.pick && answer !== null ? classed.pick(answer, here) : null;
  return {
    fill,
    level: classes.data === null ? null : classed.level(classes.data),
    pick: hovered ?? (classed.pick ? fixed : chosen),
  };
}
