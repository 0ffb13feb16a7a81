// Runs in the database: one at a time, kept with their file, cancelled and failed alone.

import type { Knex } from "knex";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { teachersContract } from "#domain/contract/teachers";
import { isProvenBest, questionSchema } from "#domain/planning";
import { DATABASES } from "#sql/test/databases";
import type { TestDatabase } from "#sql/test/databases";
import { makeLog } from "#server/log";
import { query } from "#sql/query";
import type { AuditChange } from "#server/audit/chain";
import { adoptPlan, listPlans } from "#server/planning/plans";
import { adoptTeachers } from "#server/planning/teacher_plans";
import { placeTeachers } from "#server/planning/teachers";
import { beat, leaveWish } from "#server/planning/lease";
import { listRuns } from "#server/planning/run_list";
import { Runs } from "#server/planning/runs";
import { addScenario, changeScenario, listScenarios, removeScenario } from "#server/planning/scenarios";
import { trialGround } from "#server/planning/trial_ground";
import { auditEvents } from "./audit_events.ts";

const change = (
  action: AuditChange["action"],
  id: number,
  before: AuditChange["before"],
  after: AuditChange["after"],
): AuditChange => ({ action, object: `${action.split(".")[0]}:${id}`, before, after });

const ground = trialGround([100, 100, 10, 50, 60, 5, null, 40]);
const question = questionSchema.parse({ area: "a", minutes: 20, sites: 1 });

