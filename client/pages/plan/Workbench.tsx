// The workbench of one area: question, map, proof, tables, scenarios.

import { useState } from "react";
import type { ReactNode } from "react";
import { adoptPlanContract } from "#domain/contract/adopted_plans";
import { situationContract } from "#domain/contract/situation";
import type { Scenario } from "#domain/contract/scenarios";
import { send } from "#client/data/api.ts";
import { useAnswer } from "#client/data/use_answer.ts";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { AnswerColumn } from "#client/pages/plan/answer/AnswerColumn.tsx";
import { PlanMaps } from "#client/pages/plan/map/PlanMaps.tsx";
import { QuestionColumn } from "#client/pages/plan/question/QuestionColumn.tsx";
import { AdoptDialog } from "./Adopt.tsx";
import { Scenarios } from "./Scenarios.tsx";
import { situationQuery } from "./situation_query.ts";
import { useCompared } from "./use_compared.ts";
import { usePresentPlan } from "./use_present_plan.ts";

export function Workbench({ area, tasks }: { readonly area: string; readonly tasks: ReactNode }) {
  const words = useWords();
  const { catalog } = useView();
  const current = usePresentPlan(area, catalog.address);
  const { run } = current;
  const { present } = current.draft;
  const [beside, setBeside] = useState<Scenario | null>(null);
  const compared = useCompared(beside, catalog.address);
  const [isAdopting, setAdopting] = useState(false);
  const [adopted, setAdopted] = useState(0);
  const situation = useAnswer(situationContract, {
    query: situationQuery(present.question, catalog.address),
  });
  const shown = situation.shown?.answer ?? null;
  const name = shown ? words.text(shown.area.names) : "";
  return (
    <div className="plan-bench">
      <QuestionColumn {...{ tasks, current, name }} situation={shown} />
      <section className="plan-middle">
        <div className="plan-map">
          {shown && <PlanMaps {...{ current, compared }} situation={shown} />}
          {!shown && !situation.error && <div className="skeleton" style={{ height: "100%" }} />}
        </div>
        <Scenarios
          area={area}
          release={shown?.release ?? catalog.release}
          draft={present}
          run={run?.id ?? null}
          beside={beside?.id ?? null}
          onShow={current.open}
          onBeside={setBeside}
        />
      </section>
      <AnswerColumn
        {...{ area, current, adopted }}
        situation={shown}
        failure={situation.error ?? current.error}
        retry={situation.retry}
        onAdopt={() => setAdopting(true)}
      />
      {isAdopting && run && (
        <AdoptDialog
          adopt={(commitment) => send(adoptPlanContract, {}, { ...commitment, run: run.id })}
          suggestedName={words.t.join([name, words.t.plan.sites(run.plan.sites.length)])}
          onClose={() => setAdopting(false)}
          onAdopted={() => {
            setAdopting(false);
            setAdopted(adopted + 1);
          }}
        />
      )}
    </div>
  );
}
