// The sentence of the poverty lens: how many, how deeply, why.

import { causesOf, entryOf, of100, figureTextOf } from "#client/lenses/facts.ts";
import type { LensSentence } from "#client/lenses/facts.ts";

export const povertySentence: LensSentence = (profile, catalog, words) => {
  const headcount = entryOf(profile, "multidimensional_headcount_ratio")?.value;
  if (headcount === undefined) return null;
  const counted = catalog.indicators.find(({ id }) => id === "multidimensional_headcount_ratio");
  const ofHouseholds = catalog.measures.some(
    ({ id, unit }) => unit === "households" && Object.hasOwn(counted?.numerator ?? {}, id),
  );
  const tell = figureTextOf(profile);
  const intensity = entryOf(profile, "intensity")?.value;
  const causes = causesOf(profile, catalog, "mpi", words).slice(0, 2);
  const share = (value: number): string => words.number(value, "share");
  return words.t.say.poverty({
    of: ofHouseholds ? "households" : "people",
    of100: tell("multidimensional_headcount_ratio", of100(headcount)),
    intensity:
      intensity === undefined ? null : tell("intensity", words.number(intensity, "share", { digits: 0 })),
    causes: causes.map(({ label }) => label),
    causeShare: {
      share: causes.reduce((sum, one) => sum + one.share, 0),
      of: {
        kind: "derived",
        title: words.t.say.causesTitle,
        how: words.t.say.causesHow,
        from: causes.map((one) => [one.label, share(one.share), tell(one.indicator, "").of] as const),
      },
    },
  });
};
