// The legend as a control: what is shown, how it is classed, how many are where.

import { useEffect, useRef, useState } from "react";
import { isFilled } from "#domain/column_kind";
import { parseColumnPeriod } from "#domain/column_id";
import type { ClassesResponse } from "#domain/contract/values";
import { MISSING_REASONS } from "#domain/missing";
import { useWords } from "#client/i18n/words.ts";
import { isSameColumn, requestedColumn } from "#client/data/column.ts";
import { classesOfView, useClassFill } from "#client/data/use_classes.ts";
import { useWait } from "#client/data/use_wait.ts";
import { useView } from "#client/data/view_context.ts";
import type { ClassesQuery } from "#client/model/figure_ref.ts";
import { setHoveredClass, toggleChosenClass, useChosenClass } from "#client/model/class_pick.ts";
import { ApartClass } from "./ApartClass.tsx";
import { CircleLegend } from "./CircleLegend.tsx";
import { ClassSettings } from "./ClassSettings.tsx";
import { LegendHead } from "./LegendHead.tsx";
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
  const { t } = useWords();
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

  const isCount = !isFilled(indicator);
  const { query } = classes.shown.question;
  return (
    <section ref={root} {...waitProps(wait, "legend-body")} aria-label={t.legend}>
      <WaitNote wait={wait} what={what} />
      <LegendHead {...{ answer, indicator, level }} />
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
      <LegendFoot {...{ answer, query, isCount, isOpen }} onOpen={setOpen} />
      {isOpen && !isCount && <ClassSettings answer={answer} indicator={indicator} />}
    </section>
  );
}

interface LegendFootProps {
  readonly answer: ClassesResponse;
  readonly query: ClassesQuery;
  /** Whether circles are shown in place of fills; they have no classes. */
  readonly isCount: boolean;
  /** Whether the settings are open. */
  readonly isOpen: boolean;
  onOpen(isOpen: boolean): void;
}

/** The areas that are in no class, by reason, and the button of the settings. */
function LegendFoot({ answer, query, isCount, isOpen, onOpen }: LegendFootProps) {
  const { t } = useWords();
  const missing = MISSING_REASONS.filter((reason) => answer.missing[reason] > 0);
  const isChange = parseColumnPeriod(answer.period)?.from != null;
  if (missing.length === 0 && isCount) return null;
  return (
    <div className="legend-foot">
      {!isCount && answer.unreliableCount > 0 && (
        <ApartClass pick="unreliable" count={answer.unreliableCount} isChange={isChange} query={query} />
      )}
      {missing.map((reason) => (
        <ApartClass
          key={reason}
          pick={reason}
          count={answer.missing[reason]}
          isChange={isChange}
          query={query}
        />
      ))}
      {!isCount && (
        <button type="button" className="link change" aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
          {isOpen ? t.done : t.change}
        </button>
      )}
    </div>
  );
}
