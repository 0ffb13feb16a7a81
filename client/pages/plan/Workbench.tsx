// The workbench of one area: question, map, proof, tables, scenarios.

import { useMemo, useState } from "react";
import type { ReactNode } from "react";
import { runFileContract } from "#domain/contract/plan_runs";
import { situationContract } from "#domain/contract/situation";
import type { PlanResult, PlanSite } from "#domain/contract/plan_runs";
import type { Scenario } from "#domain/contract/scenarios";
import { facilityKind } from "#domain/facilities";
import { questionKey } from "#domain/planning";
import { addressOf } from "#client/data/api.ts";
import { useAnswer } from "#client/data/use_answer.ts";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { Icon } from "#client/ui/Icon.tsx";
import { FictionalOnPaper } from "#client/shell/Notices.tsx";
import { Problem } from "#client/ui/Problem.tsx";
import { AdoptDialog, AdoptedPlans } from "./Adopt.tsx";
import { Maps } from "#client/pages/plan/map/Maps.tsx";
import { DifferenceLegend, PlanLegend } from "#client/pages/plan/map/PlanLegend.tsx";
import { MAP_VIEWS } from "#client/pages/plan/map/PlanMap.tsx";
import type { MapView } from "#client/pages/plan/map/PlanMap.tsx";
import { Alternatives, Outside, SiteTable, Townships } from "#client/pages/plan/answer/PlanTables.tsx";
import { Proof } from "#client/pages/plan/answer/Proof.tsx";
import { Recipe } from "#client/pages/plan/question/Recipe.tsx";
import { Scenarios } from "./Scenarios.tsx";
import { useDraft } from "./draft.ts";
import type { Draft, SitePlace } from "./draft.ts";
import { useCompared } from "./use_compared.ts";
import { useDrawn } from "./use_drawn.ts";
import type { WantedDraft } from "./use_drawn.ts";
import { useRun } from "./use_run.ts";

/** A site that is being moved: the plan that it was taken from, and all sites as they stand now. */
interface Drag {
  readonly base: PlanResult;
  readonly sites: readonly SitePlace[];
}

const placeOf = ({ code, at }: PlanSite): SitePlace => code ?? at;

const placesOf = (plan: PlanResult | null): SitePlace[] => plan?.sites.map(placeOf) ?? [];

/** What of a question the run keeps as it was asked. */
const keyOf = ({ question, sites }: Draft): string => JSON.stringify([questionKey(question), sites]);

