// Runs of the solver: one at a time, each with its row in the database; what is under way is held here.

import { createHash, randomUUID } from "node:crypto";
import type { Knex } from "knex";
import { runLocationApart } from "#analysis/allocation/run_apart";
import { canonicalJson, runFileText } from "#analysis/allocation/run_file";
import { isSolution } from "#analysis/allocation/plan";
import type { PlanRun, PlanStudy } from "#domain/contract/plan_runs";
import { withDefaults, type PlanQuestion, type RunState } from "#domain/planning";
import { ProblemError } from "#server/errors";
import type { Logger } from "#server/log";
import { query } from "#sql/query";
import type { Ground } from "./ground.ts";
import { BEAT_S, beat, failAbandoned, leaveWish } from "./lease.ts";
import { pose, type PosedProblem } from "./pose.ts";
import { quickResult, solveQuestion } from "./solve_run.ts";
import { study } from "./study.ts";

/** Runs that may wait for their turn. */
const MOST_WAITING = 8;
/** Points of best and bound that are kept of a run. */
const MOST_PROGRESS = 80;

interface LiveRun {
  run: PlanRun;
  readonly stop: AbortController;
  readonly cancel: AbortController;
}

interface RunRow extends Omit<PlanRun, "createdAt" | "inputHash"> {
  readonly created_at: Date;
  readonly input_hash: string;
}

const COLUMNS = "id, state, reason, release, question, input_hash, created_at, progress, plan, study";

const fromRow = ({ created_at, input_hash, question, ...row }: RunRow): PlanRun => ({
  ...row,
  question: withDefaults(question),
  inputHash: input_hash,
  createdAt: new Date(created_at).toISOString(),
});

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

const isUnfinished = (state: RunState): boolean => state === "queued" || state === "running";

export class Runs {
  readonly #db: Knex;
  readonly #log: Logger;
  readonly #live = new Map<number, LiveRun>();
  /** Of this server among those that share the database. */
  readonly #holder = randomUUID();
  #timer: NodeJS.Timeout | null = null;
  #last: Promise<void> = Promise.resolve();

  constructor(db: Knex, log: Logger) {
    this.#db = db;
    this.#log = log;
  }

