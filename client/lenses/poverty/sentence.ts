// The sentence of the poverty lens: how many, how deeply, why.

import { capitalise } from "#client/i18n/capitalise.ts";
import { causesOf, entryOf, of100, figureTextOf } from "#client/lenses/facts.ts";
import type { LensSentence } from "#client/lenses/facts.ts";

const write: LensSentence["write"] = (profile, catalog, words) => {
  const headcount = entryOf(profile, "multidimensional_headcount_ratio")?.value;
  if (headcount === undefined) return null;
  const counted = catalog.indicators.find(({ id }) => id === "multidimensional_headcount_ratio");
  const ofHouseholds = catalog.measures.some(
    ({ id, unit }) => unit === "households" && Object.hasOwn(counted?.numerator ?? {}, id),
  );
  const figureText = figureTextOf(profile);
  const intensity = entryOf(profile, "intensity")?.value;
  const causes = causesOf(profile, catalog, "mpi", words).slice(0, 2);
  const share = (value: number): string => words.number(value, "share");
  return words.t.sentences.poverty({
    of: ofHouseholds ? "households" : "people",
    of100: figureText("multidimensional_headcount_ratio", of100(headcount)),
    intensity: intensity === undefined ? null : figureText("intensity", words.number(intensity, "share")),
    causes: causes.map(({ label }) => label),
    causeShare: {
      share: causes.reduce((sum, cause) => sum + cause.share, 0),
      of: {
        kind: "derived",
        title: words.t.sentences.causesTitle,
        how: words.t.sentences.causesHow,
        from: causes.map(
          (cause) =>
            [capitalise(cause.label), share(cause.share), figureText(cause.indicator, "").of] as const,
        ),
      },
    },
  });
};

export const povertySentence: LensSentence = {
  indicators: ["mpi", "multidimensional_headcount_ratio", "intensity"],
  write,
};
