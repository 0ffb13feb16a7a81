// Planning: the situation, runs of the solver, plans drawn by hand, scenarios, adopted plans.

import { adoptPlanContract, plansContract } from "#domain/contract/adopted_plans";
import {
  cancelRunContract,
  drawnPlanContract,
  runContract,
  runFileContract,
  runsContract,
  startRunContract,
  stopRunContract,
} from "#domain/contract/plan_runs";
import {
  addScenarioContract,
  changeScenarioContract,
  removeScenarioContract,
  scenariosContract,
} from "#domain/contract/scenarios";
import { situationContract } from "#domain/contract/situation";
import { pickText } from "#domain/text";
import { toCsv } from "#server/read/csv";
import { NOT_KEPT } from "#server/http/cache_headers";
import { clientGone } from "#server/http/client_gone";
import { parseParameters } from "#server/http/parameters";
import { plain, raw } from "#server/http/route";
import type { AppServices } from "#server/http/services";
import { toXlsx, XLSX_TYPE } from "#server/http/xlsx";
import { adoptPlan, listPlans } from "#server/planning/plans";
import { listRuns } from "#server/planning/run_list";
import { runSheets, siteRows } from "#server/planning/run_sheets";
import { addScenario, changeScenario, listScenarios, removeScenario } from "#server/planning/scenarios";
import { teachersOf } from "#server/planning/read_teachers";
import { situationOf } from "#server/planning/situation";
import { pose } from "#server/planning/pose";
import { drawnResult, quickResult } from "#server/planning/solve_run";
import { findArea } from "#server/read/areas/area_rows";
import { findRelease } from "#server/read/find_release";
import type { PlanQuestion } from "#domain/planning";

const releaseOf = (services: AppServices, address: string | undefined) =>
  findRelease(services, { address, edition: "internal" });

const groundOf = async (
  services: AppServices,
  question: Pick<PlanQuestion, "area" | "kind" | "travel" | "period">,
  address?: string,
) => services.planning.ground(services.store, await releaseOf(services, address), question);

export const situationRoute = plain(situationContract, async (services, { query }) => {
  const ground = await groundOf(services, query, query.release);
  const asked = { minutes: query.minutes, existingPlaces: query.existingPlaces === "yes" };
  return { release: ground.release, ...situationOf(ground, asked) };
});

export const startRunRoute = plain(startRunContract, async (services, { body: { release, question } }) => {
  const ground = await groundOf(services, question, release);
  return services.planning.runs.start(ground, { ...question, period: ground.key.period });
});

export const runsRoute = plain(runsContract, async ({ planning }) => ({ runs: await listRuns(planning.db) }));
export const runRoute = plain(runContract, ({ planning }, { params }) => planning.runs.find(params.id));
export const stopRunRoute = plain(stopRunContract, ({ planning }, { params }) =>
  planning.runs.stop(params.id),
);
export const cancelRunRoute = plain(cancelRunContract, ({ planning }, { params }) =>
  planning.runs.cancel(params.id),
);

export const drawnPlanRoute = plain(
  drawnPlanContract,
  async (services, { body: { release, question, sites } }) => {
    const ground = await groundOf(services, question, release);
    return sites === null
      ? quickResult(ground, question, pose(ground, question))
      : drawnResult(ground, question, sites);
  },
);

export const runFileRoute = raw(runFileContract, async (services, req, res) => {
  const { id } = parseParameters(runFileContract.params, req.params);
  const { format, language } = parseParameters(runFileContract.query, req.query);
  const { runs } = services.planning;
  const send = (type: string, body: string | Buffer): void => {
    res.setHeader("Cache-Control", NOT_KEPT);
    res.attachment(`plan-${id}.${format}`).type(type).send(body);
  };
  if (format === "json") return send("application/json; charset=utf-8", await runs.file(id));
  const run = await runs.find(id);
  if (format === "csv") {
    const { heads, rows } = siteRows(run, language);
    return send("text/csv; charset=utf-8", await toCsv(heads, rows));
  }
  const release = await releaseOf(services, String(run.release));
  const { detail } = await findArea(services.store, release, run.question.area);
  send(XLSX_TYPE, await toXlsx(runSheets(run, pickText(detail.names, language), language), clientGone(res)));
});

export const scenariosRoute = plain(scenariosContract, async ({ planning }, { query }) => ({
  scenarios: await listScenarios(planning.db, query.area),
}));
export const addScenarioRoute = plain(addScenarioContract, ({ planning }, { body }) =>
  addScenario(planning.db, body),
);
export const changeScenarioRoute = plain(changeScenarioContract, ({ planning }, { params, body }) =>
  changeScenario(planning.db, params.id, body),
);
export const removeScenarioRoute = plain(removeScenarioContract, async ({ planning }, { params }) => {
  await removeScenario(planning.db, params.id);
  return { id: params.id };
});

export const plansRoute = plain(plansContract, async (services, { query }) => ({
  plans: await listPlans(services.planning.db, query.area, {
    findRun: (id) => services.planning.runs.find(id),
    ground: (question, release) =>
      groundOf(services, question, release === null ? undefined : String(release)),
    teachers: async (question) =>
      (await teachersOf(services.store, await releaseOf(services, undefined), question)).plan,
  }),
}));
export const adoptPlanRoute = plain(adoptPlanContract, async ({ planning }, { body }) => ({
  id: await adoptPlan(planning.db, await planning.runs.find(body.run), body),
}));
