// Scenarios: questions with their answers, kept under a name.

import type { Knex } from "knex";
import type { PlanResult } from "#domain/contract/plan_runs";
import type { Scenario, ScenarioBody } from "#domain/contract/scenarios";
import { isProvenBest, withDefaults } from "#domain/planning";
import type { CanonicalValue } from "#server/audit/chain";
import { recordChange } from "#server/audit/record";
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

/** A scenario as it stands until the transaction ends; throws a 404. */
async function lockScenario(trx: Knex.Transaction, id: number): Promise<Scenario> {
  await query(trx, "select from planning.scenario where id = ? for update", [id]);
  return findScenario(trx, id);
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

/** What the audit log keeps of a scenario: its words, whose they may be, are left out. */
const recorded = ({ question, release, run, forkOf, sites }: ScenarioBody | Scenario): CanonicalValue => ({
  area: question.area,
  release,
  run,
  forkOf,
  sites,
});

/** Adds a scenario. */
export async function addScenario(db: Knex, body: ScenarioBody): Promise<Scenario> {
  return db.transaction(async (trx) => {
    const [row] = await query<{ id: number }>(
      trx,
      `insert into planning.scenario (name, description, area_code, release, question, sites, run, fork_of)
       values (?, ?, ?, ?, ?, ?, ?, ?) returning id`,
      valuesOf(body),
    );
    const scenario = await findScenario(trx, row!.id);
    await recordChange(trx, {
      action: "scenario.add",
      object: `scenario:${scenario.id}`,
      before: null,
      after: recorded(scenario),
    });
    return scenario;
  });
}

/** Changes a scenario; throws a 404. */
export async function changeScenario(db: Knex, id: number, body: ScenarioBody): Promise<Scenario> {
  return db.transaction(async (trx) => {
    const before = await lockScenario(trx, id);
    await query(
      trx,
      `update planning.scenario set name = ?, description = ?, area_code = ?, release = ?, question = ?, sites = ?, run = ?,
         fork_of = ?, changed_at = now() where id = ?`,
      [...valuesOf(body), id],
    );
    const after = await findScenario(trx, id);
    await recordChange(trx, {
      action: "scenario.change",
      object: `scenario:${id}`,
      before: recorded(before),
      after: recorded(after),
    });
    return after;
  });
}

/** Removes a scenario; throws a 404. */
export async function removeScenario(db: Knex, id: number): Promise<void> {
  await db.transaction(async (trx) => {
    const before = await lockScenario(trx, id);
    await query(trx, "delete from planning.scenario where id = ?", [id]);
    await recordChange(trx, {
      action: "scenario.remove",
      object: `scenario:${id}`,
      before: recorded(before),
      after: null,
    });
  });
}
