// The strip of scenarios: kept, shown again, copied, renamed, deleted after asking.

import { useState } from "react";
import {
  addScenarioContract,
  changeScenarioContract,
  removeScenarioContract,
  scenariosContract,
} from "#domain/contract/scenarios";
import type { Scenario, ScenarioBody } from "#domain/contract/scenarios";
import { asApiError, send } from "#client/data/api.ts";
import type { ApiError } from "#client/data/api.ts";
import { useAnswer } from "#client/data/use_answer.ts";
import { useWords } from "#client/i18n/words.ts";
import { Dialog, DialogHead } from "#client/ui/Dialog.tsx";
import { failureText } from "#client/ui/failure_text.ts";
import type { Draft } from "./draft.ts";
import { freeLetter, shownName } from "./scenario_name.ts";

export interface ScenariosProps {
  readonly area: string;
  readonly release: number;
  readonly draft: Draft;
  /** Of the draft, where it was solved. */
  readonly run: number | null;
  /** The one that is shown beside the present plan. */
  readonly beside: number | null;
  onShow(scenario: Scenario): void;
  /** Shows one beside the present plan; null shows none. */
  onBeside(scenario: Scenario | null): void;
}

const bodyOf = ({
  id: _id,
  changedAt: _changedAt,
  gained: _gained,
  isProven: _isProven,
  ...body
}: Scenario): ScenarioBody => body;

export function Scenarios({ area, release, draft, run, beside, onShow, onBeside }: ScenariosProps) {
  const words = useWords();
  const t = words.t.plan;
  const [version, setVersion] = useState(0);
  const [open, setOpen] = useState<number | null>(null);
  const [asking, setAsking] = useState<{
    readonly what: "rename" | "remove";
    readonly scenario: Scenario;
  } | null>(null);
  const answer = useAnswer(scenariosContract, { query: { area }, params: { version: String(version) } });
  const scenarios = answer.shown?.answer.scenarios ?? [];
  const done = (): void => setVersion(version + 1);
  const letter = freeLetter(scenarios.map(({ name }) => name));
  const [failure, setFailure] = useState<ApiError | null>(null);
  const keep = (body: ScenarioBody): void => {
    setFailure(null);
    send(addScenarioContract, {}, body).then(
      ({ id }) => {
        setOpen(id);
        done();
      },
      (reason: unknown) => setFailure(asApiError(reason)),
    );
  };
  const sites =
    draft.sites?.map((site) => (typeof site === "string" ? site : ([...site] as [number, number]))) ?? null;
  return (
    <section className="plan-strip" aria-label={t.scenarios}>
      {scenarios.map((scenario) => (
        <article key={scenario.id} className={scenario.id === open ? "is-open" : undefined}>
          <button
            type="button"
            className="plan-scenario"
            aria-pressed={scenario.id === open}
            onClick={() => {
              setOpen(scenario.id);
              onShow(scenario);
            }}
          >
            <b>{shownName(scenario.name, t.scenarioName)}</b>
            <span>{scenario.gained === null ? "–" : words.number(scenario.gained, "pupils")}</span>
            <small>
              {words.t.join([
                t.sites(scenario.sites?.length ?? scenario.question.sites),
                t.floors(scenario.question.floor),
                scenario.isProven ? t.status.best : t.unproven,
              ])}
            </small>
          </button>
          <span className="plan-strip-verbs">
            <button
              type="button"
              className="link"
              aria-pressed={scenario.id === beside}
              onClick={() => onBeside(scenario.id === beside ? null : scenario)}
            >
              {t.beside}
            </button>
            <button
              type="button"
              className="link"
              onClick={() => keep({ ...bodyOf(scenario), name: letter, forkOf: scenario.id })}
            >
              {t.fork}
            </button>
            <button type="button" className="link" onClick={() => setAsking({ what: "rename", scenario })}>
              {t.rename}
            </button>
            <button type="button" className="link" onClick={() => setAsking({ what: "remove", scenario })}>
              {t.remove}
            </button>
          </span>
        </article>
      ))}
      <button
        type="button"
        className="button"
        onClick={() =>
          keep({
            name: letter,
            description: "",
            release,
            question: draft.question,
            sites,
            run: sites === null ? run : null,
            forkOf: null,
          })
        }
      >
        {t.keep}
      </button>
      {failure && (
        <p className="bad" role="alert">
          {failureText(failure, words)}
        </p>
      )}
      {asking && <Ask {...asking} onClose={() => setAsking(null)} onDone={done} />}
    </section>
  );
}

interface AskProps {
  readonly what: "rename" | "remove";
  readonly scenario: Scenario;
  onClose(): void;
  onDone(): void;
}

function Ask({ what, scenario, onClose, onDone }: AskProps) {
  const words = useWords();
  const t = words.t.plan;
  const [failure, setFailure] = useState<ApiError | null>(null);
  const params = { id: String(scenario.id) };
  const shown = shownName(scenario.name, t.scenarioName);
  const end = (): void => {
    onDone();
    onClose();
  };
  return (
    <Dialog label={t[what]} className="plan-dialog card" onClose={onClose}>
      <DialogHead>
        <h2>{t[what]}</h2>
      </DialogHead>
      <form
        className="plan-form"
        onSubmit={(event) => {
          event.preventDefault();
          const given = String(new FormData(event.currentTarget).get("name") ?? "");
          const name = given === shown ? scenario.name : given;
          setFailure(null);
          (what === "remove"
            ? send(removeScenarioContract, { params })
            : send(changeScenarioContract, { params }, { ...bodyOf(scenario), name })
          ).then(end, (reason: unknown) => setFailure(asApiError(reason)));
        }}
      >
        {what === "remove" ? (
          <p>{t.removeSure(shown)}</p>
        ) : (
          <label>
            <span>{t.renameTo}</span>
            <input className="text-field" name="name" defaultValue={shown} required maxLength={120} />
          </label>
        )}
        {failure && (
          <p className="plan-note is-bad" role="alert">
            {failureText(failure, words)}
          </p>
        )}
        <button type="submit" className="button is-main">
          {what === "remove" ? t.remove : t.save}
        </button>
      </form>
    </Dialog>
  );
}