export function Workbench({ area, tasks }: { readonly area: string; readonly tasks: ReactNode }) {
  const words = useWords();
  const t = words.t.plan;
  const { catalog } = useView();
  const draft = useDraft(area);
  const { present } = draft;
  const { question } = present;
  const [drag, setDrag] = useState<Drag | null>(null);
  const [shows, setShows] = useState<MapView>("after");
  const [beside, setBeside] = useState<Scenario | null>(null);
  const compared = useCompared(beside, catalog.address);
  const [isAdopting, setAdopting] = useState(false);
  const [adopted, setAdopted] = useState(0);
  const situation = useAnswer(situationContract, {
    query: {
      release: catalog.address,
      area,
      kind: question.kind,
      minutes: question.minutes,
      travel: question.travel,
    },
  });
  const solver = useRun(catalog.address);
  const run =
    solver.run && keyOf({ question: solver.run.question, sites: null }) === keyOf(present)
      ? solver.run
      : null;
  const wanted = useMemo<WantedDraft | null>(
    () => (drag ? { question, sites: drag.sites, base: drag.base } : run ? null : present),
    [drag, run, present, question],
  );
  const { drawn, error } = useDrawn(wanted, catalog.address);
  const plan = drag
    ? drawn?.of.base === drag.base
      ? drawn.plan
      : drag.base
    : (run?.plan ?? drawn?.plan ?? null);
  const shown = situation.shown?.answer ?? null;
  const isSolving = run?.state === "queued" || run?.state === "running" || solver.isStarting;
  const move = (site: PlanSite, to: SitePlace, isDone: boolean): void => {
    const base = drag?.base ?? plan;
    if (!base) return;
    const sites = base.sites.map((own) => (own.number === site.number ? to : placeOf(own)));
    setDrag(isDone ? null : { base, sites });
    if (isDone) draft.put(sites);
  };
  const remove = (site: PlanSite): void => {
    if (plan) draft.put(plan.sites.filter(({ number }) => number !== site.number).map(placeOf));
  };
  const show = ({ question: asked, sites, run: id }: Scenario): void => {
    draft.replace({ question: asked, sites });
    if (id !== null) solver.show(id);
  };
  const name = shown ? words.text(shown.area.names) : "";
  const failure = situation.error ?? solver.error ?? error;
  return (
    <div className="plan-bench">
      <aside className="plan-left">
        <header>
          {tasks}
          <h1>{t.of(words.text(facilityKind(question.kind)?.label ?? {}))}</h1>
          <p>{shown ? words.t.join([name, t.based(shown.release, shown.period)]) : " "}</p>
          <FictionalOnPaper />
        </header>
        <div className="plan-body">
          <Recipe
            question={question}
            situation={shown}
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
            onClick={() => {
              // Sites that were put by hand are found anew.
              if (present.sites !== null) draft.ask({});
              solver.start(present);
            }}
          >
            {isSolving ? t.solving : solver.run ? t.solveAgain : t.solve}
          </button>
          <StepButton icon="undo" name={t.undo} isOff={draft.past.length === 0} onStep={draft.undo} />
          <StepButton icon="redo" name={t.redo} isOff={draft.future.length === 0} onStep={draft.redo} />
        </footer>
      </aside>
      <section className="plan-middle">
        <div className="plan-map">
          {shown && (
            <>
              <Maps
                {...{ situation: shown, plan, question, shows, compared }}
                name={t.present}
                onMove={move}
                onRemove={remove}
              />
              <fieldset className="plan-sentence card" aria-label={t.showMap}>
                {MAP_VIEWS.map((view) => (
                  <button
                    key={view}
                    type="button"
                    aria-pressed={shows === view}
                    onClick={() => setShows(view)}
                  >
                    {view === "difference" ? t.difference.name : t[view]}
                  </button>
                ))}
              </fieldset>
              {shows === "difference" ? (
                <DifferenceLegend than={compared?.scenario.name ?? t.before} />
              ) : (
                <PlanLegend minutes={question.minutes} kind={question.kind} />
              )}
            </>
          )}
          {!shown && !situation.error && <div className="skeleton" style={{ height: "100%" }} />}
        </div>
        <Scenarios
          area={area}
          release={shown?.release ?? catalog.release}
          draft={present}
          run={run?.id ?? null}
          beside={beside?.id ?? null}
          onShow={show}
          onBeside={setBeside}
        />
      </section>
      <aside className="plan-right">
        <div className="plan-body">
          {failure && <Problem error={failure} retry={situation.retry} />}
          {plan && (
            <>
              <Proof
                {...{ plan, run, question }}
                onAsk={draft.ask}
                onStop={solver.stop}
                onCancel={solver.cancel}
              />
              <SiteTable {...{ plan, question }} onAsk={draft.ask} onRemove={remove} />
              {run && shown && <Alternatives run={run} situation={shown} onShow={draft.put} />}
              <Outside plan={plan} minutes={question.minutes} />
            </>
          )}
          <AdoptedPlans area={area} version={adopted} />
        </div>
        <footer>
          {run?.state === "done" && plan && (
            <p className="plan-quiet">
              {words.t.join([
                plan.isChecked ? `✓ ${t.checked}` : t.unchecked,
                t.solver(
                  plan.solver ?? "",
                  plan.seconds.toFixed(1),
                  t.size(plan.size.points, plan.size.sites),
                ),
                t.hash(run.inputHash.slice(0, 8)),
              ])}
            </p>
          )}
          <p className="plan-verbs">
            <button
              type="button"
              className="button is-main"
              disabled={run?.state !== "done" || plan === null || plan.sites.length === 0}
              title={run?.state === "done" ? undefined : t.adoptNeeds}
              onClick={() => setAdopting(true)}
            >
              {t.adopt}
            </button>
            {run?.state === "done" &&
              (["csv", "xlsx", "json"] as const).map((format) => (
                <a
                  key={format}
                  className="link"
                  download
                  href={addressOf({
                    contract: runFileContract,
                    params: { id: String(run.id) },
                    query: { format, language: words.language },
                  })}
                >
                  {t.files[format]}
                </a>
              ))}
            <button type="button" className="link" onClick={() => window.print()}>
              {t.print}
            </button>
          </p>
        </footer>
      </aside>
      {isAdopting && run && (
        <AdoptDialog
          run={run.id}
          suggestedName={words.t.join([name, t.sites(run.plan.sites.length)])}
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
