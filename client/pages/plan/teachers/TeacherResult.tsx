// Where teachers go, beside the map: what is proven, figures before and after, the schools that get or give some.

import type { TeacherPlan, TeacherSchool } from "#domain/contract/teachers";
import type { TeacherGoal } from "#domain/teachers";
import { useWords } from "#client/i18n/words.ts";
import { Icon } from "#client/ui/Icon.tsx";
import { signed } from "./TeacherMap.tsx";

export function TeacherResult({ plan, goal }: { readonly plan: TeacherPlan; readonly goal: TeacherGoal }) {
  const words = useWords();
  const { status, teachers: t } = words.t.plan;
  const isProven = plan.status === "optimal" && plan.isChecked;
  const share = (value: number): string => words.number(value, "share");
  const sentence =
    plan.lack.after === 0
      ? t.proven.all
      : goal === "smallest_share"
        ? t.proven.smallest_share(share(plan.smallest.after))
        : t.proven.most_pupils(words.number(plan.objective, "count"));
  const given = plan.schools.filter((school) => school.given > 0).sort((a, b) => b.given - a.given);
  const moved = plan.schools.filter((school) => school.given < 0).sort((a, b) => a.given - b.given);
  const rest = plan.schools.filter(({ given: own, has, needs }) => own === 0 && has < needs).length;
  return (
    <>
      <div
        className={`plan-status ${isProven ? "is-best" : ""}`}
        aria-live="polite"
        data-testid="teacher-status"
      >
        <h2>
          {isProven && <Icon name="check" />}
          {isProven ? status.best : status.quick}
        </h2>
        {isProven && <p>{sentence}</p>}
        {plan.left > 0 && <p>{t.left(plan.left)}</p>}
      </div>
      <Figures plan={plan} />
      <section className="plan-part">
        <h3>
          {t.where} <small>{t.split(plan.posted, plan.moved)}</small>
        </h3>
        <SchoolTable schools={given} />
        {rest > 0 && <p className="plan-quiet">{t.rest(rest)}</p>}
      </section>
      {moved.length > 0 && (
        <section className="plan-part">
          <h3>{t.from}</h3>
          <SchoolTable schools={moved} />
        </section>
      )}
    </>
  );
}

function Figures({ plan }: { readonly plan: TeacherPlan }) {
  const words = useWords();
  const t = words.t.plan.teachers.figures;
  const both = (
    value: { readonly before: number; readonly after: number },
    unit: "count" | "share",
  ): string => `${words.number(value.before, unit)} → ${words.number(value.after, unit)}`;
  return (
    <dl className="plan-figures">
      <div>
        <dd data-testid="teachers-lacking">{both(plan.lack, "count")}</dd>
        <dt>{t.lack}</dt>
      </div>
      <div>
        <dd>{both(plan.short, "count")}</dd>
        <dt>{t.short}</dt>
      </div>
      <div>
        <dd>{both(plan.smallest, "share")}</dd>
        <dt>{t.smallest}</dt>
      </div>
      <div>
        <dd>{both(plan.pupilsWithin, "count")}</dd>
        <dt>{t.pupils}</dt>
      </div>
    </dl>
  );
}

/** Rows that are listed at once. */
const LISTED = 30;

function SchoolTable({ schools }: { readonly schools: readonly TeacherSchool[] }) {
  const words = useWords();
  const t = words.t.plan.teachers.columns;
  const count = (value: number): string => words.number(value, "count");
  const row = (school: TeacherSchool) => (
    <tr key={school.code}>
      <th scope="row">
        {words.text(school.names)} <small>{school.township && words.text(school.township)}</small>
      </th>
      <td className="is-number">{count(school.pupils)}</td>
      <td className="is-number">{count(school.has)}</td>
      <td className="is-number">{count(school.needs)}</td>
      <td className="is-number">
        <b>{signed(school.given)}</b>
      </td>
      <td className="is-number">{count(Math.max(0, school.needs - school.has - school.given))}</td>
    </tr>
  );
  return (
    <div className="plan-scroll">
      <table className="plan-sites" data-testid="teacher-schools">
        <thead>
          <tr>
            <th>{t.school}</th>
            {[t.pupils, t.has, t.needs, t.given, t.after].map((head) => (
              <th key={head} className="is-number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{schools.slice(0, LISTED).map(row)}</tbody>
      </table>
      {schools.length > LISTED && (
        <details>
          <summary>+ {schools.length - LISTED}</summary>
          <table className="plan-sites">
            <tbody>{schools.slice(LISTED).map(row)}</tbody>
          </table>
        </details>
      )}
    </div>
  );
}
