// Runs in threads and processes of their own: stoppable, cancellable, capped.

import { describe, expect, it } from "vitest";
import { checkPlan } from "./check.ts";
import { isSolution } from "./plan.ts";
import { randomProblem } from "./random_problem.ts";
import { runLocationApart } from "./run_apart.ts";
import { canonicalJson } from "./run_file.ts";
import { runLocation } from "./solve.ts";

const hard = randomProblem({ kind: "mclp", points: 2_000, sites: 300, p: 18, radius: 0.13, seed: 4 });

describe("a run in its thread", () => {
  it("is cancelled at once", async () => {
    const started = performance.now();
    await expect(runLocation(hard, { signal: AbortSignal.timeout(1_500) })).rejects.toThrow(
      /timeout|aborted/i,
    );
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  it("ends with a checked plan and its bound when its seconds are over", async () => {
    const bounds: number[] = [];
    const outcome = await runLocation(hard, { seconds: 2, onProgress: ({ bound }) => bounds.push(bound) });
    if (!isSolution(outcome)) throw new Error("infeasible");
    expect(checkPlan(hard, outcome)).toEqual([]);
    expect(outcome.bound).toBeGreaterThanOrEqual(outcome.objective);
  });

  it("fails alone when it needs more memory than it may have", async () => {
    await expect(runLocation(hard, { memoryBytes: 24 * 2 ** 20 })).rejects.toThrow(
      "the solver needs more than the 24 MB that a run may have",
    );
    const small = randomProblem({ kind: "p_median", points: 10, sites: 5, p: 2, seed: 1 });
    expect(await runLocation(small)).toMatchObject({ isProven: true });
  });
});

describe("a run in its process", () => {
  const small = randomProblem({ kind: "p_median", points: 10, sites: 5, p: 2, seed: 1 });

  it("answers as in a thread, and is stopped with what there is", async () => {
    expect(await runLocationApart(small)).toEqual(await runLocation(small));
    const outcome = await runLocationApart(hard, { stop: AbortSignal.timeout(3_000) });
    if (!isSolution(outcome)) throw new Error("infeasible");
    expect(checkPlan(hard, outcome)).toEqual([]);
  });

  it("fails alone with a clear word when it is killed or needs more memory than it may have", async () => {
    const killed = runLocationApart(hard, {
      onProcess: (pid) => setTimeout(() => process.kill(pid, "SIGKILL"), 500),
    });
    await expect(killed).rejects.toThrow("the solver's process was ended from outside (SIGKILL)");
    await expect(runLocationApart(hard, { memoryBytes: 24 * 2 ** 20 })).rejects.toThrow(
      "the solver needs more than the 24 MB that a run may have",
    );
    expect(await runLocationApart(small)).toMatchObject({ isProven: true });
  });
});

describe("canonical JSON", () => {
  it("has the keys in order, at every depth", () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}');
  });
});
