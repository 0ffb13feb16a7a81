// The plan of a kept scenario and how things stand in its question, to be shown beside the present one.

import { useMemo } from "react";
import { runContract } from "#domain/contract/plan_runs";
import { situationContract } from "#domain/contract/situation";
import type { PlanResult } from "#domain/contract/plan_runs";
import type { Scenario } from "#domain/contract/scenarios";
import type { Situation } from "#domain/contract/situation";
import { useAnswer } from "#client/data/use_answer.ts";
import { situationQuery } from "./situation_query.ts";
import { useDrawn } from "./use_drawn.ts";

export interface Compared {
  readonly scenario: Scenario;
  readonly situation: Situation;
  readonly plan: PlanResult;
}

/** A kept scenario with its plan; null until its plan is there, and where there is none. */
export function useCompared(scenario: Scenario | null, release: string): Compared | null {
  const question = scenario?.question ?? null;
  const situation = useAnswer(situationContract, question && { query: situationQuery(question, release) });
  const hasRun = scenario !== null && scenario.sites === null && scenario.run !== null;
  const run = useAnswer(runContract, hasRun ? { params: { id: String(scenario.run) } } : null);
  const draft = useMemo(
    () => (scenario && !hasRun ? { question: scenario.question, sites: scenario.sites } : null),
    [scenario, hasRun],
  );
  const { drawn } = useDrawn(draft, release);
  const plan = hasRun ? (run.data?.plan ?? null) : drawn?.of === draft ? drawn.plan : null;
  return scenario && situation.data && plan ? { scenario, situation: situation.data, plan } : null;
}
