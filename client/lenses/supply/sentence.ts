// The sentence of the supply lens: how far, how many to share it.

import type { FormatOptions, UnitId } from "#domain/unit";
import { entryOf, figureTextOf } from "#client/lenses/facts.ts";
import type { LensSentence } from "#client/lenses/facts.ts";

export const supplySentence: LensSentence = (profile, _catalog, words) => {
  const tell = figureTextOf(profile);
  const told = (id: string, unit: UnitId, options?: FormatOptions) => {
    const value = entryOf(profile, id)?.value;
    return value === undefined ? null : tell(id, words.number(value, unit, options));
  };
  const travel = told("school_travel_time", "minutes", { digits: 0 });
  const ratio = told("pupil_teacher_ratio", "pupils_per_teacher");
  return travel || ratio ? words.t.say.supply({ travel, ratio }) : null;
};