  /** Marks what servers that have gone left unfinished. */
  async recover(): Promise<void> {
    await failAbandoned(this.#db);
  }

  /** A run by id; throws a 404. */
  async find(id: number): Promise<PlanRun> {
    const live = this.#live.get(id);
    if (live) return live.run;
    const read = () =>
      query<RunRow>(
        this.#db,
        `select ${COLUMNS} from planning.run where id = ? and question ->> 'task' is null`,
        [id],
      );
    let [row] = await read();
    // Another server may have gone meanwhile.
    if (row && isUnfinished(row.state) && (await failAbandoned(this.#db)) > 0) [row] = await read();
    if (row) return fromRow(row);
    throw new ProblemError(404, "unknown run", `there is no run ${id}`);
  }

  /** The text of the file of a finished run; throws a 409 for one that is not done. */
  async file(id: number): Promise<string> {
    await this.find(id);
    const [row] = await query<{ run_file: string | null }>(
      this.#db,
      "select run_file from planning.run where id = ?",
      [id],
    );
    if (row?.run_file) return row.run_file;
    throw new ProblemError(409, "run not done", `run ${id} has no answer yet`);
  }

  /** Starts a run: the quick plan is there at once, the solver works when its turn has come. */
  async start(ground: Ground, question: PlanQuestion): Promise<PlanRun> {
    if (this.#live.size > MOST_WAITING)
      throw new ProblemError(503, "server busy", `${MOST_WAITING} runs wait already: try again later`);
    const posed = pose(ground, question);
    const plan = quickResult(ground, question, posed);
    const inputHash = createHash("sha256").update(canonicalJson(posed.content)).digest("hex");
    const [row] = await query<RunRow>(
      this.#db,
      `insert into planning.run (release, area_code, question, input_hash, plan, holder, seen_at)
       values (?, ?, ?, ?, ?, ?, now()) returning ${COLUMNS}`,
      [
        ground.release,
        question.area,
        JSON.stringify(question),
        inputHash,
        JSON.stringify(plan),
        this.#holder,
      ],
    );
    const live: LiveRun = { run: fromRow(row!), stop: new AbortController(), cancel: new AbortController() };
    this.#live.set(live.run.id, live);
    this.#timer ??= setInterval(() => void this.#beat(), BEAT_S * 1e3).unref();
    const turn = this.#last.then(() => this.#work(live, ground, question, posed));
    this.#last = turn;
    return live.run;
  }

  /** Ends a run with the best plan so far. */
  async stop(id: number): Promise<PlanRun> {
    const live = this.#live.get(id);
    if (live) live.stop.abort();
    else await leaveWish(this.#db, id, "stop");
    return this.find(id);
  }

  /** Cancels a run; one that has ended stays as it is. */
  async cancel(id: number): Promise<PlanRun> {
    const live = this.#live.get(id);
    if (!live) {
      await leaveWish(this.#db, id, "cancel");
      return this.find(id);
    }
    live.cancel.abort(new Error("cancelled"));
    if (live.run.state !== "done")
      live.run = { ...live.run, state: "cancelled", reason: "cancelled by a reader" };
    return live.run;
  }

  /** Cancels everything, and waits until it has ended. */
  async close(): Promise<void> {
    for (const { cancel } of this.#live.values()) cancel.abort(new Error("the server stops"));
    await this.#last;
  }

  /** Renews the leases of this server's runs, and does what others have asked of them. */
  async #beat(): Promise<void> {
    for (const live of this.#live.values())
      try {
        const wish = await beat(this.#db, this.#holder, live.run);
        if (wish === "stop") live.stop.abort();
        if (wish === "cancel") await this.cancel(live.run.id);
      } catch (error) {
        this.#log.warn({ err: error, run: live.run.id }, "a run was not marked as under way");
      }
  }

  async #work(live: LiveRun, ground: Ground, question: PlanQuestion, posed: PosedProblem): Promise<void> {
    try {
      await this.#solve(live, ground, question, posed);
    } catch (error) {
      const isCancelled = live.cancel.signal.aborted;
      if (!isCancelled) this.#log.warn({ err: error, run: live.run.id }, "a run failed");
      const state: RunState = isCancelled ? "cancelled" : "failed";
      if (live.run.state !== "done")
        live.run = { ...live.run, state, reason: error instanceof Error ? error.message : String(error) };
    } finally {
      await this.#end(live);
    }
  }

  async #solve(live: LiveRun, ground: Ground, question: PlanQuestion, posed: PosedProblem): Promise<void> {
    live.cancel.signal.throwIfAborted();
    live.run = { ...live.run, state: "running" };
    const start = performance.now();
    const solved = await solveQuestion(ground, question, posed, {
      signal: live.cancel.signal,
      stop: live.stop.signal,
      solver: runLocationApart,
      onProgress: ({ objective, bound }) => {
        const at = {
          seconds: (performance.now() - start) / 1e3,
          best: finite(objective - posed.seated),
          bound: finite(bound - posed.seated),
        };
        const last = live.run.progress.at(-1);
        if (last?.best === at.best && last.bound === at.bound) return;
        live.run = { ...live.run, progress: [...live.run.progress, at].slice(-MOST_PROGRESS) };
      },
    });
    const { plan, answer, outcome } = solved;
    const end = { seconds: plan.seconds, best: plan.objective, bound: plan.bound };
    const progress = plan.objective === null ? live.run.progress : [...live.run.progress, end];
    const isPlan = isSolution(outcome);
    const text = runFileText(posed.content, answer);
    // Done for whoever asks, while the study goes on.
    await query(
      this.#db,
      "update planning.run set state = 'done', plan = ?, progress = ?, run_file = ?, ended_at = now() where id = ?",
      [JSON.stringify(plan), JSON.stringify(progress), text, live.run.id],
    );
    live.run = { ...live.run, state: "done", plan, progress };
    if (!isPlan) return;
    const onStudy = (known: PlanStudy): void => void (live.run = { ...live.run, study: known });
    onStudy({ curve: [], knee: null, free: null, alternatives: [], isDone: false, leftOut: null });
    onStudy(
      await study({
        ground,
        posed,
        asked: Math.min(question.sites, posed.sites.length),
        best: outcome,
        signal: live.cancel.signal,
        onStudy,
      }),
    );
  }

  async #end(live: LiveRun): Promise<void> {
    const { id, state, reason, study: known, plan, progress } = live.run;
    try {
      await query(
        this.#db,
        `update planning.run set state = ?, reason = ?, study = ?, plan = ?, progress = ?, ended_at = coalesce(ended_at, now())
         where id = ?`,
        [
          state,
          state === "done" ? null : reason,
          known && JSON.stringify({ ...known, isDone: true }),
          JSON.stringify(plan),
          JSON.stringify(progress),
          id,
        ],
      );
    } catch (error) {
      this.#log.error({ err: error, run: id }, "the end of a run was not written");
    }
    this.#live.delete(id);
    if (this.#live.size > 0 || this.#timer === null) return;
    clearInterval(this.#timer);
    this.#timer = null;
  }
}
