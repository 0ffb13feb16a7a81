// The planner's workbench: the question at the left, the map, what is proven at the right, scenarios at the foot.

import { useEffect, useState } from "react";
import { useOpenArea } from "#client/data/use_open_area.ts";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import type { PageProps } from "#client/pages/page.ts";
import { Notices } from "#client/shell/Notices.tsx";
import { ReadOnlyNotice } from "#client/shell/ReadOnlyNotice.tsx";
import { Problem } from "#client/ui/Problem.tsx";
import { ChoosePlace } from "./ChoosePlace.tsx";
import { Runs } from "./Runs.tsx";
import { TeacherBench } from "#client/pages/plan/teachers/TeacherBench.tsx";
import { Workbench } from "./Workbench.tsx";
import "./frame.css";
import "#client/pages/plan/question/question.css";
import "#client/pages/plan/map/map.css";
import "./strip.css";
import "#client/pages/plan/answer/proof.css";
import "./dialogs.css";
import "./widths.css";
import "./plan_print.css";

/** What is planned. */
const TASKS = ["sites", "teachers", "runs"] as const;
type Task = (typeof TASKS)[number];

export function PlanPage({ latest, dropped }: PageProps) {
  const words = useWords();
  const { t } = words;
  const here = useView();
  const { catalog } = here;
  const { area, error, named, code } = useOpenArea(here);
  const [task, setTask] = useState<Task>("sites");
  const title = t.documentTitle(area ? words.text(area.names) : words.text(catalog.title), t.plan.title);
  useEffect(() => {
    document.title = title;
  }, [title]);
  const isThere = area !== null && area.code === (code ?? area.code);
  // A village is planned for with all of its township.
  const tasks = (
    <fieldset className="plan-tasks" aria-label={t.plan.tasksTitle}>
      {TASKS.map((id) => (
        <button key={id} type="button" aria-pressed={task === id} onClick={() => setTask(id)}>
          {t.plan.tasks[id]}
        </button>
      ))}
    </fieldset>
  );
  const place = area && area.childLevel === null ? (area.parents.at(-1) ?? null) : area;
  return (
    <div className="plan-page">
      <main id="room">
        <Notices dropped={dropped} latest={latest} />
        <ReadOnlyNotice />
        {error && <Problem error={error} retry={named.retry} />}
        {task === "runs" ? (
          <Runs tasks={tasks} />
        ) : place && isThere && here.view.area !== null ? (
          task === "sites" ? (
            <Workbench key={place.code} area={place.code} tasks={tasks} />
          ) : (
            <TeacherBench key={place.code} area={place.code} tasks={tasks} />
          )
        ) : (
          (isThere || code === null) && <ChoosePlace tasks={tasks} />
        )}
      </main>
    </div>
  );
}
