// The panel of filters: any number of conditions at once, and how many areas and people are left.

import type { Condition } from "#domain/condition";
import { MAX_CONDITIONS, writeConditions } from "#domain/condition";
import { formatColumnId } from "#domain/column_id";
import { LENS_IDS } from "#domain/lens";
import { shownInside } from "#client/data/column.ts";
import { useFilter } from "#client/data/use_filter.ts";
import { useView } from "#client/data/view_context.ts";
import { workbookAddress } from "#client/data/workbook.ts";
import { useWords } from "#client/i18n/words.ts";
import { putIn } from "#client/model/basket.ts";
import { setDraftConditions } from "#client/model/draft_conditions.ts";
import { withCondition } from "#client/model/filter.ts";
import { IndicatorSelect } from "#client/ui/IndicatorSelect.tsx";
import { Downloads } from "#client/ui/Downloads.tsx";
import { Problem } from "#client/ui/Problem.tsx";
import { ConditionCard } from "./ConditionCard.tsx";
import "./filters.css";

export function Filters() {
  const words = useWords();
  const { t } = words;
  const { catalog, resolved, change } = useView();
  const { conditions, columns, filtered } = useFilter();
  const { level } = resolved;
  const answer = columns.data;
  const set = (next: readonly Condition[] | null): void => {
    setDraftConditions(null);
    change({ where: next });
  };
  const free = catalog.indicators.filter(
    ({ id, partOf }) => partOf === undefined && !conditions.some(({ indicator }) => indicator === id),
  );
  return (
    <section className="filters" aria-label={t.filters.title}>
      <header>
        <h3>
          {t.filters.title} {conditions.length > 1 && <small>{t.filters.together}</small>}
        </h3>
        {conditions.length > 0 && (
          <button type="button" className="link" onClick={() => set(null)}>
            {t.filters.clear}
          </button>
        )}
      </header>
      <ul>
        {conditions.map((condition) => {
          const indicator = catalog.indicators.find(({ id }) => id === condition.indicator)!;
          const without = filtered?.without.get(indicator.id) ?? 0;
          return (
            <ConditionCard
              key={indicator.id}
              condition={condition}
              indicator={indicator}
              column={answer?.columns.find((column) => column.indicator === indicator.id) ?? null}
              without={without > 0 ? words.areas(level, without) : null}
              areas={words.areas(level, answer?.codes.length ?? 0)}
              onDraft={(next) => setDraftConditions(withCondition(conditions, indicator.id, next))}
              onChange={(next) => set(withCondition(conditions, indicator.id, next))}
            />
          );
        })}
      </ul>
      {columns.error && <Problem error={columns.error} retry={columns.retry} />}
      {conditions.length < MAX_CONDITIONS && (
        <div className="select filters-add">
          <IndicatorSelect
            label={t.filters.add}
            none={`+ ${t.filters.add}`}
            indicators={free}
            lenses={LENS_IDS}
            chosen=""
            onChoose={({ id }) =>
              set(withCondition(conditions, id, { indicator: id, period: null, low: null, high: null }))
            }
          />
        </div>
      )}
      {conditions.length > 0 && <FilterSum />}
    </section>
  );
}

/** What the conditions leave, and what can be done with it. */
function FilterSum() {
  const words = useWords();
  const { t } = words;
  const here = useView();
  const { catalog, resolved, view, change } = here;
  const { asked, columns, filtered } = useFilter();
  const level = catalog.levels.find(({ id }) => id === columns.data?.level);
  if (!filtered || !level || !columns.data) return <output className="filters-sum">{t.loading}</output>;
  const { codes, people } = filtered;
  const areas = words.areas(level, codes.length);
  const persons = people === null ? null : words.number(people, "count", { whole: true });
  const isIn = codes.length > 0 && codes.every((code) => view.set?.includes(code));
  const shown = resolved.indicator ?? catalog.indicators[0]!;
  const isThere = resolved.indicator !== null && resolved.nearestPeriod === null;
  return (
    <div className="filters-sum">
      <output>{codes.length === 0 ? t.filters.none : t.filters.sum(areas, people ?? 0, persons)}</output>
      {codes.length > 0 && (
        <div>
          <button type="button" className="button" disabled={isIn} onClick={() => change(putIn(view, codes))}>
            {isIn ? t.filters.isIn : t.filters.put}
          </button>
          <Downloads
            csv={null}
            xlsx={workbookAddress({
              release: catalog.address,
              level: level.id,
              parent: shownInside(here),
              columns: [
                ...(isThere ? [formatColumnId({ indicator: shown.id, period: resolved.period })] : []),
                ...asked
                  .filter(({ indicator }) => !isThere || indicator !== shown.id)
                  .slice(0, 7)
                  .map(({ indicator, period }) => formatColumnId({ indicator, period: period! })),
              ].join(),
              where: writeConditions(asked),
              language: words.language,
            })}
          />
        </div>
      )}
    </div>
  );
}
