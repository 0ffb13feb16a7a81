// How much of an area a figure covers, in words.

import { useWords } from "#client/i18n/words.ts";
import { useView } from "#client/data/view_context.ts";

/** "33% of the villages included"; null where all of them are. */
export function useCoverage(): (coverage: number | undefined) => string | null {
  const words = useWords();
  const { catalog } = useView();
  const lowest = words.plural(catalog.levels.at(-1)!);
  return (coverage) =>
    coverage === undefined || coverage >= 1
      ? null
      : words.t.coverageOf(shareOf(coverage, words.number), lowest);
}

/** A share that is neither nothing nor all is not printed as one of them. */
export function shareOf(
  share: number,
  number: (value: number, unit: "share", options: { digits: number }) => string,
): string {
  const isRounded = share > 0 && share < 1 && (share < 0.005 || share >= 0.995);
  return number(share, "share", { digits: isRounded ? 2 : 0 });
}
