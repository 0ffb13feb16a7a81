// What the release says about all areas that are shown: which are at the end that matters, and how many have a figure.

import { NEED_LENS } from "#domain/lens";
import { useOpen } from "#client/data/use_navigation.ts";
import { useRankedRows } from "#client/data/use_values.ts";
import { AreaName } from "#client/figures/AreaName.tsx";
import { Figure } from "#client/figures/Figure.tsx";
import { useShownNamesAbove } from "#client/figures/use_names_above.ts";
import { useWords } from "#client/i18n/words.ts";
import { areaFigureRef } from "#client/model/figure_ref.ts";

/** Areas that are named. */
const NAMED = 3;

export function EndsFinding() {
  const words = useWords();
  const { t } = words;
  const openArea = useOpen();
  const above = useShownNamesAbove();
  const { values, column, rows } = useRankedRows();
  // Under the sentence stands only what answers it.
  const [first] = rows;
  if (values.data === null || !column || !first) return null;
  const { indicator, level, period } = column;
  const { value } = first.area;
  if (value === undefined) return t.finding.none(words.areas(level, rows.length));
  const valued = rows.filter(({ area }) => area.value !== undefined);
  const tied = valued.filter(({ area }) => area.value === value);
  const isLowWorst = indicator.polarity === "higher-is-better";
  const isWorst = indicator.lens === NEED_LENS && indicator.polarity !== "neutral";
  const facts = {
    end: isLowWorst ? "lowest" : isWorst ? "worst" : "highest",
    named: Math.min(NAMED, valued.length),
    areas: words.areas(level, valued.length),
    without: rows.length - valued.length,
  } as const;
  const parts =
    tied.length > NAMED
      ? t.finding.tied({ ...facts, tied: words.areas(level, tied.length) })
      : t.finding.ends(facts);
  return parts.map((part, at) => {
    if (typeof part === "string") return part;
    if ("value" in part)
      return (
        <span key={at} className="figure-text">
          <Figure of={areaFigureRef(first.area.code, indicator.id, period)}>
            {words.number(value, indicator.unit)}
          </Figure>
        </span>
      );
    const { area, name } = valued[part.name]!;
    return (
      <button key={area.code} type="button" className="finding-name" onClick={() => openArea(area.code)}>
        <AreaName name={name} above={above.get(area.code)} />
      </button>
    );
  });
}
