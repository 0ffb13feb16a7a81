// What limits a plan: a number of sites or an amount of money, what a site costs, and how many pupils it takes.

import { MAX_SITES, mayHaveBudget, mayHavePlaces } from "#domain/planning";
import type { PlanQuestion } from "#domain/planning";
import { siteFen } from "#domain/site_costs";
import type { SiteWork } from "#domain/site_costs";
import { useWords } from "#client/i18n/words.ts";
import { Pill } from "./Pill.tsx";
import { withOwn } from "./options.ts";

const SITES = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 24, 30, 40];
/** Ten thousand yuan, in fen. */
const WAN = 1_000_000;
const BUDGETS = [100, 200, 300, 500, 800, 1_000, 2_000, 3_000].map((wan) => wan * WAN);
/** The budget that is asked with first. */
const FIRST_BUDGET = 1_000 * WAN;
const COSTS = [20, 50, 80, 120, 200, 300, 500, 800].map((wan) => wan * WAN);
const PLACES = [30, 45, 60, 90, 120, 180, 270];
const MAX_YUAN = 1e13;
const COST_KEYS = { build: "costFen", extend: "extendFen" } as const;

export interface LimitsProps {
  readonly question: PlanQuestion;
  onAsk(patch: Partial<PlanQuestion>): void;
}

export function Limits({ question, onAsk }: LimitsProps) {
  const words = useWords();
  const t = words.t.plan;
  const { budgetFen, sites, objective, places } = question;
  const hasMoney = budgetFen !== null;
  const yuan = (fen: number): string => words.number(fen, "yuan");
  return (
    <>
      {mayHaveBudget(objective) && t.limit.before}{" "}
      {mayHaveBudget(objective) && (
        <Pill
          label={hasMoney ? t.limit.money : t.limit.sites}
          title={t.limit.title}
          value={hasMoney ? "money" : "sites"}
          options={(["sites", "money"] as const).map((value) => ({ value, label: t.limit[value] }))}
          onChoose={(value) => onAsk({ budgetFen: value === "money" ? (budgetFen ?? FIRST_BUDGET) : null })}
        />
      )}{" "}
      {hasMoney ? (
        <Pill
          label={yuan(budgetFen)}
          title={t.limit.amountTitle}
          value={budgetFen}
          options={withOwn(BUDGETS, budgetFen).map((value) => ({ value, label: yuan(value) }))}
          typed={{
            label: t.limit.typedMoney,
            save: t.limit.take,
            value: budgetFen / 100,
            min: 0,
            max: MAX_YUAN,
            onType: (typed) => onAsk({ budgetFen: typed * 100 }),
          }}
          onChoose={(value) => onAsk({ budgetFen: value })}
        />
      ) : (
        objective !== "lscp" && (
          <Pill
            label={t.sites(sites)}
            title={t.sitesTitle}
            value={sites}
            options={withOwn(SITES, sites).map((value) => ({ value, label: t.sites(value) }))}
            typed={{
              label: t.limit.typed,
              save: t.limit.take,
              value: sites,
              min: 1,
              max: MAX_SITES,
              onType: (typed) => onAsk({ sites: typed }),
            }}
            onChoose={(value) => onAsk({ sites: value })}
          />
        )
      )}
      {hasMoney && <Costs question={question} onAsk={onAsk} />}
      {mayHavePlaces(objective) && (
        <span className="plan-line">
          {t.limit.placesBefore}{" "}
          <Pill
            label={t.limit.places(places === null ? null : words.number(places, "count"))}
            title={t.limit.placesTitle}
            value={places ?? 0}
            options={[0, ...withOwn(PLACES, places ?? PLACES[0]!)].map((value) => ({
              value,
              label: t.limit.places(value === 0 ? null : words.number(value, "count")),
            }))}
            typed={{
              label: t.limit.typed,
              save: t.limit.take,
              value: places,
              min: 1,
              max: 100_000,
              onType: (typed) => onAsk({ places: typed }),
            }}
            onChoose={(value) => onAsk({ places: value === 0 ? null : value })}
          />
        </span>
      )}
    </>
  );
}

/** What a new site and an enlargement cost. */
function Costs({ question, onAsk }: LimitsProps) {
  const words = useWords();
  const t = words.t.plan.limit;
  const yuan = (fen: number): string => words.number(fen, "yuan");
  const isAssumed = question.costFen === null || question.extendFen === null;
  const cost = (work: SiteWork) => {
    const fen = siteFen(question, work);
    const key = COST_KEYS[work];
    return (
      <span className="plan-line">
        {t[work]}{" "}
        <Pill
          label={fen === null ? "?" : yuan(fen)}
          title={work === "build" ? t.buildTitle : t.extendTitle}
          value={fen ?? -1}
          options={withOwn(COSTS, fen ?? COSTS[0]!).map((value) => ({ value, label: yuan(value) }))}
          typed={{
            label: t.typedMoney,
            save: t.take,
            value: fen === null ? null : fen / 100,
            min: 0,
            max: MAX_YUAN,
            onType: (typed) => onAsk({ [key]: typed * 100 }),
          }}
          onChoose={(value) => onAsk({ [key]: value })}
        />
      </span>
    );
  };
  return (
    <>
      {cost("build")}
      {cost("extend")}
      {isAssumed && <span className="plan-quiet plan-line">{t.assumed}</span>}
    </>
  );
}
