// The map of the present plan, and beside it that of a kept scenario: the same place, the same colours.

import type { PlanResult } from "#domain/contract/plan_runs";
import type { Situation } from "#domain/contract/situation";
import type { PlanQuestion } from "#domain/planning";
import { useWords } from "#client/i18n/words.ts";
import { PlanMap } from "./PlanMap.tsx";
import type { MapView, PlanMapProps } from "./PlanMap.tsx";
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
  const own = planFor(plan, situation);
  const other = compared && planFor(compared.plan, situation);
  const gained = ({ gained: people }: PlanResult): string => words.number(people, "pupils");
  return (
    <div className="plan-maps" data-testid="plan-maps">
      {compared && other && (
        <figure>
          <figcaption>
            <b>{compared.scenario.name}</b> {gained(other)}
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
        {compared && other && own && (
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
    </div>
  );
}
