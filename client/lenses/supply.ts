// The sentence of the supply lens: how far, how many to share it.

import { entryOf } from "./facts.ts";
import type { Saying } from "./facts.ts";

export const saySupply: Saying = (profile, _catalog, words) => {
  const travel = entryOf(profile, "school_travel_time")?.value;
  const ratio = entryOf(profile, "pupil_teacher_ratio")?.value;
  if (travel === undefined && ratio === undefined) return null;
  return words.t.say.supply({
    travel: travel === undefined ? null : words.number(travel, "minutes", { digits: 0 }),
    ratio: ratio === undefined ? null : words.number(ratio, "pupils_per_teacher"),
  });
};
