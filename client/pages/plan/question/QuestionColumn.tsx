// The left of the workbench: what is planned where, the question in sentences, solve, undo and redo.

import type { ReactNode } from "react";
import type { Situation } from "#domain/contract/situation";
import { facilityKind } from "#domain/facilities";
import { useWords } from "#client/i18n/words.ts";
import { Townships } from "#client/pages/plan/answer/PlanTables.tsx";
import { placesOf } from "#client/pages/plan/use_present_plan.ts";
import type { PresentPlan } from "#client/pages/plan/use_present_plan.ts";
import { FictionalOnPaper } from "#client/shell/Notices.tsx";
import { Icon } from "#client/ui/Icon.tsx";
import { Recipe } from "./Recipe.tsx";

export interface QuestionColumnProps {
  readonly tasks: ReactNode;
  readonly current: PresentPlan;
  /** Null until it is there. */
  readonly situation: Situation | null;
  /** Of the area that is planned for. */
  readonly name: string;
}

export function QuestionColumn({ tasks, current, situation, name }: QuestionColumnProps) {
  const words = useWords();
  const t = words.t.plan;
  const { draft, solver, plan, isSolving } = current;
  const { question } = draft.present;
  return (
    <aside className="plan-left">
      <header>
        {tasks}
        <h1>{t.of(words.text(facilityKind(question.kind)?.label ?? {}))}</h1>
        <p>{situation ? words.t.join([name, t.based(situation.release, situation.period)]) : " "}</p>
        <FictionalOnPaper />
      </header>
      <div className="plan-body">
        <Recipe
          question={question}
          situation={situation}
          chosen={new Set(placesOf(plan).filter((site) => typeof site === "string"))}
          onAsk={draft.ask}
          onAdd={(code) => draft.put([...placesOf(plan), code])}
        />
        {plan && <Townships plan={plan} floor={question.floor} />}
      </div>
      <footer>
        <button
          type="button"
          className="button is-main"
          disabled={isSolving}
          data-testid="plan-solve"
          onClick={current.solve}
        >
          {isSolving ? t.solving : solver.run ? t.solveAgain : t.solve}
        </button>
        <StepButton icon="undo" name={t.undo} isOff={draft.past.length === 0} onStep={draft.undo} />
        <StepButton icon="redo" name={t.redo} isOff={draft.future.length === 0} onStep={draft.redo} />
      </footer>
    </aside>
  );
}

interface StepButtonProps {
  readonly icon: "undo" | "redo";
  readonly name: string;
  readonly isOff: boolean;
  onStep(): void;
}

/** A step back or on in what was done to the question. */
function StepButton({ icon, name, isOff, onStep }: StepButtonProps) {
  return (
    <button
      type="button"
      className="button is-square"
      aria-label={name}
      title={name}
      disabled={isOff}
      onClick={onStep}
    >
      <Icon name={icon} />
    </button>
  );
}
