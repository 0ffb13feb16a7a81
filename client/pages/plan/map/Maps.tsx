// The map of the present plan, and beside or under it that of a kept scenario: the same place, the same colours.

import { useState } from "react";
import type { CSSProperties } from "react";
import type { PlanResult } from "#domain/contract/plan_runs";
import type { Situation } from "#domain/contract/situation";
import type { PlanQuestion } from "#domain/planning";
import { useWords } from "#client/i18n/words.ts";
import { PlanMap } from "./PlanMap.tsx";
import type { MapView, PlanMapProps } from "./PlanMap.tsx";
import { shownName } from "#client/pages/plan/scenario_name.ts";
import type { Compared } from "#client/pages/plan/use_compared.ts";

export interface MapsProps extends Pick<PlanMapProps, "onMove" | "onRemove"> {
  readonly situation: Situation;
  readonly plan: PlanResult | null;
  readonly question: PlanQuestion;
  readonly shows: MapView;
  /** Null where only the present plan is shown. */
  readonly compared: Compared | null;
  /** Of the present plan, where two are shown. */
  readonly name: string;
}

/** A plan of another question has other villages: it is not drawn on this map. */
const planFor = (plan: PlanResult | null, { villages }: Situation): PlanResult | null =>
  plan?.minutes.length === villages.length ? plan : null;

export function Maps({ situation, plan, question, shows, compared, name, onMove, onRemove }: MapsProps) {
  const words = useWords();
  const t = words.t.plan.swipe;
  const own = planFor(plan, situation);
  const other = compared && planFor(compared.plan, situation);
  const [isSwiped, setSwiped] = useState(false);
  /** Of the width, the part that shows the scenario. */
  const [part, setPart] = useState(0.5);
  const gained = ({ gained: people }: PlanResult): string => words.number(people, "pupils");
  const otherName = compared ? shownName(compared.scenario.name, words.t.plan.scenarioName) : "";
  const isTwo = compared !== null && other !== null && own !== null;
  const isOver = isTwo && isSwiped;
  return (
    <div
      className={`plan-maps${isOver ? " is-swiped" : ""}`}
      data-testid="plan-maps"
      style={{ "--part": part } as CSSProperties}
    >
      {compared && other && (
        <figure>
          <figcaption>
            <b>{otherName}</b> {gained(other)}
          </figcaption>
          <PlanMap
            situation={compared.situation}
            plan={other}
            minutes={compared.scenario.question.minutes}
            shows={shows === "difference" ? "after" : shows}
          />
        </figure>
      )}
      <figure>
        {isTwo && (
          <figcaption>
            <b>{name}</b> {gained(own)}
          </figcaption>
        )}
        <PlanMap
          situation={situation}
          plan={own}
          minutes={question.minutes}
          shows={shows}
          from={other?.minutes ?? null}
          onMove={onMove}
          onRemove={onRemove}
        />
      </figure>
      {isOver && (
        <>
          <i className="plan-divider" aria-hidden="true" />
          <input
            type="range"
            className="plan-swipe"
            aria-label={t.divider}
            aria-valuetext={t.part(Math.round(part * 100), otherName)}
            min={0}
            max={1}
            step={0.02}
            value={part}
            onChange={({ target }) => setPart(target.valueAsNumber)}
          />
        </>
      )}
      {isTwo && (
        <button
          type="button"
          className="button plan-swipe-switch"
          aria-pressed={isSwiped}
          onClick={() => setSwiped(!isSwiped)}
        >
          {t.name}
        </button>
      )}
    </div>
  );
}
