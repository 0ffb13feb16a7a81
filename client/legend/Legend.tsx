// The legend as a control: what is shown, how it is classed, how many are where.

import { useEffect, useRef, useState } from "react";
import { parseColumnPeriod } from "#domain/column_id";
import { CHANGE_COLOURS } from "#domain/lens";
import { isComparable } from "#domain/indicator";
import { MISSING_REASONS } from "#domain/missing";
import type { Missing } from "#domain/missing";
import { useWords } from "#client/i18n/words.ts";
import type { ClassPick } from "#client/model/fill.ts";
import { Figure } from "#client/figures/Figure.tsx";
import { openFigureOnKey } from "#client/data/figure_hotkey.ts";
import type { FigureRef } from "#client/model/figure_ref.ts";
import { classesQuestion, useScreen } from "#client/data/screen.ts";
import { CircleLegend } from "./CircleLegend.tsx";
import { ClassSettings } from "./ClassSettings.tsx";
import { Ramp } from "./Ramp.tsx";
import { Swatch } from "#client/ui/swatch.tsx";
import "./legend.css";

export interface LegendProps {
  readonly chosen: ClassPick | null;
  onHover(pick: ClassPick | null): void;
  onChoose(pick: ClassPick): void;
}

export function Legend({ chosen, onHover, onChoose }: LegendProps) {
  const words = useWords();
  const { t } = words;
  const { classes, catalog, view } = useScreen();
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
  const answer = classes.shown?.answer;
  const indicator = catalog.indicators.find(({ id }) => id === answer?.indicator);
  const level = catalog.levels.find(({ id }) => id === answer?.level);
  if (!answer || !indicator || !level) return <div className="skeleton" style={{ height: 120 }} />;

  const { from, to } = parseColumnPeriod(answer.period) ?? { from: null, to: answer.period };
  const unit = from ? words.unitOfChange(indicator.unit) : words.unit(indicator.unit);
  const isCount = indicator.denominator === null;
  const areas = words.areas(level, answer.scope.areaCount);
  const { kind, periods } = answer.scope;
  const { method, hasZeroClass } = answer.classes;
  const span = periods.length > 1 ? `${periods[0]}–${periods[periods.length - 1]}` : answer.period;
  const { query } = classesQuestion(view, catalog, indicator, answer.period, level);
  const askedOf = (pick: ClassPick): FigureRef => ({ kind: "classes", query, pick });
  const missing = MISSING_REASONS.filter((reason) => answer.missing[reason] > 0);
  const swatchOf = (pick: Missing | "unreliable") =>
    pick !== "unreliable" ? (
      <Swatch reason={pick} />
    ) : from ? (
      <Swatch colour={CHANGE_COLOURS[view.theme].unsure} />
    ) : (
      <Swatch isHatched />
    );
  /** What stands beside the classes: missing for a reason, or unreliable. */
  const apart = (pick: Missing | "unreliable", count: number, said: string) => (
    <span key={pick} className="missing">
      <button
        type="button"
        aria-pressed={chosen === pick}
        title={pick !== "unreliable" ? undefined : from ? t.changeMap.unsureWhat : t.unreliableWhat}
        onPointerEnter={() => onHover(pick)}
        onPointerLeave={() => onHover(null)}
        onClick={() => onChoose(pick)}
        onKeyDown={(event) => openFigureOnKey(event, askedOf(pick))}
      >
        {swatchOf(pick)}
        {said}
      </button>{" "}
      <Figure of={askedOf(pick)} isPassed>
        {words.number(count, "count")}
      </Figure>
    </span>
  );
  return (
    <section ref={root} className="legend-body" aria-label={t.legend}>
      <h2>
        {from ? t.changeMap.title(words.title(indicator)) : words.title(indicator)}
        {unit && <span>{t.unitSuffix(unit)}</span>}
      </h2>
      <p className="scope">
        {isCount
          ? t.scopeCircles(areas, answer.period)
          : from
            ? t.changeMap.scope(areas, from, to, t.methods[method])
            : t.scope({ areas, period: answer.period, method, kind, span, hasZeroClass })}
      </p>
      {from && !isComparable(indicator, from, to) && <p className="scope">{t.changeMap.otherMethod}</p>}
      {isCount ? (
        <CircleLegend answer={answer} indicator={indicator} />
      ) : (
        <Ramp
          answer={answer}
          query={query}
          indicator={indicator}
          chosen={chosen}
          onHover={onHover}
          onChoose={onChoose}
        />
      )}
      {indicator.sampling && <p className="scope">{t.fromSample}</p>}
      {(missing.length > 0 || !isCount) && (
        <div className="legend-foot">
          {!isCount &&
            answer.unreliableCount > 0 &&
            apart("unreliable", answer.unreliableCount, from ? t.changeMap.unsure : t.unreliable)}
          {missing.map((reason) => apart(reason, answer.missing[reason], words.missing(reason)))}
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
