// The map of the workbench with its choice of before, after and difference, and its legend.

import { useState } from "react";
import type { Situation } from "#domain/contract/situation";
import { useWords } from "#client/i18n/words.ts";
import { shownName } from "#client/pages/plan/scenario_name.ts";
import type { Compared } from "#client/pages/plan/use_compared.ts";
import type { PresentPlan } from "#client/pages/plan/use_present_plan.ts";
import { Maps } from "./Maps.tsx";
import { DifferenceLegend, PlanLegend } from "./PlanLegend.tsx";
import { MAP_VIEWS } from "./PlanMap.tsx";
import type { MapView } from "./PlanMap.tsx";

export interface PlanMapsProps {
  readonly current: PresentPlan;
  readonly situation: Situation;
  /** Null where only the present plan is shown. */
  readonly compared: Compared | null;
}

export function PlanMaps({ current, situation, compared }: PlanMapsProps) {
  const { t: all } = useWords();
  const t = all.plan;
  const { plan } = current;
  const { question } = current.draft.present;
  const [shows, setShows] = useState<MapView>("after");
  return (
    <>
      <Maps
        {...{ situation, plan, question, shows, compared }}
        name={t.present}
        onMove={current.move}
        onRemove={current.remove}
      />
      <fieldset className="plan-sentence card" aria-label={t.showMap}>
        {MAP_VIEWS.map((view) => (
          <button key={view} type="button" aria-pressed={shows === view} onClick={() => setShows(view)}>
            {view === "difference" ? t.difference.name : t[view]}
          </button>
        ))}
      </fieldset>
      {shows === "difference" ? (
        <DifferenceLegend than={compared ? shownName(compared.scenario.name, t.scenarioName) : t.before} />
      ) : (
        <PlanLegend question={question} />
      )}
    </>
  );
}