describe.each(DATABASES)("$name", ({ open }) => {
  let test: TestDatabase;
  let db: Knex;
  let runs: Runs;
  beforeAll(async () => {
    test = await open();
    db = test.database.knex;
    runs = new Runs(db, makeLog("silent"));
  });
  afterAll(async () => {
    await runs.close();
    await test.drop();
  });

  /** The run once it has ended, with its study. */
  const ended = (id: number) =>
    expect
      .poll(() => runs.find(id), { timeout: 30_000, interval: 50 })
      .toMatchObject({ state: "done", study: { isDone: true } });

  it("keeps plan, study and file of a run, and a scenario and a plan of it", async () => {
    const [first, second] = [await runs.start(ground, question), await runs.start(ground, question)];
    expect(first.plan.status).toBe("quick");
    await ended(first.id);
    await ended(second.id);
    const run = await runs.find(first.id);
    expect(isProvenBest(run.plan)).toBe(true);
    expect(run.study!.curve[0]).toEqual({
      fen: null,
      sites: 1,
      objective: 120,
      free: 120,
      isProven: true,
    });
    expect(await runs.file(first.id)).toBe(await runs.file(second.id));
    const body = { name: "A", description: "", release: 1, question, sites: null, run: run.id, forkOf: null };
    const scenario = await addScenario(db, body);
    expect(scenario).toMatchObject({ gained: 120, isProven: true });
    await changeScenario(db, scenario.id, { ...body, name: "B", sites: ["v4"] });
    expect(await listScenarios(db, "a")).toMatchObject([{ name: "B", gained: null, isProven: false }]);
    await removeScenario(db, scenario.id);
    expect(await listScenarios(db, "a")).toEqual([]);
    const plan = {
      name: "P",
      run: run.id,
      post: "Head",
      budgetLine: "",
      deadline: "2030-01-01",
      author: "L",
    };
    const adopted = await adoptPlan(db, run, plan);
    const kept = { area: "a", release: 1, run: run.id, forkOf: null };
    expect(await auditEvents(db, "scenario:")).toEqual([
      change("scenario.add", scenario.id, null, { ...kept, sites: null }),
      change("scenario.change", scenario.id, { ...kept, sites: null }, { ...kept, sites: ["v4"] }),
      change("scenario.remove", scenario.id, { ...kept, sites: ["v4"] }, null),
    ]);
    expect(await auditEvents(db, "plan:")).toEqual([
      change("plan.adopt", adopted, null, { run: run.id, area: "a" }),
    ]);
    await expect(changeScenario(db, scenario.id, body)).rejects.toMatchObject({ status: 404 });
    await expect(removeScenario(db, scenario.id)).rejects.toMatchObject({ status: 404 });
    expect(await auditEvents(db, "scenario:")).toHaveLength(3);
  });

  it("keeps an adopted plan of teachers, which is no run of sites, and says what is delivered and late", async () => {
    const asked = teachersContract.query.parse({ area: "t", teachers: 3, period: "2018" });
    const school = (code: string, has: number) => ({
      code,
      kind: "primary_school",
      names: { en: code },
      township: null,
      at: null,
      pupils: 76,
      has,
      needs: 4,
    });
    const planOf = async (teachers: number, ...schools: ReturnType<typeof school>[]) => {
      const solved = await placeTeachers({ schools, teachers, goal: asked.goal, mayMove: false });
      const { content: _content, answer: _answer, ...rest } = solved;
      const area = { code: "t", level: "county", names: {}, bbox: null };
      const plan = { ...rest, release: 1, area, period: "2018", kinds: [], uncounted: 0, inputHash: "0" };
      return { plan, solved };
    };
    const commitment = { name: "P", post: "Head", budgetLine: "", deadline: "2020-08-31", author: "L" };
    const found = await planOf(3, school("a", 2), school("b", 3));
    await adoptTeachers(db, asked, found, commitment);
    const now = await planOf(0, school("a", 3), school("b", 4));
    const unasked = () => Promise.reject(new Error("of sites only"));
    const present = { findRun: unasked, ground: unasked, teachers: () => Promise.resolve(now.plan) };
    const [plan, ...others] = await listPlans(db, "t", present);
    expect(others).toEqual([]);
    expect(plan).toMatchObject({
      task: "teachers",
      basis: "2018",
      promised: 3,
      delivered: 2,
      isLate: true,
      isProven: true,
      sites: [
        { code: "a", isDelivered: false },
        { code: "b", isDelivered: true },
      ],
    });
    await expect(runs.find(plan!.run)).rejects.toThrow(`there is no run ${plan!.run}`);
    expect((await listRuns(db)).map(({ id }) => id)).not.toContain(plan!.run);
    await expect(adoptTeachers(db, asked, now, commitment)).rejects.toThrow("is given a teacher");
  });

  it("cancels one run alone, and marks what a killed server left", async () => {
    const [first, second] = [await runs.start(ground, question), await runs.start(ground, question)];
    await runs.cancel(first.id);
    await ended(second.id);
    expect(await runs.find(first.id)).toMatchObject({ state: "cancelled" });
    await expect(runs.file(first.id)).rejects.toThrow(`run ${first.id} has no answer yet`);
    // A run whose server says nothing any more has failed; one whose server was there just now has not.
    const age = (seconds: number) =>
      query(
        db,
        `update planning.run set state = 'running', reason = null, seen_at = now() - ? * interval '1 second' where id = ?`,
        [seconds, first.id],
      );
    const other = new Runs(db, makeLog("silent"));
    await age(20);
    await other.recover();
    expect(await other.find(first.id)).toMatchObject({ state: "running" });
    await age(90);
    expect(await other.find(first.id)).toMatchObject({
      state: "failed",
      reason: "the server ended during the run",
    });
    expect((await listRuns(db)).slice(0, 2)).toMatchObject([
      { id: second.id, state: "done", isProven: true, gained: 120 },
      { id: first.id, state: "failed", isProven: false, reason: "the server ended during the run" },
    ]);
    const run = await runs.find(first.id);
    const plan = {
      name: "P",
      run: first.id,
      post: "Head",
      budgetLine: "",
      deadline: "2030-01-01",
      author: "L",
    };
    await expect(adoptPlan(db, run, plan)).rejects.toThrow("its state is failed");
  });

  it("says that it works on a run, and hears what another server was asked", async () => {
    const run = await runs.start(ground, question);
    const [row] = await query<{ holder: string }>(db, "select holder from planning.run where id = ?", [
      run.id,
    ]);
    await query(db, "update planning.run set seen_at = now() - interval '50 seconds' where id = ?", [run.id]);
    await leaveWish(db, run.id, "cancel");
    expect(await beat(db, row!.holder, { ...run, state: "running" })).toBe("cancel");
    expect(await beat(db, "another server", run)).toBeNull();
    const fresh = "select 1 as one from planning.run where id = ? and seen_at > now() - interval '5 seconds'";
    expect(await query(db, fresh, [run.id])).toHaveLength(1);
    await ended(run.id);
    await leaveWish(db, run.id, "cancel");
    expect(await runs.find(run.id)).toMatchObject({ state: "done" });
  });
});
