// The four questions, as sentences whose parts are chosen.

import { FACILITY_KINDS, facilityKind } from "#domain/facilities";
import { mayHaveBudget, mayHaveFloors, mayHavePlaces, PLAN_OBJECTIVES } from "#domain/planning";
import type { PlanObjective, PlanQuestion } from "#domain/planning";
import { TRAVEL_SCENARIOS, TRAVEL_SCENARIO_LABELS, travelScenario } from "#domain/travel";
import { useWords } from "#client/i18n/words.ts";
import { Candidates } from "./Candidates.tsx";
import type { CandidatesProps } from "./Candidates.tsx";
import { Existing } from "./Existing.tsx";
import { Limits } from "./Limits.tsx";
import { withOwn } from "./options.ts";
import { Pill } from "./Pill.tsx";
import { Step } from "./Step.tsx";

const MINUTES = [15, 20, 30, 45, 60];
const FLOORS = [0, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];

/** Another objective, without the limits that do not go with it. */
const possible = (
  { budgetFen, places, existingPlaces }: PlanQuestion,
  objective: PlanObjective,
): Partial<PlanQuestion> => ({
  objective,
  existingPlaces: mayHavePlaces(objective) && existingPlaces,
  budgetFen: mayHaveBudget(objective) ? budgetFen : null,
  places: mayHavePlaces(objective) ? places : null,
});

export type RecipeProps = CandidatesProps;

export function Recipe({ question, situation, chosen, onAsk, onAdd }: RecipeProps) {
  const words = useWords();
  const t = words.t.plan;
  const count = (value: number): string => words.number(value, "count");
  const kinds = FACILITY_KINDS.filter(({ demand }) => demand === "pupils");
  const kindName = (id: string): string => words.text(facilityKind(id)?.label ?? {});
  const { candidates, minutes } = question;
  const { season, offRoadKmh } = travelScenario(question.travel);
  const sum = (key: "people" | "far"): number =>
    situation?.townships.reduce((total, township) => total + township[key], 0) ?? 0;
  const [have, forWhom, where, good] = t.steps as [string, string, string, string];
  return (
    <div className="plan-recipe">
      <Step number={1} title={have}>
        <p>
          {t.have.before}{" "}
          <Pill
            label={kindName(question.kind)}
            title={t.kindTitle}
            value={question.kind}
            options={kinds.map(({ id }) => ({ value: id, label: words.label(facilityKind(id)!.label) }))}
            onChoose={(kind) =>
              onAsk({
                kind,
                costFen: null,
                extendFen: null,
                candidates: { ...candidates, fixed: [], forbidden: [] },
              })
            }
          />{" "}
          <Limits question={question} onAsk={onAsk} />
        </p>
        {mayHavePlaces(question.objective) && facilityKind(question.kind)?.capacity && (
          <Existing question={question} places={situation?.places ?? null} onAsk={onAsk} />
        )}
      </Step>
      <Step number={2} title={forWhom}>
        <p>{situation ? t.forWhom(words.text(situation.area.names), count(sum("people"))) : "…"}</p>
        <p className="plan-row">
          <span>{t.farNow(minutes, question.existingPlaces)}</span>
          <b>{situation ? count(sum("far")) : "…"}</b>
        </p>
      </Step>
      <Step number={3} title={where}>
        <Candidates {...{ question, situation, chosen, onAsk, onAdd }} />
      </Step>
      <Step number={4} title={good}>
        <p>
          <Pill
            label={t.objective[question.objective]}
            title={t.objectiveTitle}
            value={question.objective}
            options={PLAN_OBJECTIVES.map((value) => ({ value, label: t.objective[value] }))}
            onChoose={(objective) => onAsk(possible(question, objective))}
          />{" "}
          {t.within}{" "}
          <Pill
            label={t.minutes(minutes)}
            title={t.minutesTitle}
            value={minutes}
            options={withOwn(MINUTES, minutes).map((value) => ({ value, label: t.minutes(value) }))}
            onChoose={(value) => onAsk({ minutes: value })}
          />
        </p>
        {mayHaveFloors(question.objective) && (
          <p>
            {t.floorBefore}{" "}
            <Pill
              label={t.floor(question.floor)}
              title={t.floorTitle}
              value={question.floor}
              options={withOwn(FLOORS, question.floor).map((value) => ({ value, label: t.floor(value) }))}
              onChoose={(floor) => onAsk({ floor })}
            />
          </p>
        )}
      </Step>
      <section className="plan-step">
        <h3>{t.travel}</h3>
        <p>
          <Pill
            label={words.text(TRAVEL_SCENARIO_LABELS[question.travel] ?? {})}
            title={t.travelTitle}
            value={question.travel}
            options={TRAVEL_SCENARIOS.map(({ id }) => ({
              value: id,
              label: words.label(TRAVEL_SCENARIO_LABELS[id]!),
            }))}
            onChoose={(travel) => onAsk({ travel })}
          />
        </p>
        <p className="plan-quiet">{words.t.join([t.season[season], t.offRoad(offRoadKmh)])}</p>
      </section>
    </div>
  );
}
