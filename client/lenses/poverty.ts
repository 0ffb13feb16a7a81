// The sentence of the poverty lens: how many, how deeply, why.

import { causesOf, entryOf, of100 } from "./facts.ts";
import type { Saying } from "./facts.ts";

export const sayPoverty: Saying = (profile, catalog, words) => {
  const headcount = entryOf(profile, "multidimensional_headcount_ratio")?.value;
  if (headcount === undefined) return null;
  const counted = catalog.indicators.find(({ id }) => id === "multidimensional_headcount_ratio");
  const ofHouseholds = catalog.measures.some(
    ({ id, unit }) => unit === "households" && Object.hasOwn(counted?.numerator ?? {}, id),
  );
  const intensity = entryOf(profile, "intensity")?.value;
  const causes = causesOf(profile, catalog, "mpi", words).slice(0, 2);
  return words.t.say.poverty({
    of: ofHouseholds ? "households" : "people",
    of100: of100(headcount),
    intensity: intensity === undefined ? null : words.number(intensity, "share", { digits: 0 }),
    causes: causes.map(({ label }) => label),
    causeShare: causes.reduce((sum, { share }) => sum + share, 0),
  });
};
