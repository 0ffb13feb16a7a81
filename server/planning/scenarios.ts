// Scenarios: questions with their answers, kept under a name.

import type { Knex } from "knex";
import type { PlanResult } from "#domain/contract/plan_runs";
import type { Scenario, ScenarioBody } from "#domain/contract/scenarios";
import { isProvenBest, withDefaults } from "#domain/planning";
import { ProblemError } from "#server/errors";
import { query } from "#sql/query";

interface ScenarioRow extends Omit<Scenario, "changedAt" | "forkOf" | "gained" | "isProven"> {
  readonly changed_at: Date;
  readonly fork_of: number | null;
  readonly plan: PlanResult | null;
}

const SELECT = `select s.id, s.name, s.description, s.release, s.question, s.sites, s.run, s.fork_of, s.changed_at, r.plan
  from planning.scenario s left join planning.run r on r.id = s.run`;

const fromRow = ({ changed_at, fork_of, plan, question, ...row }: ScenarioRow): Scenario => ({
  ...row,
  question: withDefaults(question),
  forkOf: fork_of,
  changedAt: new Date(changed_at).toISOString(),
  // Sites put by hand are of no run.
  gained: row.sites === null && plan ? plan.gained : null,
  isProven: row.sites === null && plan !== null && isProvenBest(plan),
});

/** The scenarios of an area, the last changed first. */
export async function listScenarios(db: Knex, area: string): Promise<Scenario[]> {
  const rows = await query<ScenarioRow>(
    db,
    `${SELECT} where s.area_code = ? order by s.changed_at desc, s.id desc`,
    [area],
  );
  return rows.map(fromRow);
}

async function findScenario(db: Knex, id: number): Promise<Scenario> {
  const [row] = await query<ScenarioRow>(db, `${SELECT} where s.id = ?`, [id]);
  if (row) return fromRow(row);
  throw new ProblemError(404, "unknown scenario", `there is no scenario ${id}`);
}

const valuesOf = ({ name, description, release, question, sites, run, forkOf }: ScenarioBody) => [
  name,
  description,
  question.area,
  release,
  JSON.stringify(question),
  sites === null ? null : JSON.stringify(sites),
  run,
  forkOf,
];

/** Adds a scenario. */
export async function addScenario(db: Knex, body: ScenarioBody): Promise<Scenario> {
  const [row] = await query<{ id: number }>(
    db,
    `insert into planning.scenario (name, description, area_code, release, question, sites, run, fork_of)
     values (?, ?, ?, ?, ?, ?, ?, ?) returning id`,
    valuesOf(body),
  );
  return findScenario(db, row!.id);
}

/** Changes a scenario; throws a 404. */
export async function changeScenario(db: Knex, id: number, body: ScenarioBody): Promise<Scenario> {
  await query(
    db,
    `update planning.scenario set name = ?, description = ?, area_code = ?, release = ?, question = ?, sites = ?, run = ?,
       fork_of = ?, changed_at = now() where id = ?`,
    [...valuesOf(body), id],
  );
  return findScenario(db, id);
}

/** Removes a scenario; throws a 404. */
export async function removeScenario(db: Knex, id: number): Promise<void> {
  await findScenario(db, id);
  await query(db, "delete from planning.scenario where id = ?", [id]);
}
