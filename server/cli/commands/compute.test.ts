// `lens compute`: the same bytes in another process, and what is wrong said on standard error alone.

import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, expect, it } from "vitest";
import type { Answer } from "#analysis/allocation/answer";
import { randomProblem } from "#analysis/allocation/random_problem";
import { runFileText } from "#analysis/allocation/run_file";
import { computeCommand } from "./compute.ts";

const run = promisify(execFile);
const LENS = fileURLToPath(new URL("../lens.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "compute-"));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function written(content: unknown): string {
  const file = join(folder, `${files++}.json`);
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

/** What the command prints in a process; a database or settings that it must not need would make it fail. */
async function inProcess(content: unknown, ...options: string[]) {
  const env = { ...process.env, DATABASE_URL: "none", DATA_DIR: "/nowhere/at/all" };
  return run(process.execPath, [LENS, "compute", written(content), ...options], { env }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
}

/** What the command prints when it is run here, as one line. */
async function here(content: unknown): Promise<{ isSolved: boolean; stdout: string }> {
  let stdout = "";
  const isSolved = await computeCommand.run(
    { file: written(content), isOneLine: true },
    { onProgress: () => undefined, print: (line) => void (stdout += `${line}\n`) },
  );
  return { isSolved: isSolved === true, stdout };
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
  const [first, second] = await Promise.all([inProcess(content, "--json"), here(content)]);
  expect(first.code, first.stderr).toBe(0);
  const answers = [first, second].map(({ stdout }) => JSON.parse(stdout) as Answer);
  expect(answers[0]).toMatchObject({ status: "optimal", gap: 0, checked: true });
  expect(runFileText(content, answers[0]!)).toBe(runFileText(content, answers[1]!));
  const bare = first.stdout.replace(/"seconds":[\d.]+/, "");
  expect(second.stdout.replace(/"seconds":[\d.]+/, "")).toBe(bare);
  expect(first.stdout.trim().split("\n")).toHaveLength(1);
});

it("ends with 1 and says why where there is no plan", async () => {
  const { code, stdout } = await inProcess(
    fileOf("mclp", { groups: Array.from({ length: 120 }, (_, i) => i % 2), floors: { 0: 1, 1: 1 }, p: 1 }),
  );
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ status: "infeasible", objective: null });
});

it("prints nothing to standard output for a file with a mistake", async () => {
  const { code, stdout, stderr } = await inProcess("{");
  expect(code).not.toBe(0);
  expect(stdout).toBe("");
  expect(stderr).toMatch(/is no JSON/);
});

it.each<[string, unknown, RegExp]>([
  ["an unknown key", { ...fileOf("mclp"), colour: 1 }, /unknown key "colour"/],
  ["a negative number", { ...fileOf("mclp"), demand: [-1] }, /demand\[0\] is -1|cost has 120 rows/],
  ["an unknown problem", { problem: "tsp" }, /problem is "tsp": known are .*p_median/],
  ["no JSON", "{", /is no JSON/],
  ["a list", "[]", /a problem is an object/],
])("says what is wrong with %s", async (_, content, message) => {
  await expect(here(content)).rejects.toThrow(message);
});
