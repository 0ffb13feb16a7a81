// Teachers to post: how many, to whom by need, the map, what is proven, and the lists.

import { useState } from "react";
import type { ReactNode } from "react";
import { adoptTeachersContract } from "#domain/contract/adopted_plans";
import { MAX_TEACHERS, teachersContract, teachersFileContract } from "#domain/contract/teachers";
import { FACILITY_KINDS, facilityKind } from "#domain/facilities";
import { kindsWithTeachers, pupilsPerTeacher, TEACHER_GOALS } from "#domain/teachers";
import type { TeacherGoal } from "#domain/teachers";
import { addressOf, send } from "#client/data/api.ts";
import { useAnswer } from "#client/data/use_answer.ts";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { FictionalOnPaper } from "#client/shell/Notices.tsx";
import { Problem } from "#client/ui/Problem.tsx";
import { AdoptDialog } from "#client/pages/plan/Adopt.tsx";
import { AdoptedPlans } from "#client/pages/plan/AdoptedPlans.tsx";
import { withOwn } from "#client/pages/plan/question/options.ts";
import { Pill } from "#client/pages/plan/question/Pill.tsx";
import { Step } from "#client/pages/plan/question/Step.tsx";
import { TeacherLegend, TeacherMap } from "./TeacherMap.tsx";
import { TeacherResult } from "./TeacherResult.tsx";

const COUNTS = [5, 10, 20, 30, 50, 80, 100, 150, 200];

interface Asked {
  readonly kind: string;
  readonly teachers: number;
  readonly goal: TeacherGoal;
  readonly move: "yes" | "no";
}

const FIRST: Asked = { kind: "primary_school", teachers: 20, goal: "smallest_share", move: "no" };

