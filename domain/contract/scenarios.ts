// Scenarios: questions with their runs and sites, kept under a name.

import { z } from "zod";
import { questionSchema } from "#domain/planning";
import { contract, noParams } from "./contract.ts";
import { idParams, idSchema, noQuery, ofArea, sitesSchema } from "./plan_fields.ts";

const scenarioBody = z.strictObject({
  name: z.string().trim().min(1).max(120),
  description: z.string().max(2000).default(""),
  release: idSchema,
  question: questionSchema,
  /** Sites put by hand; null for those of the run. */
  sites: sitesSchema.default(null),
  run: idSchema.nullable().default(null),
  /** The scenario it was forked from. */
  forkOf: idSchema.nullable().default(null),
});
const scenario = scenarioBody.extend({
  id: z.int(),
  changedAt: z.string(),
  /** Of its run, for the list. */
  gained: z.number().nullable(),
  isProven: z.boolean(),
});
export type Scenario = z.infer<typeof scenario>;
export type ScenarioBody = z.infer<typeof scenarioBody>;

export const scenariosContract = contract({
  id: "planningScenarios",
  path: "/api/planning/scenarios",
  summary: "The scenarios of an area, the last changed first",
  params: noParams,
  query: ofArea,
  response: z.object({ scenarios: z.array(scenario) }),
});

export const addScenarioContract = contract({
  id: "addPlanningScenario",
  method: "POST",
  path: "/api/planning/scenarios",
  summary: "Keeps a question, its run and sites put by hand under a name",
  params: noParams,
  query: noQuery,
  body: scenarioBody,
  response: scenario,
});

export const changeScenarioContract = contract({
  id: "changePlanningScenario",
  method: "PUT",
  path: "/api/planning/scenarios/:id",
  summary: "Changes a scenario",
  params: idParams,
  query: noQuery,
  body: scenarioBody,
  response: scenario,
});

export const removeScenarioContract = contract({
  id: "removePlanningScenario",
  method: "DELETE",
  path: "/api/planning/scenarios/:id",
  summary: "Removes a scenario; plans that were adopted from it stay",
  params: idParams,
  query: noQuery,
  response: z.object({ id: z.int() }),
});
