// How many areas meet the norm, and which are furthest from it.

import { useOpen } from "#client/data/use_navigation.ts";
import { useRankedRows } from "#client/data/use_values.ts";
import { AreaName } from "#client/figures/AreaName.tsx";
import { useShownNamesAbove } from "#client/figures/use_names_above.ts";
import { useWords } from "#client/i18n/words.ts";
import { meetsNorm, normOf } from "#client/model/against_norm.ts";

/** Areas that are named. */
const NAMED = 3;

export function NormFinding() {
  const words = useWords();
  const { t } = words;
  const openArea = useOpen();
  const above = useShownNamesAbove();
  const { values, column, rows } = useRankedRows();
  const norm = column && normOf(column.indicator);
  if (values.data === null || !column || norm === null) return null;
  const { indicator, level } = column;
  const valued = rows.filter(({ area }) => area.value !== undefined);
  const short = valued
    .filter(({ area }) => !meetsNorm(area.value!, norm, indicator))
    .sort((a, b) => Math.abs(b.area.value! - norm) - Math.abs(a.area.value! - norm));
  const named = short.slice(0, NAMED);
  return (
    <>
      {t.finding.norm({
        areas: words.areas(level, valued.length),
        meets: valued.length - short.length,
        short: short.length,
      })}
      {named.map(({ area, name }, at) => (
        <span key={area.code}>
          {at > 0 && t.comma}
          <button type="button" className="finding-name" onClick={() => openArea(area.code)}>
            <AreaName name={name} above={above.get(area.code)} />
          </button>
        </span>
      ))}
    </>
  );
}
