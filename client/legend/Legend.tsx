// The legend as a control: what is shown, how it is classed, how many are where.

import { useEffect, useRef, useState } from "react";
import { isFilled } from "#domain/column_kind";
import { parseColumnPeriod } from "#domain/column_id";
import { isComparable } from "#domain/indicator";
import { MISSING_REASONS } from "#domain/missing";
import { useWords } from "#client/i18n/words.ts";
import { isSameColumn, requestedColumn } from "#client/data/column.ts";
import { classesOfView, useClassFill } from "#client/data/use_classes.ts";
import { useWait } from "#client/data/use_wait.ts";
import { useView } from "#client/data/view_context.ts";
import { setHoveredClass, toggleChosenClass, useChosenClass } from "#client/model/class_pick.ts";
import { ApartClass } from "./ApartClass.tsx";
import { HiddenLevel } from "./HiddenLevel.tsx";
import { CircleLegend } from "./CircleLegend.tsx";
import { ClassSettings } from "./ClassSettings.tsx";
import { Ramp } from "./Ramp.tsx";
import { WaitBlock, WaitNote, useColumnName, waitProps } from "#client/ui/Waiting.tsx";
import "./legend.css";

/** Whether the settings are open; Escape inside the legend closes them and goes back to their button. */
function useSettings() {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = root.current;
    if (!isOpen || !element) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      setOpen(false);
      element.querySelector<HTMLElement>(".change")?.focus();
    };
    element.addEventListener("keydown", onKey);
    return () => element.removeEventListener("keydown", onKey);
  }, [isOpen]);
  return { root, isOpen, setOpen };
}

export function Legend() {
  const words = useWords();
  const { t } = words;
  const here = useView();
  const { catalog, resolved } = here;
  const { classes, fill } = useClassFill();
  const chosen = useChosenClass();
  const columnName = useColumnName();
  const { root, isOpen, setOpen } = useSettings();
  const answer = classes.shown?.answer;
  const asked = classesOfView(here);
  // Other classes of the same column stand under the same name; only another column makes the card stale.
  const isOther = asked !== null && !isSameColumn(answer, asked.query);
  const waited = useWait(classes);
  const wait = isOther ? waited : "ready";
  const coming = requestedColumn(resolved);
  const what = coming ? columnName(coming) : "";
  const indicator = catalog.indicators.find(({ id }) => id === answer?.indicator);
  const level = catalog.levels.find(({ id }) => id === answer?.level);
  if (!classes.shown || !answer || !indicator || !level || wait === "overdue")
    return <WaitBlock wait={waited} what={what} height={120} />;

  const { from, to } = parseColumnPeriod(answer.period) ?? { from: null, to: answer.period };
  const unit = from ? words.unitOfChange(indicator.unit) : words.unit(indicator.unit);
  const isCount = !isFilled(indicator);
  const { kind, periods, within } = answer.scope;
  const counted = words.areas(level, answer.scope.areaCount);
  const areas = within ? t.areasWithin(counted, words.text(within.names)) : counted;
  const { method, hasZeroClass } = answer.classes;
  const span = periods.length > 1 ? `${periods[0]}–${periods[periods.length - 1]}` : answer.period;
  const { query } = classes.shown.question;
  const missing = MISSING_REASONS.filter((reason) => answer.missing[reason] > 0);
  return (
    <section ref={root} {...waitProps(wait, "legend-body")} aria-label={t.legend}>
      <WaitNote wait={wait} what={what} />
      <h2
        data-indicator={indicator.id}
        data-period={answer.period}
        data-level={level.id}
        data-within={answer.scope.within?.code}
      >
        {from ? t.changeMap.title(words.name(indicator)) : words.title(indicator)}
        {unit && <span>{t.unitSuffix(unit)}</span>}
      </h2>
      <p className="scope">
        {isCount
          ? t.scopeCircles(areas, answer.period)
          : from
            ? t.changeMap.scope(areas, from, to, t.methodName(method))
            : t.scope({ areas, period: answer.period, method, kind, span, hasZeroClass })}
      </p>
      {within && <p className="scope">{t.classesWithin(words.text(within.names))}</p>}
      <HiddenLevel />
      {from && !isComparable(indicator, from, to) && <p className="scope">{t.changeMap.otherMethod}</p>}
      {isCount ? (
        <CircleLegend answer={answer} indicator={indicator} />
      ) : (
        <Ramp
          answer={answer}
          query={query}
          indicator={indicator}
          chosen={chosen}
          fill={fill}
          onHover={setHoveredClass}
          onChoose={toggleChosenClass}
        />
      )}
      {indicator.sampling && <p className="scope">{t.fromSample}</p>}
      {(missing.length > 0 || !isCount) && (
        <div className="legend-foot">
          {!isCount && answer.unreliableCount > 0 && (
            <ApartClass
              pick="unreliable"
              count={answer.unreliableCount}
              isChange={from !== null}
              query={query}
            />
          )}
          {missing.map((reason) => (
            <ApartClass
              key={reason}
              pick={reason}
              count={answer.missing[reason]}
              isChange={from !== null}
              query={query}
            />
          ))}
          {!isCount && (
            <button
              type="button"
              className="link change"
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              {isOpen ? t.done : t.change}
            </button>
          )}
        </div>
      )}
      {isOpen && !isCount && <ClassSettings answer={answer} indicator={indicator} />}
    </section>
  );
}
