// Where a site may go: how many pupils it must bring, in which areas, and the list of candidates with what to do with each.

import type { PlanVillage, Situation } from "#domain/contract/situation";
import type { PlanQuestion } from "#domain/planning";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { basketOfMap } from "#client/model/location.ts";
import { candidatesOf } from "./candidates.ts";
import { withOwn } from "./options.ts";
import { Pill } from "./Pill.tsx";

const LEAST = [0, 20, 30, 40, 50, 80, 100];
/** Candidates that are listed at once. */
const LISTED = 40;

export interface CandidatesProps {
  readonly question: PlanQuestion;
  readonly situation: Situation | null;
  /** Villages with a site of the plan that is shown. */
  readonly chosen: ReadonlySet<string>;
  onAsk(patch: Partial<PlanQuestion>): void;
  /** Puts a site into a village, by hand. */
  onAdd(code: string): void;
}

export function Candidates({ question, situation, chosen, onAsk, onAdd }: CandidatesProps) {
  const words = useWords();
  const t = words.t.plan;
  const { view } = useView();
  const { candidates } = question;
  const ofMap = view.set ?? basketOfMap();
  const basket = ofMap.length > 0 ? ofMap : candidates.only;
  const isOnly = candidates.only.length > 0;
  const places = situation ? candidatesOf(situation, question) : null;
  const set = (patch: Partial<PlanQuestion["candidates"]>): void =>
    onAsk({ candidates: { ...candidates, ...patch } });
  return (
    <>
      <p>
        {t.where.before(question.existingPlaces)}{" "}
        <Pill
          label={t.least(candidates.least)}
          title={t.leastTitle}
          value={candidates.least}
          options={withOwn(LEAST, candidates.least).map((value) => ({ value, label: t.least(value) }))}
          onChoose={(least) => set({ least })}
        />{" "}
        {t.where.after}
        {basket.length > 0 && (
          <>
            {" "}
            <Pill
              label={isOnly ? t.where.basket(candidates.only.length) : t.where.anywhere}
              title={t.where.title}
              value={isOnly ? "basket" : "anywhere"}
              options={[
                { value: "anywhere", label: t.where.anywhere },
                { value: "basket", label: t.where.basket(basket.length) },
              ]}
              onChoose={(value) => set({ only: value === "basket" ? [...basket] : [] })}
            />
          </>
        )}
      </p>
      <p className="plan-row">
        <span>{t.candidates(places?.length ?? 0)}</span>
        <b>{places === null ? "…" : words.number(places.length, "count")}</b>
      </p>
      {places !== null && places.length > 0 && (
        <details className="plan-candidates" data-testid="plan-candidates">
          <summary>{t.candidateList}</summary>
          <ul>
            {places.slice(0, LISTED).map((village) => (
              <Candidate
                key={village.code}
                {...{ village, candidates, onAdd }}
                isChosen={chosen.has(village.code)}
                onSet={set}
              />
            ))}
          </ul>
          {places.length > LISTED && <p className="plan-quiet">{t.moreCandidates(places.length - LISTED)}</p>}
        </details>
      )}
      {candidates.fixed.length + candidates.forbidden.length > 0 && (
        <p className="plan-row">
          <span>{t.set(candidates.fixed.length, candidates.forbidden.length)}</span>
          <button type="button" className="link" onClick={() => set({ fixed: [], forbidden: [] })}>
            {t.clearSet}
          </button>
        </p>
      )}
    </>
  );
}

interface CandidateProps {
  readonly village: PlanVillage;
  readonly candidates: PlanQuestion["candidates"];
  readonly isChosen: boolean;
  onSet(patch: Partial<PlanQuestion["candidates"]>): void;
  onAdd(code: string): void;
}

function Candidate({ village, candidates, isChosen, onSet, onAdd }: CandidateProps) {
  const words = useWords();
  const t = words.t.plan;
  const { code, gain } = village;
  const { fixed, forbidden } = candidates;
  const name = words.text(village.names);
  const isFixed = fixed.includes(code);
  const isOut = forbidden.includes(code);
  return (
    <li>
      <span>
        {name} <small>{words.number(gain, "pupils")}</small>
      </span>
      <span className="plan-site-verbs">
        {!isChosen && !isOut && (
          <button type="button" className="link" aria-label={t.addWhat(name)} onClick={() => onAdd(code)}>
            {t.add}
          </button>
        )}
        <button
          type="button"
          className="link"
          aria-label={t.fixWhat(name)}
          aria-pressed={isFixed}
          onClick={() =>
            onSet({
              fixed: isFixed ? fixed.filter((own) => own !== code) : [...fixed, code],
              forbidden: forbidden.filter((own) => own !== code),
            })
          }
        >
          {t.fix}
        </button>
        <button
          type="button"
          className="link"
          aria-label={t.excludeWhat(name)}
          aria-pressed={isOut}
          onClick={() =>
            onSet({
              fixed: fixed.filter((own) => own !== code),
              forbidden: isOut ? forbidden.filter((own) => own !== code) : [...forbidden, code],
            })
          }
        >
          {t.exclude}
        </button>
      </span>
    </li>
  );
}
