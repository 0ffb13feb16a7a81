// A planner's question: what there is, for whom, where it may go, and what counts as good. Asked by the client, solved by the server.

import { z } from "zod";
import { facilityKindSchema } from "./facilities.ts";
import { CODE_PATTERN } from "./id.ts";
import { TRAVEL_SCENARIOS } from "./travel.ts";

/** What counts as good; each is a kind of location problem of `lens compute`, with money or places a kind of its own. */
export const PLAN_OBJECTIVES = ["mclp", "max_min_share", "p_median", "p_center", "lscp"] as const;
export type PlanObjective = (typeof PLAN_OBJECTIVES)[number];

/** Most money of a question, in fen. */
const MAX_FEN = 1e15;

/** Most sites that one question opens. */
export const MAX_SITES = 60;

const areaCode = z.string().regex(CODE_PATTERN);
const codes = z.array(areaCode).max(2000);

/** Where a site may go: villages without such a facility that would bring so many within reach, but for those that are named. */
const candidateSchema = z.strictObject({
  /** Pupils farther than the limit today that a site there must bring within it. */
  least: z.int().min(0).max(100_000).default(0),
  /** Areas of any level that all other sites must lie in; none for anywhere. */
  only: codes.default([]),
  /** Villages that have a site in every plan. */
  fixed: codes.default([]),
  /** Villages that have one in no plan. */
  forbidden: codes.default([]),
});

export const questionSchema = z.strictObject({
  area: areaCode,
  /** The last one with figures by default. */
  period: z.string().max(20).optional(),
  /** What is to be opened, and what is counted as there already. */
  kind: facilityKindSchema.default("primary_school"),
  sites: z.int().min(1).max(MAX_SITES).default(10),
  candidates: candidateSchema.default({ least: 0, only: [], fixed: [], forbidden: [] }),
  minutes: z.number().min(5).max(120).default(30),
  objective: z.enum(PLAN_OBJECTIVES).default("mclp"),
  /** Of the people of each township the share that must be within the limit. */
  floor: z.number().min(0).max(1).default(0),
  travel: z.enum(TRAVEL_SCENARIOS.map(({ id }) => id) as [string, ...string[]]).default("walk_then_motor"),
  /** All the money, in fen, which then limits the plan instead of the number of sites; null for a number of sites. */
  budgetFen: z.int().min(0).max(MAX_FEN).nullable().default(null),
  /** Of a new site, in fen; null for what SITE_COSTS says. */
  costFen: z.int().min(0).max(MAX_FEN).nullable().default(null),
  /** Of a smaller one that is enlarged, in fen; null for what SITE_COSTS says. */
  extendFen: z.int().min(0).max(MAX_FEN).nullable().default(null),
  /** People that one site takes at most; null for any number. */
  places: z.int().min(1).max(100_000).nullable().default(null),
  /** Whether what is there already takes only as many as it has places; else everybody within the limit. */
  existingPlaces: z.boolean().default(false),
});
export type PlanQuestion = z.infer<typeof questionSchema>;
export type PlanQuestionInput = z.input<typeof questionSchema>;

/** The question for an area until somebody changes it: what the schema fills in. */
export const firstQuestion = (area: string): PlanQuestion => ({
  area,
  kind: "primary_school",
  sites: 10,
  candidates: { least: 0, only: [], fixed: [], forbidden: [] },
  minutes: 30,
  objective: "mclp",
  floor: 0,
  travel: "walk_then_motor",
  budgetFen: null,
  costFen: null,
  extendFen: null,
  places: null,
  existingPlaces: false,
});

/** A question that was kept, with what was not asked yet when it was. */
export function withDefaults(kept: PlanQuestion): PlanQuestion {
  const first = firstQuestion(kept.area);
  return { ...first, ...kept, candidates: { ...first.candidates, ...kept.candidates } };
}

/** The same text for the same question, whatever the order of its keys; the period apart, which is filled in on the way. */
export const questionKey = ({ period: _period, candidates, ...rest }: PlanQuestion): string =>
  JSON.stringify(
    [...Object.entries(rest), ...Object.entries(candidates)].sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** Whether floors are kept by what counts as good: where people are counted or their travel is summed. */
export const mayHaveFloors = (objective: PlanObjective): boolean =>
  objective === "mclp" || objective === "p_median";

/** Whether money may limit the plan: where people are counted. */
export const mayHaveBudget = (objective: PlanObjective): boolean =>
  objective === "mclp" || objective === "max_min_share";

/** Whether sites may take only so many. */
export const mayHavePlaces = (objective: PlanObjective): boolean => objective === "mclp";

/** Why people stay farther than the limit. */
export const OUTSIDE_REASONS = ["no_place", "no_path", "no_candidate", "not_chosen", "no_room"] as const;
export type OutsideReason = (typeof OUTSIDE_REASONS)[number];

/** How far a run is. Its plan is proven best only where `optimal`. */
export const RUN_STATES = ["queued", "running", "done", "failed", "cancelled"] as const;
export type RunState = (typeof RUN_STATES)[number];

export const PLAN_STATUSES = ["quick", "drawn", "feasible", "optimal", "infeasible"] as const;
export type PlanStatus = (typeof PLAN_STATUSES)[number];

/** The only condition under which a plan may be called the best. */
export const isProvenBest = ({
  status,
  gap,
  isChecked,
}: {
  readonly status: PlanStatus;
  readonly gap: number | null;
  readonly isChecked: boolean;
}): boolean => status === "optimal" && gap === 0 && isChecked;