export function TeacherBench({ area, tasks }: { readonly area: string; readonly tasks: ReactNode }) {
  const words = useWords();
  const t = words.t.plan;
  const { catalog } = useView();
  const [asked, setAsked] = useState(FIRST);
  const query = { release: catalog.address, area, ...asked };
  const answer = useAnswer(teachersContract, { query });
  const plan = answer.shown?.answer ?? null;
  const isStale = plan !== null && answer.data === null;
  const change = (patch: Partial<Asked>): void => setAsked({ ...asked, ...patch });
  const [isAdopting, setAdopting] = useState(false);
  const [adopted, setAdopted] = useState(0);
  const isEmpty = plan === null || plan.schools.every(({ given }) => given <= 0);
  const name = plan ? words.text(plan.area.names) : "";
  return (
    <div className="plan-bench">
      <aside className="plan-left">
        <header>
          {tasks}
          <h1>{t.teachers.title}</h1>
          <p>{plan ? words.t.join([name, t.based(plan.release, plan.period)]) : " "}</p>
          <FictionalOnPaper />
        </header>
        <div className="plan-body">
          <TeacherQuestion asked={asked} plan={plan} onChange={change} />
        </div>
      </aside>
      <section className="plan-middle">
        <div className="plan-map">
          {plan?.area.bbox && (
            <>
              <TeacherMap plan={plan} bbox={plan.area.bbox} />
              <TeacherLegend />
            </>
          )}
          {!plan && !answer.error && <div className="skeleton" style={{ height: "100%" }} />}
        </div>
      </section>
      <aside className="plan-right" aria-busy={isStale}>
        <div className="plan-body">
          {answer.error && <Problem error={answer.error} retry={answer.retry} />}
          {plan && <TeacherResult plan={plan} goal={asked.goal} />}
          <AdoptedPlans area={area} version={adopted} />
        </div>
        <footer>
          {plan && (
            <>
              <p className="plan-quiet">
                {words.t.join([
                  plan.isChecked ? `✓ ${t.checked}` : t.unchecked,
                  t.hash(plan.inputHash.slice(0, 8)),
                ])}
              </p>
              <p className="plan-verbs">
                <button
                  type="button"
                  className="button is-main"
                  disabled={isEmpty || isStale}
                  onClick={() => setAdopting(true)}
                >
                  {t.adopt}
                </button>
                {(["csv", "xlsx", "json"] as const).map((format) => (
                  <a
                    key={format}
                    className="link"
                    download
                    href={addressOf({
                      contract: teachersFileContract,
                      query: { ...query, format, language: words.language },
                    })}
                  >
                    {t.files[format]}
                  </a>
                ))}
                <button type="button" className="link" onClick={() => window.print()}>
                  {t.print}
                </button>
              </p>
            </>
          )}
        </footer>
      </aside>
      {isAdopting && plan && (
        <AdoptDialog
          adopt={(commitment) =>
            send(adoptTeachersContract, {}, { ...commitment, asked: { ...query, period: plan.period } })
          }
          suggestedName={words.t.join([name, t.teachers.count(plan.posted + plan.moved)])}
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

interface QuestionProps {
  readonly asked: Asked;
  readonly plan: Parameters<typeof TeacherResult>[0]["plan"] | null;
  onChange(patch: Partial<Asked>): void;
}

function TeacherQuestion({ asked, plan, onChange }: QuestionProps) {
  const words = useWords();
  const { limit, steps, objectiveTitle, kindTitle, teachers: t } = words.t.plan;
  const [have, forWhom, , good] = steps as [string, string, string, string];
  const count = (value: number): string => words.number(value, "count");
  const kinds = FACILITY_KINDS.filter(
    ({ id }) => pupilsPerTeacher(id) !== null && kindsWithTeachers(id)[0] === id,
  );
  return (
    <div className="plan-recipe">
      <Step number={1} title={have}>
        <p>
          {t.have}{" "}
          <Pill
            label={t.count(asked.teachers)}
            title={t.countTitle}
            value={asked.teachers}
            options={withOwn(COUNTS, asked.teachers).map((value) => ({ value, label: t.count(value) }))}
            typed={{
              label: limit.typed,
              save: limit.take,
              value: asked.teachers,
              min: 0,
              max: MAX_TEACHERS,
              onType: (teachers) => onChange({ teachers }),
            }}
            onChoose={(teachers) => onChange({ teachers })}
          />{" "}
          <Pill
            label={t.move[asked.move]}
            title={t.moveTitle}
            value={asked.move}
            options={(["no", "yes"] as const).map((value) => ({ value, label: t.move[value] }))}
            onChoose={(move) => onChange({ move })}
          />
        </p>
      </Step>
      <Step number={2} title={forWhom}>
        <p>
          <Pill
            label={words.text(facilityKind(asked.kind)?.label ?? {})}
            title={kindTitle}
            value={asked.kind}
            options={kinds.map(({ id, label }) => ({ value: id, label: words.label(label) }))}
            onChoose={(kind) => onChange({ kind })}
          />
        </p>
        {plan && (
          <>
            <p>{t.forWhom(words.text(plan.area.names), plan.schools.length)}</p>
            <Row label={t.lacking} value={count(plan.lack.before)} />
            <Row label={t.surplus} value={count(plan.surplus)} />
            {plan.uncounted > 0 && <Row label={t.uncounted} value={count(plan.uncounted)} />}
            {plan.kinds.map((kind) => (
              <p key={kind} className="plan-quiet">
                {t.norm(words.text(facilityKind(kind)?.label ?? {}), String(pupilsPerTeacher(kind)))}
              </p>
            ))}
          </>
        )}
      </Step>
      <Step number={3} title={good}>
        <p>
          <Pill
            label={t.goal[asked.goal]}
            title={objectiveTitle}
            value={asked.goal}
            options={TEACHER_GOALS.map((value) => ({ value, label: t.goal[value] }))}
            onChoose={(goal) => onChange({ goal })}
          />
        </p>
      </Step>
    </div>
  );
}

const Row = ({ label, value }: { readonly label: string; readonly value: string }) => (
  <p className="plan-row">
    <span>{label}</span>
    <b>{value}</b>
  </p>
);
