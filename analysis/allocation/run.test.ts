// Runs in threads and processes of their own: repeatable to the byte, stoppable, cancellable, capped.

import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { checkPlan } from "./check.ts";
import { isSolution } from "./plan.ts";
import { randomProblem } from "./random_problem.ts";
import { runLocationApart } from "./run_apart.ts";
import { canonicalJson, runFileText } from "./run_file.ts";
import type { Answer } from "./answer.ts";
import { runLocation } from "./solve.ts";

const run = promisify(execFile);
const LENS = fileURLToPath(new URL("../../server/cli/lens.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "compute-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the command prints for a file; a database or settings that it must not need would make it fail. */
async function compute(content: unknown, ...options: string[]) {
  const file = join(folder, `${Math.floor(performance.now() * 1e6)}.json`);
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  const env = { ...process.env, DATABASE_URL: "none", DATA_DIR: "/nowhere/at/all" };
  return run(process.execPath, [LENS, "compute", file, ...options], { env }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
}

function fileOf(kind: string, rest: object = {}) {
  const { demand, cost, sites, points } = randomProblem({
    kind: "mclp",
    points: 120,
    sites: 40,
    p: 6,
    seed: 2,
  });
  const rows = Array.from({ length: points }, (_, i) => [...cost.subarray(i * sites, (i + 1) * sites)]);
  return { problem: kind, demand: [...demand], sites, cost: rows, p: 6, radius: 140, ...rest };
}

describe("lens compute", () => {
  it.each<[string, object]>([
    ["p_median", {}],
    ["mclp", {}],
    ["p_center", {}],
    ["capacitated_mclp", { capacity: Array.from({ length: 40 }, (_, j) => (j === 0 ? null : 400)) }],
    [
      "budgeted_mclp",
      {
        p: undefined,
        site_cost: Array.from({ length: 40 }, (_, j) => 80_000_000 + (j % 7) * 5_000_000),
        budget: 500_000_000,
      },
    ],
  ])("gives the same bytes for %s in two processes, but for the seconds", async (kind, rest) => {
    const content = fileOf(kind, rest);
    const [first, second] = await Promise.all([compute(content, "--json"), compute(content, "--json")]);
    expect(first.code).toBe(0);
    const answers = [first, second].map(({ stdout }) => JSON.parse(stdout) as Answer);
    expect(answers[0]).toMatchObject({ status: "optimal", gap: 0, checked: true });
    expect(runFileText(content, answers[0]!)).toBe(runFileText(content, answers[1]!));
    const bare = first.stdout.replace(/"seconds":[\d.]+/, "");
    expect(second.stdout.replace(/"seconds":[\d.]+/, "")).toBe(bare);
    expect(first.stdout.trim().split("\n")).toHaveLength(1);
  });

  it("ends with 1 and says why where there is no plan", async () => {
    const { code, stdout } = await compute(
      fileOf("mclp", { groups: Array.from({ length: 120 }, (_, i) => i % 2), floors: { 0: 1, 1: 1 }, p: 1 }),
    );
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ status: "infeasible", objective: null });
  });

  it.each<[string, unknown, RegExp]>([
    ["an unknown key", { ...fileOf("mclp"), colour: 1 }, /unknown key "colour"/],
    ["a negative number", { ...fileOf("mclp"), demand: [-1] }, /demand\[0\] is -1|cost has 120 rows/],
    ["an unknown problem", { problem: "tsp" }, /problem is "tsp": known are .*p_median/],
    ["no JSON", "{", /is no JSON/],
    ["a list", "[]", /a problem is an object/],
  ])("prints nothing to standard output for %s", async (_, content, message) => {
    const { code, stdout, stderr } = await compute(content);
    expect(code).not.toBe(0);
    expect(stdout).toBe("");
    expect(stderr).toMatch(message);
  });
});

const hard = randomProblem({ kind: "mclp", points: 2_000, sites: 300, p: 18, radius: 0.13, seed: 4 });

describe("a run in its thread", () => {
  it("is cancelled at once", async () => {
    const started = performance.now();
    await expect(runLocation(hard, { signal: AbortSignal.timeout(1_500) })).rejects.toThrow(
      /timeout|aborted/i,
    );
    expect(performance.now() - started).toBeLessThan(10_000);
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
