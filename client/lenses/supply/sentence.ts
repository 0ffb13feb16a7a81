// The sentence of the supply lens: how far, how many to share it.

import type { UnitId } from "#domain/unit";
import { entryOf, figureTextOf } from "#client/lenses/facts.ts";
import type { LensSentence } from "#client/lenses/facts.ts";

const write: LensSentence["write"] = (profile, _catalog, words) => {
  const figureText = figureTextOf(profile);
  const valueText = (id: string, unit: UnitId) => {
    const value = entryOf(profile, id)?.value;
    return value === undefined ? null : figureText(id, words.number(value, unit));
  };
  const travel = valueText("school_travel_time", "minutes");
  const ratio = valueText("pupil_teacher_ratio", "pupils_per_teacher");
  return travel || ratio ? words.t.sentences.supply({ travel, ratio }) : null;
};

export const supplySentence: LensSentence = {
  indicators: ["school_travel_time", "pupil_teacher_ratio"],
  write,
};
