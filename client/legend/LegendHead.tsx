// The head of the legend: what is shown, of which areas and when, and how it is classed.

import { isFilled } from "#domain/column_kind";
import { parseColumnPeriod } from "#domain/column_id";
import { isComparable } from "#domain/indicator";
import type { Catalog, CatalogIndicator } from "#domain/contract/catalog";
import type { ClassesResponse } from "#domain/contract/values";
import { useWords } from "#client/i18n/words.ts";
import { HiddenLevel } from "./HiddenLevel.tsx";

export interface LegendHeadProps {
  readonly answer: ClassesResponse;
  readonly indicator: CatalogIndicator;
  readonly level: Catalog["levels"][number];
}

export function LegendHead({ answer, indicator, level }: LegendHeadProps) {
  const words = useWords();
  const { t } = words;
  const { from, to } = parseColumnPeriod(answer.period) ?? { from: null, to: answer.period };
  const unit = from ? words.unitOfChange(indicator.unit) : words.unit(indicator.unit);
  const { kind, periods, within, areaCount } = answer.scope;
  const counted = words.areas(level, areaCount);
  const areas = within ? t.areasWithin(counted, words.text(within.names)) : counted;
  const { method, hasZeroClass } = answer.classes;
  const span = periods.length > 1 ? `${periods[0]}–${periods[periods.length - 1]}` : answer.period;
  return (
    <>
      <h2
        data-indicator={indicator.id}
        data-period={answer.period}
        data-level={level.id}
        data-within={within?.code}
      >
        {from ? t.changeMap.title(words.name(indicator)) : words.title(indicator)}
        {unit && <span>{t.unitSuffix(unit)}</span>}
      </h2>
      <p className="scope">
        {!isFilled(indicator)
          ? t.scopeCircles(areas, answer.period)
          : from
            ? t.changeMap.scope(areas, from, to, t.methodName(method))
            : t.scope({ areas, period: answer.period, method, kind, span, hasZeroClass })}
      </p>
      {within && <p className="scope">{t.classesWithin(words.text(within.names))}</p>}
      <HiddenLevel />
      {from && !isComparable(indicator, from, to) && <p className="scope">{t.changeMap.otherMethod}</p>}
    </>
  );
}
